#include "domain/push_words.hpp"

#include <array>
#include <utility>

#include "domain/result.hpp"

namespace domain {

namespace {

template <class T, std::size_t N>
using Words = std::array<std::pair<T, std::string_view>, N>;

constexpr Words<PushStep, 5> step_words = {{{PushStep::cell, "cell"},
                                            {PushStep::received, "received"},
                                            {PushStep::comment, "comment"},
                                            {PushStep::receive, "receive"},
                                            {PushStep::order, "order"}}};
constexpr Words<PushOutcome, 5> outcome_words = {{{PushOutcome::sent, "sent"},
                                                  {PushOutcome::same, "same"},
                                                  {PushOutcome::resolved, "resolved"},
                                                  {PushOutcome::conflict, "conflict"},
                                                  {PushOutcome::refused, "refused"}}};
constexpr Words<Side, 2> side_words = {{{Side::ours, "ours"}, {Side::server, "server"}}};

template <class T, std::size_t N>
std::string_view word_in(const Words<T, N>& words, T value) {
  for (const auto& [each, word] : words)
    if (each == value) return word;
  ensure(false, "a word of the push is known");
  return {};
}

template <class T, std::size_t N>
std::optional<T> value_in(const Words<T, N>& words, std::string_view text) {
  for (const auto& [each, word] : words)
    if (word == text) return each;
  return std::nullopt;
}

}  // namespace

std::string_view word(PushStep step) { return word_in(step_words, step); }
std::string_view word(PushOutcome outcome) { return word_in(outcome_words, outcome); }
std::string_view word(Side side) { return word_in(side_words, side); }
std::optional<PushStep> push_step(std::string_view word) { return value_in(step_words, word); }
std::optional<PushOutcome> push_outcome(std::string_view word) {
  return value_in(outcome_words, word);
}
std::optional<Side> side_of(std::string_view word) { return value_in(side_words, word); }

}  // namespace domain
