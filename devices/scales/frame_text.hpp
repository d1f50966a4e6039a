// Reading numbers and units out of a frame's text, the same in every protocol. Pure; no locale, no
// "first number in the text": the whole field is a number or it is none.
#pragma once

#include <string_view>

#include "devices/scales/frame_scanner.hpp"

namespace scales {

struct SignedDecimal {
  Decimal value;       // with its sign
  bool minus = false;  // also before all-zero digits, which mean "below zero"
};

// Blanks, an optional sign, digits, optionally `mark` and digits; nothing after. At most 15 digits.
std::optional<SignedDecimal> read_field(std::string_view field, char mark = '.');

// A weight, or the status under_zero where a minus stands before zeros (scales.md 0.1).
ScaleEvent weight_or_under_zero(const SignedDecimal& number, WeightEvent weight);

// "kg", "KG", "g": a unit of weight. Otherwise why not: not_mass for counts and per cent, else
// unknown_unit.
struct UnitWord {
  std::optional<Unit> unit;
  Reason refusal = Reason::unknown_unit;
};
UnitWord read_unit_word(std::string_view text);

// Walks along a frame that may end early. Once something does not stand where it should, or the
// bytes end, every further step fails and verdict() says which of the two it was.
class Walk {
 public:
  explicit Walk(std::string_view bytes) : bytes_(bytes) {}
  bool text(std::string_view expected);
  // The next byte, if it is one of these; else 0.
  char one_of(std::string_view expected);
  // The next byte without taking it; 0 at the end, and once failed.
  char next() const { return failed() || at_ >= bytes_.size() ? '\0' : bytes_[at_]; }
  // Exactly `length` bytes, all of them among `allowed`.
  std::string_view field(std::size_t length, std::string_view allowed);
  // `least` to `most` bytes for which `allowed` holds, as many as there are.
  std::string_view run(std::size_t least, std::size_t most, bool (*allowed)(char));
  // full only at the very end of the bytes.
  Verdict verdict() const;
  bool failed() const { return state_ != Verdict::full; }

 private:
  void stop() { state_ = at_ >= bytes_.size() ? Verdict::partial : Verdict::none; }
  std::string_view bytes_;
  std::size_t at_ = 0;
  Verdict state_ = Verdict::full;
};

}  // namespace scales
