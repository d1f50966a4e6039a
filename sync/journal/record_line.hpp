// One line of `day record`: strict JSON by contracts.md 2.3 to the body of an entry. Whether the
// day takes it is domain::may_record's to say. Pure.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "domain/day.hpp"
#include "sync/journal/flat_json.hpp"

namespace journal {

// Longer ones are refused: no line of the contract needs them, and no sheet could show such a
// cause.
inline constexpr std::size_t longest_line = 65'536;
inline constexpr std::size_t longest_cause = 500;

struct RecordContext {
  const domain::Day& day;
  const std::string& station;  // whose entry an undo names where it does not say
  std::function<domain::Band(const std::string& article)> band_of;
};

// `into` is working space.
domain::Result<domain::Body> read_record_line(std::string_view line, const RecordContext& context,
                                              FlatJson& into);

// {"seq":18,"saved":true} and {"saved":false,"error":"…"}
std::string saved_answer(std::int64_t seq);
std::string error_answer(const domain::Error& error);

}  // namespace journal
