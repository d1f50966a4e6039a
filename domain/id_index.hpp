// From an id of the server to a place in a list, for the fold: one look into memory where a node
// map needs three. Only grows. A value; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace domain {

class IdIndex {
 public:
  // The place of `id`; where it is new, `place` becomes it.
  std::size_t place_or(std::int64_t id, std::size_t place) {
    if ((count_ + 1) * 2 > slots_.size()) grow();
    Slot& slot = slots_[find_slot(id)];
    if (slot.place == none) {
      slot = {id, place};
      ++count_;
    }
    return slot.place;
  }
  std::optional<std::size_t> find(std::int64_t id) const {
    if (slots_.empty()) return std::nullopt;
    const Slot& slot = slots_[find_slot(id)];
    return slot.place == none ? std::nullopt : std::optional(slot.place);
  }
  // The memory that find() will look at.
  void prefetch(std::int64_t id) const {
    if (!slots_.empty()) __builtin_prefetch(&slots_[first_slot(id)]);
  }

 private:
  static constexpr std::size_t none = SIZE_MAX;
  struct Slot {
    std::int64_t id = 0;
    std::size_t place = none;
  };

  // Spread by the golden ratio: runs of ids of several orders must not fall on one another.
  std::size_t first_slot(std::int64_t id) const {
    const std::uint64_t spread = static_cast<std::uint64_t>(id) * 0x9E3779B97F4A7C15U;
    return (spread >> 32) & (slots_.size() - 1);
  }
  std::size_t find_slot(std::int64_t id) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = first_slot(id);
    while (slots_[at].place != none && slots_[at].id != id) at = (at + 1) & mask;
    return at;
  }
  void grow() {
    constexpr std::size_t first = 64;
    std::vector<Slot> old(slots_.empty() ? first : slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old)
      if (slot.place != none) slots_[find_slot(slot.id)] = slot;
  }

  std::vector<Slot> slots_;  // a power of two, at most half full
  std::size_t count_ = 0;
};

}  // namespace domain
