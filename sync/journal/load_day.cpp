#include "sync/journal/load_day.hpp"

#include <algorithm>
#include <utility>

namespace journal {

namespace {

using domain::Fault;
using domain::Result;

Result<Day> pick(const std::vector<Day>& days, std::optional<int> number) {
  if (days.empty())
    return domain::fail(Fault::not_found,
                        "There is no day yet; start one with 'day import FOLDER' or 'day new'.");
  if (!number) return days.back();
  const auto at =
      std::find_if(days.begin(), days.end(), [&](const Day& day) { return day.number == *number; });
  if (at != days.end()) return *at;
  return domain::fail(Fault::not_found, "There is no day " + std::to_string(*number) +
                                            "; 'day list' shows those that are there.");
}

Result<domain::Day> empty_fold(Journal& journal, std::vector<Reference> references) {
  domain::UnitBook units;
  auto said = journal.units();
  if (!said) return tl::unexpected(said.error());
  for (auto& unit : *said) units.confirm(std::move(unit.text), unit.meaning);
  std::vector<domain::ReferenceOrder> orders;
  for (auto& reference : references) orders.push_back(std::move(reference.order));
  return domain::Day(std::move(orders), std::move(units));
}

}  // namespace

void LoadedDay::add(std::span<const domain::Entry> fresh) {
  day.apply(fresh);
  entries.insert(entries.end(), fresh.begin(), fresh.end());
}

Result<LoadedDay> load_day(Journal& journal, std::optional<int> number) {
  LoadedDay loaded;
  const auto days = journal.days();
  if (!days) return tl::unexpected(days.error());
  auto row = pick(*days, number);
  if (!row) return tl::unexpected(row.error());
  loaded.row = std::move(*row);
  auto references = journal.references(loaded.row.number);
  if (!references) return tl::unexpected(references.error());
  for (const auto& reference : *references) loaded.marks.push_back(reference.mark);
  auto day = empty_fold(journal, std::move(*references));
  if (!day) return tl::unexpected(day.error());
  loaded.day = std::move(*day);
  auto entries = journal.entries(loaded.row.number);
  if (!entries) return tl::unexpected(entries.error());
  loaded.add(*entries);
  auto crates = journal.crates(loaded.row.number);
  if (!crates) return tl::unexpected(crates.error());
  loaded.crates = std::move(*crates);
  return loaded;
}

Result<void> catch_up(Journal& journal, LoadedDay& loaded) {
  const auto days = journal.days();
  if (!days) return tl::unexpected(days.error());
  const auto row = pick(*days, loaded.row.number);
  if (!row) return tl::unexpected(row.error());
  loaded.row = *row;
  const auto marks = journal.reference_marks(loaded.row.number);
  if (!marks) return tl::unexpected(marks.error());
  if (*marks != loaded.marks) {
    auto anew = load_day(journal, loaded.row.number);
    if (!anew) return tl::unexpected(anew.error());
    loaded = std::move(*anew);
    return {};
  }
  const auto fresh = journal.entries(loaded.row.number, loaded.seen());
  if (!fresh) return tl::unexpected(fresh.error());
  loaded.add(*fresh);
  return {};
}

}  // namespace journal
