#include "domain/bag.hpp"

#include <algorithm>
#include <set>

namespace domain {

namespace {

constexpr std::int64_t microseconds = 1'000'000;
constexpr std::int64_t first_second_of_2026 = 1'767'225'600;

bool is_bag(const Body& body) {
  if (const auto* weighed = std::get_if<Weighed>(&body)) return weighed->label == Label::due;
  if (const auto* counted = std::get_if<Counted>(&body)) return counted->label == Label::due;
  return false;
}

}  // namespace

std::vector<EntryRef> waiting_labels(std::span<const Entry> entries) {
  std::set<EntryRef> settled;
  for (const auto& entry : entries) {
    if (const auto* printed = std::get_if<Printed>(&entry.body)) settled.insert(printed->bag);
    if (const auto* undone = std::get_if<Undone>(&entry.body)) settled.insert(undone->target);
  }
  std::vector<EntryRef> waiting;
  for (const auto& entry : entries)
    if (is_bag(entry.body) && !settled.contains(entry.ref)) waiting.push_back(entry.ref);
  return waiting;
}

std::map<EntryRef, std::int64_t> bag_serials(std::span<const Entry> entries) {
  std::map<EntryRef, std::int64_t> serials;
  std::map<std::string, std::int64_t> last;
  for (const auto& entry : entries) {
    if (!is_bag(entry.body)) continue;
    const std::int64_t second = entry.at.microseconds / microseconds - first_second_of_2026;
    auto& serial = last[entry.ref.station];
    serial = std::max(serial + 1, second);
    serials.emplace(entry.ref, serial);
  }
  return serials;
}

}  // namespace domain
