#include "kiosk/ui/gauge.hpp"

#include <algorithm>

namespace ui {
namespace {

constexpr float track_top = 0.6f, track_height = 2, band_height = 3.2f, label_top = 3.4f;
constexpr float lens_gap = 0.3f;

domain::Weight part(domain::Weight w, std::int64_t percent) {
  return domain::Weight(w.units() / 100 * percent + w.units() % 100 * percent / 100);
}

// Whole grams that still lie in the band: its lower end rounds up, its upper end down.
domain::Weight whole_grams(domain::Weight w, std::int64_t up) {
  return domain::grams((w.units() + up) / 1'000);
}

// A label under `x`, kept inside the gauge.
void label(Ui& ui, const Rect& rect, float x, const std::string& text, Token color) {
  const float width = ui.width(text) + 0.1f;
  const float left = std::clamp(x - width / 2, rect.x, rect.right() - width);
  ui.text(text, {left, rect.y + label_top, width, ui.line_height(Size::small)}, {.color = color});
}

void lens(Ui& ui, float x, float y, const std::string& text, float gap) {
  const float side = ui.metrics().small;
  ui.icon(Icon::zoom_in, {x, y, side, side}, side, Token::quiet);
  ui.text(text, {x + side + gap, y, ui.width(text) + 0.1f, side}, {.color = Token::quiet});
}

}  // namespace

Token fill_of(Tone tone) {
  switch (tone) {
    case Tone::quiet:
      return Token::sunk;
    case Tone::under:
      return Token::under;
    case Tone::good:
      return Token::good;
    case Tone::over:
      return Token::over;
  }
  return Token::sunk;
}

Token on_fill_of(Tone tone) {
  switch (tone) {
    case Tone::quiet:
      return Token::ink;
    case Tone::under:
      return Token::on_under;
    case Tone::good:
      return Token::on_good;
    case Tone::over:
      return Token::on_over;
  }
  return Token::ink;
}

float GaugeView::at(domain::Weight weight) const {
  if (to <= from) return 0;
  const double share =
      static_cast<double>((weight - from).units()) / static_cast<double>((to - from).units());
  return static_cast<float>(std::clamp(share, 0.0, 1.0));
}

GaugeView view_of(const Gauge& g) {
  if (g.net < part(g.aim, 80)) return {false, domain::Weight{}, part(g.aim, 110)};
  const domain::Weight band = g.high - g.low;
  return {true, g.low - band, g.high + band};
}

float gauge_height(const Ui& ui) { return ui.line_height(Size::small) + label_top; }

void gauge(Ui& ui, const Rect& rect, const Gauge& g) {
  const GaugeView view = view_of(g);
  const auto x = [&](domain::Weight w) { return rect.x + rect.w * view.at(w); };
  const Rect track{rect.x, rect.y + track_top, rect.w, track_height};
  const float needle = x(g.net);
  ui.fill(track, Token::surface, 0.5f);
  ui.fill({track.x, track.y, needle - track.x, track.h},
          g.tone == Tone::quiet ? Token::outline : fill_of(g.tone), 0.5f, Corners::left);
  ui.outline(track, Token::outline, stroke::control, 0.5f);
  const Numbers n = ui.numbers();
  const auto tick = [&](float at) {
    const Token color = at < needle && g.tone != Tone::quiet ? on_fill_of(g.tone) : Token::ink;
    ui.line_down(at, track.y, track.h, color, stroke::control);
  };
  const float low = x(g.low), high = x(g.high), label_y = rect.y + label_top;
  const Rect band{low, rect.y, high - low, band_height};
  if (view.magnified) {
    ui.outline(band, Token::ink, 0.36f, 0.4f);
    tick(low + band.w / 3);
    tick(low + band.w * 2 / 3);
    lens(ui, rect.x, label_y, ui.tr("zoomed"), 0.8f);
    label(ui, rect, low, n.weight(whole_grams(g.low, 999)), Token::ink);
    label(ui, rect, high, n.weight(whole_grams(g.high, 0)), Token::ink);
  } else {
    tick(x(part(g.aim, 80)));
    ui.outline(band, Token::ink, 0.36f, 0.4f);
    ui.text("0", {rect.x, label_y, 2, ui.line_height(Size::small)}, {.color = Token::quiet});
    const std::string from = n.weight(part(g.aim, 80));
    lens(ui, x(part(g.aim, 80)) - (ui.width(from) + ui.metrics().small + lens_gap) / 2, label_y,
         from, lens_gap);
    label(ui, rect, x(g.aim), n.weight(g.aim), Token::ink);
  }
  ui.fill({needle - 0.35f, rect.y, 0.7f, band_height}, Token::ink, 0.35f);
}

}  // namespace ui
