#include "domain/entry.hpp"

#include <array>
#include <utility>

namespace domain {

namespace {

constexpr std::array<std::pair<Cause::Kind, std::string_view>, 3> cause_words = {
    {{Cause::not_delivered, "not_delivered"},
     {Cause::damaged, "damaged"},
     {Cause::short_delivery, "short_delivery"}}};
constexpr std::string_view other_prefix = "other:";

template <class... F>
struct Overloaded : F... {
  using F::operator()...;
};
template <class... F>
Overloaded(F...) -> Overloaded<F...>;

}  // namespace

std::string text_of(const Cause& cause) {
  for (const auto& [kind, word] : cause_words)
    if (kind == cause.kind) return std::string(word);
  return std::string(other_prefix) + cause.text;
}

Result<Cause> read_cause(std::string_view text) {
  for (const auto& [kind, word] : cause_words)
    if (word == text) return Cause{kind, {}};
  if (text.substr(0, other_prefix.size()) == other_prefix) {
    const auto reason = collapse_blanks(text.substr(other_prefix.size()));
    if (!reason.empty()) return Cause{Cause::other, reason};
  }
  return fail(Fault::bad_value,
              "\"" + std::string(text) +
                  "\" is no cause; use not_delivered, damaged, short_delivery or other:TEXT");
}

std::string_view kind_word(const Body& body) {
  return std::visit(
      Overloaded{[](const Weighed&) -> std::string_view { return "weighed"; },
                 [](const Counted&) -> std::string_view { return "counted"; },
                 [](const ShortfallNoted&) -> std::string_view { return "shortfall"; },
                 [](const Received&) -> std::string_view { return "received"; },
                 [](const UnitConfirmed&) -> std::string_view { return "unit"; },
                 [](const Printed&) -> std::string_view { return "printed"; },
                 [](const Undone&) -> std::string_view { return "undo"; },
                 [](const Sending&) -> std::string_view { return "sending"; },
                 [](const Pushed&) -> std::string_view { return "pushed"; },
                 [](const Taken&) -> std::string_view { return "taken"; },
                 [](const UnknownBody& u) -> std::string_view { return u.kind; }},
      body);
}

std::optional<CellId> cell_of(const Body& body) {
  if (const auto* sending = std::get_if<Sending>(&body)) return sending->cell;
  if (const auto* pushed = std::get_if<Pushed>(&body)) return pushed->cell;
  if (const auto* taken = std::get_if<Taken>(&body)) return taken->cell;
  const OnCell* on = on_cell(body);
  return on ? std::optional(on->cell) : std::nullopt;
}

}  // namespace domain
