#include "kiosk/app/server_book.hpp"

#include <algorithm>

namespace kiosk {

using domain::Result;

Result<void> ServerBook::there(const std::function<Result<void>()>& what) {
  Result<void> done;
  const bool ran = door_.ask([&] {
    done = what();
    if (done) read_on();
  });
  if (!ran) return domain::fail(domain::Fault::interrupted, "The program ends.");
  return done;
}

// On the UI thread, while this book's own waits: what the station has and this copy lacks.
void ServerBook::read_on() {
  const journal::LoadedDay& there = station_.loaded();
  if (there.row.number != mine_.row.number || there.marks != mine_.marks) {
    mine_ = there;
    state_ = {};
    state_.apply(mine_.entries);
    return;
  }
  mine_.row = there.row;
  const auto first =
      std::upper_bound(there.entries.begin(), there.entries.end(), mine_.seen(),
                       [](domain::Stamp at, const domain::Entry& entry) { return at < entry.at; });
  const std::span<const domain::Entry> fresh(first, there.entries.end());
  mine_.add(fresh);
  state_.apply(fresh);
}

Result<void> ServerBook::append(std::span<const domain::Body> bodies) {
  return there([&]() -> Result<void> {
    const auto saved = station_.save(bodies, person_);
    if (!saved) return tl::unexpected(saved.error());
    written_();
    return {};
  });
}

Result<void> ServerBook::catch_up() {
  return there([&]() -> Result<void> {
    station_.catch_up();
    return {};
  });
}

Result<std::vector<server::ToldOrder>> ServerBook::told(domain::OrderId id) {
  std::vector<server::ToldOrder> told;
  const auto asked = there([&]() -> Result<void> {
    auto versions = station_.journal().reference_versions(station_.row().number, id);
    if (!versions) return tl::unexpected(versions.error());
    for (auto& version : *versions) told.push_back({version.mark.source, std::move(version.order)});
    return {};
  });
  if (!asked) return tl::unexpected(asked.error());
  return told;
}

}  // namespace kiosk
