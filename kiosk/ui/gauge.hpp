// The weight on its way to the aim. Below 80 % of it a coarse bar from 0 to 110 %; from there a
// window of three bands, the band its middle third, so that a band of a few per cent stays wide
// enough to see where inside it the weight is. Figures: README of the reference pictures.
#pragma once

#include "domain/amount.hpp"
#include "kiosk/ui/ui.hpp"

namespace ui {

// What the strip says about the weight; unsteady and idle have no colour of a state.
enum class Tone { quiet, under, good, over };

struct Gauge {
  domain::Weight net, aim, low, high;  // low and high: the ends of the band
  Tone tone = Tone::quiet;
};

float gauge_height(const Ui& ui);
void gauge(Ui& ui, const Rect& rect, const Gauge& gauge);

// Where a weight stands, 0 to 1, and whether the window is magnified. Pure, for tests.
struct GaugeView {
  bool magnified;
  domain::Weight from, to;
  float at(domain::Weight weight) const;
};
GaugeView view_of(const Gauge& gauge);

Token fill_of(Tone tone);
Token on_fill_of(Tone tone);

}  // namespace ui
