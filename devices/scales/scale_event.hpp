// What a decoder makes of a scale's bytes: docs/contracts.md 3 as types. Values without threads.
// Unknown is a state of its own (no unit, steadiness or mode in the frame), never a default.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/amount.hpp"

namespace scales {

enum class Unit { kg, g, lb, oz };
enum class Mode { gross, net };

// A number as the scale shows it: mantissa × 10^-decimals, decimals ≥ 0 as in the frame.
struct Decimal {
  std::int64_t mantissa = 0;
  int decimals = 0;
  bool operator==(const Decimal&) const = default;
};

// "0.850", "-1.5", "3000": the frame's decimals, no leading zeros.
std::string text_of(Decimal value);

enum class StatusError {
  motion,
  overload,
  underload,
  under_zero,
  out_of_range,
  not_ready,
  needs_zero,
  below_minimum,
  no_new_load,
  key_needed,
  refused,
  fault,
};

enum class Reason {
  bad_checksum,
  incomplete,
  overrun,
  bad_report,
  unknown_unit,
  not_mass,
  unknown_command,
  expanded,
  garbage,
};

struct WeightEvent {
  Decimal value;
  std::optional<Unit> unit;
  std::optional<bool> stable;
  std::optional<Mode> mode;
  bool operator==(const WeightEvent&) const = default;
};

struct StatusEvent {
  std::optional<StatusError> error;
  std::string code;  // as the scale writes it, where it gives one
  std::optional<bool> zero;
  std::optional<bool> stable;
  std::optional<Unit> unit;
  bool operator==(const StatusEvent&) const = default;
};

// A record that is nothing but a tare.
struct TareEvent {
  Decimal value;
  std::optional<Unit> unit;
  bool operator==(const TareEvent&) const = default;
};

struct AckEvent {
  bool operator==(const AckEvent&) const = default;
};

// A record that is no weight: serial number, barcode.
struct InfoEvent {
  bool operator==(const InfoEvent&) const = default;
};

struct RejectEvent {
  Reason reason = Reason::garbage;
  std::int64_t bytes = 0;  // of garbage only
  bool operator==(const RejectEvent&) const = default;
};

using ScaleEvent =
    std::variant<WeightEvent, StatusEvent, TareEvent, AckEvent, InfoEvent, RejectEvent>;
using Events = std::vector<ScaleEvent>;

// The words of contracts.md 3.
std::string_view word(Unit unit);
std::string_view word(Mode mode);
std::string_view word(StatusError error);
std::string_view word(Reason reason);
std::optional<Unit> read_unit(std::string_view word);

// In mg: exact for kg up to 6 decimals and g up to 3; else (more decimals, lb = 453.59237 g,
// oz = lb/16) rounded once, halves away from zero. Empty beyond 64 bits.
std::optional<domain::Weight> to_weight(Decimal value, Unit unit);

}  // namespace scales
