// A desk in memory, for tests of presenters: a real day made from a small table, a virtual clock, a
// reading that tests set, and a journal that takes everything at once or fails on demand. Going
// somewhere takes effect at once; place() is the top of the stack. Not thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/desk.hpp"
#include "sync/journal/crate_numbers.hpp"

namespace support {

// One order after each "= Supplier" line, one article a line:
//   "article | unit | Rosa 1250 | Maria 800"
// Amounts are grams where the unit is a mass, else units; "0" is a cell that is to get nothing. The
// unit may end in " xN": N of it are in a supplier's box. Order ids are 1, 2 …; group orders
// order × 100 + n, order articles order × 1000 + n, cells 101, 102 … in the order of the table.
std::vector<domain::ReferenceOrder> orders_of(std::string_view table);

class FakeDesk final : public screens::Desk {
 public:
  explicit FakeDesk(std::string_view table, domain::WalkBy by = domain::WalkBy::article);
  explicit FakeDesk(std::vector<domain::ReferenceOrder> orders,
                    domain::WalkBy by = domain::WalkBy::article);

  // What tests look at and set.
  std::vector<screens::Place> stack{screens::AtOverview{}};
  const screens::Place& place() const { return stack.back(); }
  std::vector<std::string> errands;  // "import", "export", "new day", "end day", "retry scale" …
  std::optional<domain::Error> failure;  // while set, save() and the errands fail with it
  domain::Reading now_reading;
  domain::Moment time{0};
  screens::Frame lamps{.person = "Maria"};
  screens::PrinterTrouble printing = screens::PrinterTrouble::none;
  screens::ServerDesk* live = nullptr;  // a server, where a test has one
  bool is_open = true, has_key = false, was_resumed = false;
  std::string note;

  domain::CellId id(std::string_view article, std::string_view ordergroup) const;
  domain::CellPlace at(std::string_view article, std::string_view ordergroup) const;
  domain::CellFigures figures(std::string_view article, std::string_view ordergroup) const {
    return day_.figures(at(article, ordergroup));
  }
  domain::OrderArticleId article(std::string_view name) const;
  // Entries that stand already: grams, counts, what arrived, a shortfall.
  domain::EntryRef weigh(std::string_view article, std::string_view ordergroup, std::int64_t grams);
  domain::EntryRef count(std::string_view article, std::string_view ordergroup, std::int64_t n);
  domain::EntryRef note_short(std::string_view article, std::string_view ordergroup,
                              domain::Cause cause = {});
  void receive(std::string_view article, std::variant<domain::Weight, domain::Quantity> amount);
  // A steady, fresh reading of this gross weight; 0 is an empty pan.
  void put(std::int64_t grams);
  void moving(std::int64_t grams);
  void trouble(domain::Trouble trouble);
  void pass(domain::Moment time_passed);
  template <class Body>
  const Body& last() const {
    return std::get<Body>(entries_.back().body);
  }

  const domain::Day& day() const override { return day_; }
  const domain::AllocationMatrix& matrix() const override { return matrix_; }
  std::span<const domain::Entry> entries() const override { return entries_; }
  int crate(const std::string& ordergroup) const override;
  bool day_open() const override { return is_open; }
  std::string day_name() const override { return "Samedi 14 mars"; }
  const domain::Walk& walk() const override { return walk_; }
  domain::WalkBy walk_by() const override { return walk_by_; }
  std::optional<domain::CellPlace> next(std::optional<domain::CellPlace> after) const override;
  std::optional<domain::CellPlace> open_cell() const override;
  domain::Moment now() const override { return time; }
  std::string clock(domain::Stamp at) const override;
  std::string clock_at(domain::Moment at) const override;
  const domain::Reading& reading() const override { return now_reading; }
  domain::WeighingRule& weighing() override { return rule_; }
  domain::Band band_of(const std::string&) const override { return {}; }
  std::string scale_name() const override { return "8217"; }
  screens::Frame frame() const override;
  screens::PrinterTrouble printer_trouble() const override { return printing; }
  domain::Result<std::vector<domain::Entry>> save(std::span<const domain::Body> bodies) override;
  std::optional<screens::SavedNote> saved() const override;
  bool resumed() const override { return was_resumed; }
  std::string notice() const override { return note; }
  void set_notice(std::string sentence) override { note = std::move(sentence); }
  void go(screens::Place place) override { stack.push_back(std::move(place)); }
  void back() override;
  void replace(screens::Place place) override { stack.back() = std::move(place); }
  void home() override { stack = {screens::AtOverview{}}; }
  void work_on(domain::CellId cell) override;
  const std::vector<std::string>& people() const override { return people_; }
  std::string person() const override { return lamps.person; }
  void set_person(std::string name) override { lamps.person = std::move(name); }
  const ui::Settings& look() const override { return look_; }
  void set_look(ui::Settings settings) override { look_ = settings; }
  screens::Sound sound() const override { return sound_; }
  void set_sound(screens::Sound sound) override { sound_ = sound; }
  screens::HandsFull hands_full() const override { return hands_full_; }
  void set_hands_full(screens::HandsFull hands_full) override;
  bool key_plugged() const override { return has_key; }
  void import_from_key() override { errands.push_back("import"); }
  void export_to_key() override { errands.push_back("export"); }
  domain::Result<void> new_day() override { return errand("new day"); }
  domain::Result<void> end_day() override { return errand("end day"); }
  long to_export() const override { return static_cast<long>(entries_.size()); }
  void retry(screens::Device device) override;
  screens::ServerDesk* server() override { return live; }

 private:
  domain::EntryRef append(domain::Body body);
  domain::Result<void> errand(const char* name);

  domain::Day day_;
  journal::Crates crates_;
  domain::AllocationMatrix matrix_;
  domain::WalkBy walk_by_;
  domain::Walk walk_;
  domain::WeighingRule rule_;
  std::vector<domain::Entry> entries_;
  std::optional<screens::SavedNote> saved_;
  std::vector<std::string> people_{"Ahmed", "Claire", "Maria"};
  ui::Settings look_;
  screens::Sound sound_ = screens::Sound::on;
  screens::HandsFull hands_full_ = screens::HandsFull::off;
};

}  // namespace support
