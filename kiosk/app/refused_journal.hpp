// Stands where a journal could not be opened: every call fails with the sentence that says why, so
// that nothing can be recorded and the screen can say it. The file itself is not touched.
#pragma once

#include "sync/journal/journal.hpp"

namespace kiosk {

class RefusedJournal final : public journal::Journal {
 public:
  explicit RefusedJournal(domain::Error why) : why_(std::move(why)) {}
  const domain::Error& why() const { return why_; }

  const std::string& station() const override { return station_; }
  domain::Result<std::vector<journal::Day>> days() override { return refused(); }
  domain::Result<journal::Day> open_day(const std::string&) override { return refused(); }
  domain::Result<void> end_day() override { return refused(); }
  domain::Result<std::vector<domain::Entry>> append(std::span<const domain::Body>,
                                                    const std::string&,
                                                    std::optional<domain::Stamp>) override {
    return refused();
  }
  domain::Result<std::vector<domain::Entry>> entries(int, domain::Stamp) override {
    return refused();
  }
  domain::Result<std::vector<domain::Entry>> all_entries() override { return refused(); }
  domain::Result<std::vector<domain::UnitConfirmed>> units() override { return refused(); }
  domain::Result<int> store_references(std::span<const domain::ReferenceOrder>,
                                       const std::string&) override {
    return refused();
  }
  domain::Result<std::vector<journal::Reference>> references(int) override { return refused(); }
  domain::Result<std::vector<journal::Reference>> reference_versions(int,
                                                                     domain::OrderId) override {
    return refused();
  }
  domain::Result<std::vector<journal::ReferenceMark>> reference_marks(int) override {
    return refused();
  }
  domain::Result<journal::Crates> crates(int) override { return refused(); }
  domain::Result<void> keep(const std::string&, const std::string&) override { return refused(); }
  domain::Result<std::optional<std::string>> kept(const std::string&) override { return refused(); }
  domain::Result<bool> changed_elsewhere() override { return false; }

 private:
  tl::unexpected<domain::Error> refused() const { return tl::unexpected(why_); }

  domain::Error why_;
  std::string station_;
};

}  // namespace kiosk
