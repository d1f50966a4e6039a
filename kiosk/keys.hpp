// X11 key codes to the signs of a US keyboard, for bar-code scanners, which are keyboards.
#pragma once

#include <optional>

namespace kiosk {

// Digits, capital letters, a few signs, '\n' for both Enter keys; none for everything else.
std::optional<char> symbol_of(int scancode);

}  // namespace kiosk
