#include "kiosk/keys.hpp"

#include <string_view>

namespace kiosk {
namespace {

// evdev key codes plus 8, as X11 reports them: one run per row of keys.
struct Run {
  int first;
  std::string_view symbols;
};
constexpr Run runs[] = {
    {10, "1234567890-="}, {24, "QWERTYUIOP"}, {38, "ASDFGHJKL"},
    {52, "ZXCVBNM,./"},   {63, "*"},          {79, "789-456+1230."},
};
constexpr int enter = 36, keypad_enter = 104;

}  // namespace

std::optional<char> symbol_of(int scancode) {
  if (scancode == enter || scancode == keypad_enter) return '\n';
  for (const Run& run : runs) {
    const int at = scancode - run.first;
    if (at >= 0 && at < static_cast<int>(run.symbols.size()))
      return run.symbols[static_cast<std::size_t>(at)];
  }
  return std::nullopt;
}

}  // namespace kiosk
