// The colours, by what they mean. Contrast was measured for every pair that is drawn together: text
// at least 4.5, shapes at least 3. A state is never colour alone.
#pragma once

#include <array>
#include <cstdint>

namespace ui {

enum class Token {
  background,
  surface,
  ink,
  quiet,
  accent,
  on_accent,
  under,
  on_under,
  good,
  on_good,
  over,
  on_over,
  outline,
  hairline,
  sunk,
};
inline constexpr int token_count = 15;

enum class Light { light, dark };

struct Color {
  std::uint8_t r = 0, g = 0, b = 0;
};

class Theme {
 public:
  static const Theme& of(Light light);
  Color operator[](Token token) const { return colors_[static_cast<std::size_t>(token)]; }
  // The fill of a pressed control: the token, a step darker.
  Color pressed(Token token) const;

 private:
  explicit constexpr Theme(std::array<std::uint32_t, token_count> rgb) {
    for (std::size_t i = 0; i < rgb.size(); ++i)
      colors_[i] = {static_cast<std::uint8_t>(rgb[i] >> 16), static_cast<std::uint8_t>(rgb[i] >> 8),
                    static_cast<std::uint8_t>(rgb[i])};
  }
  std::array<Color, token_count> colors_{};
};

// WCAG contrast of two colours, 1 to 21.
double contrast(Color a, Color b);

}  // namespace ui
