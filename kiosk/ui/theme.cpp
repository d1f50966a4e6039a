#include "kiosk/ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace ui {

const Theme& Theme::of(Light light) {
  static constexpr Theme bright({0xF6F5F1, 0xFFFFFF, 0x1B1F23, 0x565D66, 0x0B5FA5, 0xFFFFFF,
                                 0xE69F00, 0x1B1F23, 0x00795A, 0xFFFFFF, 0xB23A00, 0xFFFFFF,
                                 0x868B92, 0xE2E0D9, 0xECEAE3});
  static constexpr Theme dark({0x14181C, 0x1D2329, 0xF2F4F5, 0xA9B2BA, 0x6CB4F5, 0x14181C, 0xF0B429,
                               0x14181C, 0x3DBE94, 0x14181C, 0xFF8A5B, 0x14181C, 0x6B7680, 0x2C343C,
                               0x283038});
  return light == Light::light ? bright : dark;
}

Color Theme::pressed(Token token) const {
  const Color c = (*this)[token];
  const auto darker = [](std::uint8_t part) { return static_cast<std::uint8_t>(part * 85 / 100); };
  return {darker(c.r), darker(c.g), darker(c.b)};
}

double contrast(Color a, Color b) {
  const auto linear = [](std::uint8_t part) {
    const double v = part / 255.0;
    return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
  };
  const auto luminance = [&](Color c) {
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
  };
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

}  // namespace ui
