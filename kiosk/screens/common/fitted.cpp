#include "kiosk/screens/common/fitted.hpp"

#include <algorithm>

namespace screens {

std::string without_last_letter(std::string text) {
  while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
  if (!text.empty()) text.pop_back();
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return text;
}

std::string one_line(const ui::Ui& ui, const std::string& text, float room,
                     const ui::Style& style) {
  if (ui.width(text, style) <= room) return text;
  static const std::string dots = "…";
  // The longest beginning that fits; its width grows with its length.
  std::size_t fits = 0, most = text.size();
  while (fits < most) {
    std::size_t middle = (fits + most + 1) / 2;
    if (ui.width(text.substr(0, middle) + dots, style) <= room) {
      fits = middle;
    } else {
      most = middle - 1;
    }
  }
  const auto inside = [&](std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  };
  while (fits > 0 && inside(fits)) --fits;
  while (fits > 0 && text[fits - 1] == ' ') --fits;
  return text.substr(0, fits) + dots;
}

std::string two_lines(const ui::Ui& ui, const std::string& text, float room,
                      const ui::Style& style) {
  std::size_t best = std::string::npos;
  float least = 0;
  for (std::size_t at = text.find(' '); at != std::string::npos; at = text.find(' ', at + 1)) {
    const float width =
        std::max(ui.width(text.substr(0, at), style), ui.width(text.substr(at + 1), style));
    if (best != std::string::npos && width >= least) continue;
    best = at;
    least = width;
  }
  if (best == std::string::npos) return one_line(ui, text, room, style);
  return one_line(ui, text.substr(0, best), room, style) + "\n" +
         one_line(ui, text.substr(best + 1), room, style);
}

}  // namespace screens
