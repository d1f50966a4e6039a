// Where everything of a bag's label goes, for one print head's dots. Pure; drawn by LabelRenderer.
#pragma once

#include <bitset>
#include <cmath>
#include <optional>
#include <vector>

#include "devices/printing/barcode.hpp"
#include "devices/printing/fitted_text.hpp"
#include "devices/printing/label_renderer.hpp"

namespace printing {

// The design, in mm.
inline constexpr double left_edge = 2.0;
inline constexpr double crate_radius = 0.8;
inline constexpr double rule_top = 10.08;
inline constexpr double bars_top = 15.07;
inline constexpr double bars_bottom = 23.2;
// Of a dot, at each side of a bar: rasterisers blacken every dot that a bar touches.
inline constexpr double inset = 0.1;
inline constexpr double head_right = 60.45;  // of what a QL head prints

// Everything that depends on where the print head's dots are.
struct Grid {
  explicit Grid(Dpi d) : dpi(static_cast<int>(d)), module(d == Dpi::dpi203 ? 3 : 4) {
    bars_right = at(head_right) - ean13_quiet_right * module;
    bars_left = bars_right - ean13_modules * module;
    quiet_left = bars_left - ean13_quiet_left * module;
  }
  int at(double mm) const { return static_cast<int>(std::lround(mm * dpi / 25.4)); }
  double mm(int dots) const { return dots * 25.4 / dpi; }
  double points(double dots) const { return dots * 72 / dpi; }

  int dpi;
  int module;  // dots
  int bars_left, bars_right, quiet_left;
};

struct BagLayout {
  std::optional<FittedText> crate;
  BoxMm crate_fill{};
  std::vector<FittedText> texts;
  std::optional<std::bitset<ean13_modules>> bars;
};

// `label` has passed check().
BagLayout lay_out(const Type& type, const BagLabel& label, const Grid& grid);

}  // namespace printing
