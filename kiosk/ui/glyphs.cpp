#include "kiosk/ui/glyphs.hpp"

#include <array>

namespace ui {
namespace {

// The field of 12 x 12 parts in its place on the screen.
struct Field {
  Ui& ui;
  float x, y, part;

  Point at(float px, float py) const { return {x + px * part, y + py * part}; }
  template <std::size_t n>
  void polygon(const std::array<Point, n>& points, Token token) const {
    std::array<Point, n> placed;
    for (std::size_t i = 0; i < n; ++i) placed[i] = at(points[i].x, points[i].y);
    ui.polygon(placed, token);
  }
  template <std::size_t n>
  void line(const std::array<Point, n>& points, Token token, float width,
            bool closed = false) const {
    std::array<Point, n> placed;
    for (std::size_t i = 0; i < n; ++i) placed[i] = at(points[i].x, points[i].y);
    ui.polyline(placed, token, width * part, closed);
  }
  void disc(float radius, Token token) const { ui.disc(at(6, 6), radius * part, token); }
  void ring(float radius, Token token, float width) const {
    ui.ring(at(6, 6), radius * part, token, width * part);
  }
};

using Three = std::array<Point, 3>;
using Two = std::array<Point, 2>;

}  // namespace

void glyph(Ui& ui, Glyph shape, const Rect& box, float side, Token plain) {
  const Field f{ui, ui.whole_pixels(box.middle_x() - side / 2),
                ui.whole_pixels(box.middle_y() - side / 2), side / 12};
  switch (shape) {
    case Glyph::none:
      return;
    case Glyph::todo:
      return f.ring(5, Token::outline, 1.1f);
    case Glyph::current:
      return f.polygon(Three{{{3, 1}, {10.5f, 6}, {3, 11}}}, Token::ink);
    case Glyph::good:
      f.disc(5.6f, Token::good);
      return f.line(Three{{{3.2f, 6.2f}, {5.2f, 8.2f}, {8.9f, 4}}}, Token::on_good, 1.5f);
    case Glyph::shortfall:
      ui.half_disc(f.at(6, 6), 5.2f * f.part, Token::under);
      f.ring(5.2f, Token::ink, 0.8f);
      return f.line(Two{{{6, 0.8f}, {6, 11.2f}}}, Token::ink, 0.8f);
    case Glyph::add:
      return f.polygon(Three{{{6, 1}, {11.6f, 11}, {0.4f, 11}}}, plain);
    case Glyph::take_off:
      return f.polygon(Three{{{6, 11}, {0.4f, 1}, {11.6f, 1}}}, plain);
    case Glyph::tick:
      return f.line(Three{{{1.5f, 6.4f}, {4.8f, 9.7f}, {10.6f, 2.8f}}}, plain, 2);
    case Glyph::cross:
      f.line(Two{{{2, 2}, {10, 10}}}, plain, 2);
      return f.line(Two{{{10, 2}, {2, 10}}}, plain, 2);
    case Glyph::fault:
      ui.fill({f.x + 0.8f * f.part, f.y + 0.8f * f.part, 10.4f * f.part, 10.4f * f.part},
              Token::over, 1.6f * f.part);
      f.line(Two{{{3.6f, 3.6f}, {8.4f, 8.4f}}}, Token::on_over, 1.5f);
      return f.line(Two{{{8.4f, 3.6f}, {3.6f, 8.4f}}}, Token::on_over, 1.5f);
    case Glyph::attention: {
      const Three corners{{{6, 0.9f}, {11.6f, 11.1f}, {0.4f, 11.1f}}};
      f.polygon(corners, Token::under);
      return f.line(corners, Token::ink, 0.8f, true);
    }
    case Glyph::waiting:
      f.ring(5.1f, Token::quiet, 1.1f);
      f.line(Two{{{6, 8.8f}, {6, 3.6f}}}, Token::quiet, 1.2f);
      return f.line(Three{{{3.8f, 5.6f}, {6, 3.4f}, {8.2f, 5.6f}}}, Token::quiet, 1.2f);
    case Glyph::sent:
      f.ring(5.1f, Token::quiet, 1.1f);
      return f.line(Three{{{3.4f, 6.2f}, {5.3f, 8.1f}, {8.6f, 4.2f}}}, Token::quiet, 1.2f);
    case Glyph::moving:
      for (const float x : {2.0f, 6.0f, 10.0f}) ui.disc(f.at(x, 6), 1.5f * f.part, plain);
      return;
    case Glyph::absent:
      return f.line(Two{{{2.5f, 6}, {9.5f, 6}}}, Token::quiet, 1.5f);
    case Glyph::too_little:
      ui.half_disc(f.at(6, 6), 4.9f * f.part, plain);
      return f.ring(4.9f, plain, 1.1f);
  }
}

}  // namespace ui
