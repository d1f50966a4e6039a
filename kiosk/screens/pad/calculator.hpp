// The calculator line of the number pad: "192+167", "3×1,25". It takes keys, never text, so that a
// line is always well formed but for an open end. Exact; a result too large is none. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/amount.hpp"
#include "kiosk/ui/pad.hpp"

namespace screens::pad {

// Digits are grams, and a comma anywhere in the line makes all of it kilograms; or they count.
enum class Measures { weight, pieces };

class Calculator {
 public:
  explicit Calculator(Measures measures) : measures_(measures) {}

  void digit(int digit);
  void comma();
  void plus() { sign('+'); }
  void times() { sign('*'); }
  void erase();
  void clear() { line_.clear(); }

  bool empty() const { return line_.empty(); }
  // As people write it: "192 + 167", "3 × 1,25"; `mark` is the language's decimal mark.
  std::string text(char mark) const;
  // × before +; an open end ("192 +") counts for what stands. Nothing while there is no number, or
  // where it is too large.
  std::optional<domain::Weight> weight() const;
  std::optional<domain::Quantity> quantity() const;

 private:
  void sign(char sign);
  std::size_t number_start() const;
  bool in_kilograms() const { return line_.find(',') != std::string::npos; }
  // In 10^-9 of what the digits mean.
  std::optional<domain::Wide> value() const;

  Measures measures_;
  std::string line_;  // digits , + *
};

// A key of the pad; a key of a keyboard that means one.
void press(Calculator& line, ui::PadKey key);
std::optional<ui::PadKey> key_of(char c);

}  // namespace screens::pad
