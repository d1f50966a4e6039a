#include "devices/scales/scale_event.hpp"

#include <array>
#include <limits>

namespace scales {

namespace {

constexpr std::array<std::string_view, 4> units{"kg", "g", "lb", "oz"};
constexpr std::array<std::string_view, 2> modes{"gross", "net"};
constexpr std::array<std::string_view, 12> errors{
    "motion",     "overload",      "underload",   "under_zero", "out_of_range", "not_ready",
    "needs_zero", "below_minimum", "no_new_load", "key_needed", "refused",      "fault"};
constexpr std::array<std::string_view, 9> reasons{"bad_checksum",    "incomplete",   "overrun",
                                                  "bad_report",      "unknown_unit", "not_mass",
                                                  "unknown_command", "expanded",     "garbage"};

template <std::size_t N, class Enum>
std::string_view word_in(const std::array<std::string_view, N>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}

// One unit in 10^-6 mg, so that the ounce (28349.523125 mg) is whole.
std::int64_t micros_of_milligram(Unit unit) {
  switch (unit) {
    case Unit::kg:
      return 1'000'000'000'000;
    case Unit::g:
      return 1'000'000'000;
    case Unit::lb:
      return 453'592'370'000;
    case Unit::oz:
      return 28'349'523'125;
  }
  return 0;
}

}  // namespace

std::string text_of(Decimal value) {
  return domain::print_decimal(value.mantissa, value.decimals, value.decimals);
}

std::string_view word(Unit unit) { return word_in(units, unit); }
std::string_view word(Mode mode) { return word_in(modes, mode); }
std::string_view word(StatusError error) { return word_in(errors, error); }
std::string_view word(Reason reason) { return word_in(reasons, reason); }

std::optional<Unit> read_unit(std::string_view word) {
  for (std::size_t i = 0; i < units.size(); ++i)
    if (units[i] == word) return static_cast<Unit>(i);
  return std::nullopt;
}

std::optional<domain::Weight> to_weight(Decimal value, Unit unit) {
  domain::Wide product = static_cast<domain::Wide>(value.mantissa) * micros_of_milligram(unit);
  domain::Wide divisor = 1'000'000;
  for (int d = 0; d < value.decimals; ++d) {
    // Beyond 30 decimals any mantissa of 64 bits is far below half a milligram.
    if (d == 30) return domain::Weight(0);
    divisor *= 10;
  }
  const domain::Wide mg = domain::divide_rounded(product, divisor);
  if (mg > std::numeric_limits<std::int64_t>::max() ||
      mg < std::numeric_limits<std::int64_t>::min())
    return std::nullopt;
  return domain::Weight(static_cast<std::int64_t>(mg));
}

}  // namespace scales
