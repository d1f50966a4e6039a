// The journal as a push sees it: the open day, folded, with everything that others write meanwhile.
// One thread at a time: that of the push.
#pragma once

#include <map>
#include <string>

#include "domain/push_state.hpp"
#include "sync/journal/load_day.hpp"
#include "sync/server/foodsoft/push/push.hpp"

namespace kiosk {

class JournalPushBook final : public server::PushBook {
 public:
  // `journal` outlives it. `person` stands in every entry.
  JournalPushBook(journal::Journal& journal, journal::LoadedDay loaded, std::string person);

  const domain::Day& day() const override { return loaded_.day; }
  const domain::PushState& state() const override { return state_; }
  const std::string& day_mark() const override { return loaded_.row.mark; }
  domain::Result<std::vector<server::ToldOrder>> told(domain::OrderId id) override;
  // Refused where the day has ended meanwhile.
  domain::Result<void> append(std::span<const domain::Body> bodies) override;
  domain::Result<void> catch_up() override;

  const journal::LoadedDay& loaded() const { return loaded_; }

 private:
  journal::Journal& journal_;
  journal::LoadedDay loaded_;
  const std::string person_;
  domain::PushState state_;
  std::map<domain::OrderId, std::vector<server::ToldOrder>> told_;  // as of loaded_.marks
};

}  // namespace kiosk
