#include "kiosk/app/push_book.hpp"

#include <utility>

namespace kiosk {

using domain::Fault;
using domain::Result;

JournalPushBook::JournalPushBook(journal::Journal& journal, journal::LoadedDay loaded,
                                 std::string person)
    : journal_(journal), loaded_(std::move(loaded)), person_(std::move(person)) {
  state_.apply(loaded_.entries);
}

Result<std::vector<server::ToldOrder>> JournalPushBook::told(domain::OrderId id) {
  if (const auto known = told_.find(id); known != told_.end()) return known->second;
  auto versions = journal_.reference_versions(loaded_.row.number, id);
  if (!versions) return tl::unexpected(versions.error());
  std::vector<server::ToldOrder> told;
  for (auto& version : *versions) told.push_back({version.mark.source, std::move(version.order)});
  told_.insert_or_assign(id, told);
  return told;
}

Result<void> JournalPushBook::append(std::span<const domain::Body> bodies) {
  if (bodies.empty()) return {};
  constexpr int most_tries = 50;
  for (int tries = 1;; ++tries) {
    const auto entries = journal_.append(bodies, person_, loaded_.seen());
    if (entries) {
      loaded_.add(*entries);
      state_.apply(*entries);
      return {};
    }
    if (entries.error().fault != Fault::busy || tries == most_tries)
      return tl::unexpected(entries.error());
    if (const auto read = catch_up(); !read) return read;
  }
}

Result<void> JournalPushBook::catch_up() {
  const auto marks = loaded_.marks;
  const std::size_t known = loaded_.entries.size();
  if (const auto read = journal::catch_up(journal_, loaded_); !read) return read;
  if (!loaded_.open())
    return domain::fail(Fault::refused,
                        "Day " + std::to_string(loaded_.row.number) +
                            " has ended while it was sent; what was sent stands in the journal.");
  if (loaded_.marks != marks) {
    told_.clear();
    state_ = {};
    state_.apply(loaded_.entries);
  } else {
    state_.apply(std::span(loaded_.entries).subspan(known));
  }
  return {};
}

}  // namespace kiosk
