// Text and icons of Ui. Glyphs are set one by one at whole pixels, so that they stay sharp, and
// kept between ImGui's own atlas and draw list.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/ui/pixels.hpp"
#include "kiosk/ui/ui.hpp"

namespace ui {
namespace {

constexpr float em_of_size = 0.826f;
constexpr float thousands_em = 0.14f;  // thin space of the weight digits
constexpr unsigned thin = 0x202F;
constexpr std::string_view dots = "…";

// Calls `each` with every code point.
template <class Each>
void for_each_letter(std::string_view text, Each each) {
  const char *at = text.data(), *const end = at + text.size();
  while (at < end) {
    unsigned letter = 0;
    at += ImTextCharFromUtf8(&letter, at, end);
    if (letter == 0) break;
    each(letter);
  }
}

bool weight_of(Size size) { return size == Size::digits || size == Size::half_digits; }

float advance(const ImFont& font, unsigned letter, Size size) {
  if (weight_of(size) && letter == thin) return font.FontSize * em_of_size * thousands_em;
  const auto code = static_cast<ImWchar>(letter);
  const ImFontGlyph* glyph = font.FindGlyphNoFallback(code);
  if (glyph != nullptr) return glyph->AdvanceX;
  if (letter == thin || letter == 0x2009) return font.FontSize * 0.14f;
  return font.FallbackAdvanceX;
}

float run_width(const ImFont& font, std::string_view text, Size size) {
  float width = 0;
  for_each_letter(text, [&](unsigned letter) { width += advance(font, letter, size); });
  return width;
}

void draw_run(ImDrawList& draw, const ImFont& font, std::string_view text, Size size, ImVec2 at,
              ImU32 color, float scale) {
  float x = at.x;
  const float y = std::round(at.y);
  draw.PrimReserve(static_cast<int>(text.size()) * 6, static_cast<int>(text.size()) * 4);
  int drawn = 0;
  for_each_letter(text, [&](unsigned letter) {
    const ImFontGlyph* glyph = font.FindGlyph(static_cast<ImWchar>(letter));
    const bool space = letter == thin || letter == 0x2009;
    if (glyph != nullptr && glyph->Visible && !space) {
      const float left = scale == 1 ? std::round(x) : x;
      draw.PrimRectUV({left + glyph->X0 * scale, y + glyph->Y0 * scale},
                      {left + glyph->X1 * scale, y + glyph->Y1 * scale}, {glyph->U0, glyph->V0},
                      {glyph->U1, glyph->V1}, color);
      ++drawn;
    }
    x += advance(font, letter, size) * scale;
  });
  const int unused = static_cast<int>(text.size()) - drawn;
  draw.PrimUnreserve(unused * 6, unused * 4);
}

// Lines of at most `width` pixels, broken at blanks and line ends; a word longer than that stays.
std::vector<std::string_view> broken(const ImFont& font, std::string_view text, float width,
                                     Size size) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t hard = std::min(text.find('\n'), text.size());
    std::string_view paragraph = text.substr(0, hard);
    while (!paragraph.empty()) {
      std::size_t fits = paragraph.size();
      while (fits > 0 && run_width(font, paragraph.substr(0, fits), size) > width) {
        const std::size_t blank =
            fits == 0 ? std::string_view::npos : paragraph.rfind(' ', fits - 1);
        if (blank == std::string_view::npos || blank == 0) break;
        fits = blank;
      }
      lines.push_back(paragraph.substr(0, fits));
      paragraph.remove_prefix(std::min(fits + 1, paragraph.size()));
    }
    if (hard == 0) lines.emplace_back();
    if (hard >= text.size()) break;
    text.remove_prefix(hard + 1);
  }
  return lines;
}

// The same number of lines, as equal in length as they can be.
std::vector<std::string_view> balanced(const ImFont& font, std::string_view text, float width,
                                       Size size) {
  std::vector<std::string_view> best = broken(font, text, width, size);
  const std::size_t count = best.size();
  if (count < 2) return best;
  float low = width / static_cast<float>(count + 1), high = width;
  while (high - low > 2) {
    const float middle = (low + high) / 2;
    auto tried = broken(font, text, middle, size);
    const bool inside = std::all_of(tried.begin(), tried.end(), [&](std::string_view line) {
      return run_width(font, line, size) <= width;
    });
    if (tried.size() == count && inside) {
      best = std::move(tried);
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

std::string shortened(const ImFont& font, std::string_view text, float width, Size size) {
  std::string result(text);
  while (!result.empty() && run_width(font, result + std::string(dots), size) > width) {
    std::size_t last = result.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(result[last]) & 0xC0) == 0x80) --last;
    result.resize(last);
    while (!result.empty() && result.back() == ' ') result.pop_back();
  }
  return result + std::string(dots);
}

Size smaller(Size size) {
  switch (size) {
    case Size::verb:
      return Size::large;
    case Size::large:
      return Size::normal;
    case Size::normal:
      return Size::small;
    case Size::small:
      return Size::table;  // the same on most panels
    default:
      return size;
  }
}

}  // namespace

float Ui::text(std::string_view text, const Rect& box, const Style& style) {
  const PixelRect place = to_pixels(box, metrics_.px);
  const float room = place.x1 - place.x0;
  Size size = style.size;
  std::vector<std::string_view> lines;
  float widest = 0;
  const ImFont* font = nullptr;
  while (true) {
    font = &fonts_.text(size, style.face);
    const float at_most = style.lines > 1 ? room : 1e9f;
    lines = style.breaks == Breaks::even ? balanced(*font, text, at_most, size)
                                         : broken(*font, text, at_most, size);
    widest = 0;
    for (const auto line : lines) widest = std::max(widest, run_width(*font, line, size));
    const bool fits =
        widest <= room + 0.5f && lines.size() <= static_cast<std::size_t>(style.lines);
    const bool hard = style.lines == 1 && lines.size() > 1;  // the text's own line ends
    if (fits || style.fit != Fit::shrink || smaller(size) == size || (hard && widest <= room))
      break;
    size = smaller(size);
  }
  const auto most = static_cast<std::size_t>(style.lines);
  std::string cut;
  if (style.fit == Fit::ellipsis && style.lines > 1 && lines.size() > most) {
    const auto offset = static_cast<std::size_t>(lines[most - 1].data() - text.data());
    cut = shortened(*font, text.substr(offset, text.find('\n', offset) - offset), room, size);
    lines.resize(most);
    lines.back() = cut;
  } else if (style.fit == Fit::ellipsis && widest > room) {
    cut = shortened(*font, lines.empty() ? text : lines[0], room, size);
    if (!lines.empty()) lines[0] = cut;
  } else if (widest > room + 0.5f && !(weight_of(size) && style.fit == Fit::shrink)) {
    too_wide_.push_back({std::string(text), widest - room});
  } else if (style.lines > 1 && lines.size() > most) {
    too_wide_.push_back({std::string(text), widest});
  }
  // Weight digits shrink by as much as they must; the atlas holds them large enough.
  const float scale =
      weight_of(size) && style.fit == Fit::shrink && widest > room ? room / widest : 1;
  const float line = font->FontSize * scale;
  const float height = line * static_cast<float>(lines.size());
  float y = place.y0;
  if (style.down == Down::middle) y = (place.y0 + place.y1 - height) / 2;
  if (style.down == Down::bottom) y = place.y1 - height;
  const Color c = theme()[style.color];
  widest = 0;
  for (const auto run : lines) {
    const float width = run_width(*font, run, size) * scale;
    float x = place.x0;
    if (style.across == Across::centre) x = (place.x0 + place.x1 - width) / 2;
    if (style.across == Across::right) x = place.x1 - width;
    if (!run.empty())
      draw_run(draw(), *font, run, size, {x, y}, IM_COL32(c.r, c.g, c.b, 255), scale);
    widest = std::max(widest, width);
    y += line;
  }
  return widest / metrics_.px;
}

float Ui::width(std::string_view text, const Style& style) const {
  const ImFont& font = fonts_.text(style.size, style.face);
  float widest = 0;
  for (const auto line : broken(font, text, 1e9f, style.size))
    widest = std::max(widest, run_width(font, line, style.size));
  return widest / metrics_.px;
}

int Ui::lines(std::string_view text, float width, const Style& style) const {
  const ImFont& font = fonts_.text(style.size, style.face);
  return static_cast<int>(broken(font, text, std::round(width * metrics_.px), style.size).size());
}

float Ui::broken_width(std::string_view text, float width, const Style& style) const {
  const ImFont& font = fonts_.text(style.size, style.face);
  const float room = std::round(width * metrics_.px);
  const float at_most = style.lines > 1 ? room : 1e9f;
  float widest = 0;
  for (const auto line : style.breaks == Breaks::even ? balanced(font, text, at_most, style.size)
                                                      : broken(font, text, at_most, style.size))
    widest = std::max(widest, run_width(font, line, style.size));
  return std::min(widest, room) / metrics_.px;
}

float Ui::line_height(Size size) const {
  return fonts_.text(size, Face::semibold).FontSize / metrics_.px;
}

void Ui::icon(Icon icon, const Rect& rect, float size, Token token) {
  const float pixels = std::round(size * metrics_.px);
  const ImFont& font = fonts_.icons(pixels);
  const ImFontGlyph* glyph = font.FindGlyphNoFallback(static_cast<ImWchar>(icon));
  if (glyph == nullptr) return;
  const float scale = std::abs(font.FontSize - pixels) < 1 ? 1 : pixels / font.FontSize;
  const float side = font.FontSize * scale;
  const float x = std::round(rect.middle_x() * metrics_.px - side / 2);
  const float y = std::round(rect.middle_y() * metrics_.px - side / 2);
  const Color c = theme()[token];
  ImDrawList& list = draw();
  list.PrimReserve(6, 4);
  list.PrimRectUV({x + glyph->X0 * scale, y + glyph->Y0 * scale},
                  {x + glyph->X1 * scale, y + glyph->Y1 * scale}, {glyph->U0, glyph->V0},
                  {glyph->U1, glyph->V1}, IM_COL32(c.r, c.g, c.b, 255));
}

}  // namespace ui
