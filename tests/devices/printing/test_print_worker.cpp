#include <catch2/catch.hpp>
#include <chrono>
#include <condition_variable>
#include <set>

#include "devices/printing/barcode.hpp"
#include "devices/printing/folder_printer.hpp"
#include "devices/printing/print_worker.hpp"
#include "support/fake_label_printer.hpp"

using namespace printing;
using namespace std::chrono_literals;
using Kind = PrintOutcome::Kind;

namespace {

// What the worker told, waited for with a limit that only a broken worker reaches.
class Told {
 public:
  void add(PrintEvent event) {
    const std::lock_guard lock(mutex_);
    events_.push_back(std::move(event));
    changed_.notify_all();
  }
  template <class Holds>
  bool wait(Holds holds) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, 30s, [&] { return holds(events_); });
  }
  std::vector<PrintOutcome> outcomes() {
    const std::lock_guard lock(mutex_);
    std::vector<PrintOutcome> found;
    for (const PrintEvent& event : events_)
      if (const auto* outcome = std::get_if<PrintOutcome>(&event)) found.push_back(*outcome);
    return found;
  }
  bool outcome(std::int64_t seq, Kind kind) {
    return wait([&](const std::vector<PrintEvent>& events) {
      for (const PrintEvent& event : events) {
        const auto* outcome = std::get_if<PrintOutcome>(&event);
        if (outcome && outcome->entry.seq == seq && outcome->kind == kind) return true;
      }
      return false;
    });
  }
  bool report(PrinterTrouble trouble, std::size_t waiting) {
    return wait([&](const std::vector<PrintEvent>& events) {
      for (auto event = events.rbegin(); event != events.rend(); ++event)
        if (const auto* report = std::get_if<PrinterReport>(&*event))
          return report->state.trouble == trouble && report->waiting == waiting;
      return false;
    });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<PrintEvent> events_;
};

LabelJob job(std::int64_t seq) {
  LabelJob made{{"1", seq}, example_bag_label()};
  made.label.bag = bag_number(1, 28'000'000 + seq);
  return made;
}

const PrintPace quick{{5ms, 10ms}, 5ms};
const PrintPace never{{1h}, 1h};

Submission blocked(PrinterTrouble trouble) {
  return {Submission::Kind::blocked, trouble, sentence(trouble)};
}

}  // namespace

TEST_CASE("each label goes to the printer once, in order") {
  support::PrinterLog log;
  Told told;
  {
    PrintWorker worker(
        std::make_unique<support::FakeLabelPrinter>(log), Dpi::dpi203,
        [&](PrintEvent e) { told.add(std::move(e)); }, quick);
    for (int seq = 1; seq <= 20; ++seq) worker.offer(job(seq));
    worker.offer(job(3));  // offered twice by mistake
    REQUIRE(told.outcome(20, Kind::taken));
    worker.offer(job(5));  // and once more, after it was taken
    REQUIRE(told.report(PrinterTrouble::none, 0));
  }
  const auto taken = log.taken();
  REQUIRE(taken.size() == 20);
  std::set<std::string> uuids;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    CHECK(taken[i].name == bag_number(1, 28'000'001 + static_cast<std::int64_t>(i)));
    CHECK(taken[i].pdf.starts_with("%PDF"));
    uuids.insert(taken[i].uuid);
  }
  CHECK(uuids.size() == 20);
}

TEST_CASE("a blocked label is kept, told once, tried again, and the others wait behind it") {
  support::PrinterLog log;
  Told told;
  log.answer({blocked(PrinterTrouble::paused), blocked(PrinterTrouble::paused),
              blocked(PrinterTrouble::server_silent)});
  PrintWorker worker(
      std::make_unique<support::FakeLabelPrinter>(log), Dpi::dpi300,
      [&](PrintEvent e) { told.add(std::move(e)); }, quick);
  worker.offer(job(1));
  worker.offer(job(2));
  REQUIRE(told.outcome(2, Kind::taken));
  const auto outcomes = told.outcomes();
  REQUIRE(outcomes.size() == 4);
  CHECK(outcomes[0].trouble == PrinterTrouble::paused);
  CHECK(outcomes[1].trouble == PrinterTrouble::server_silent);
  CHECK(outcomes[2].entry.seq == 1);
  CHECK(outcomes[2].kind == Kind::taken);
  CHECK(outcomes[3].entry.seq == 2);
  // After a first attempt the printer is asked to look whether it has the label already.
  CHECK(log.offers() ==
        std::vector{Offer::fresh, Offer::perhaps, Offer::perhaps, Offer::perhaps, Offer::fresh});
}

TEST_CASE("the lamp shows a trouble and how many labels wait, until it is mended") {
  MadeTrouble trouble;
  support::PrinterLog log;
  Told told;
  PrintWorker worker(
      std::make_unique<TroubledPrinter>(std::make_unique<support::FakeLabelPrinter>(log), trouble),
      Dpi::dpi203, [&](PrintEvent e) { told.add(std::move(e)); }, never);
  trouble.set(PrinterTrouble::no_labels);
  worker.offer(job(1));
  worker.offer(job(2));
  worker.offer(job(3));
  REQUIRE(told.report(PrinterTrouble::no_labels, 3));
  CHECK(log.taken().empty());
  trouble.set(PrinterTrouble::none);
  worker.try_now();
  REQUIRE(told.report(PrinterTrouble::none, 0));
  CHECK(log.taken().size() == 3);
}

TEST_CASE("an idle printer in trouble is noticed before the next label") {
  support::PrinterLog log;
  Told told;
  PrintWorker worker(
      std::make_unique<support::FakeLabelPrinter>(log), Dpi::dpi203,
      [&](PrintEvent e) { told.add(std::move(e)); }, quick);
  log.set_state({PrinterTrouble::offline, "off"});
  CHECK(told.report(PrinterTrouble::offline, 0));
  log.set_state({});
  CHECK(told.report(PrinterTrouble::none, 0));
}

TEST_CASE("a mended printer is tried at once, whatever the back-off") {
  support::PrinterLog log;
  Told told;
  log.set_state({PrinterTrouble::paused, "paused"});
  log.answer({blocked(PrinterTrouble::paused)});
  PrintWorker worker(
      std::make_unique<support::FakeLabelPrinter>(log), Dpi::dpi203,
      [&](PrintEvent e) { told.add(std::move(e)); }, PrintPace{{1h}, 5ms});
  worker.offer(job(1));
  REQUIRE(told.report(PrinterTrouble::paused, 1));
  log.set_state({});
  CHECK(told.outcome(1, Kind::taken));
}

TEST_CASE("what left and is not known again is not sent again") {
  support::PrinterLog log;
  Told told;
  log.answer({{Submission::Kind::uncertain, PrinterTrouble::none, "nobody knows"}});
  PrintWorker worker(
      std::make_unique<support::FakeLabelPrinter>(log), Dpi::dpi203,
      [&](PrintEvent e) { told.add(std::move(e)); }, quick);
  worker.offer(job(1));
  worker.offer(job(2));
  REQUIRE(told.outcome(2, Kind::taken));
  worker.offer(job(1));
  worker.offer(job(3));
  REQUIRE(told.outcome(3, Kind::taken));
  CHECK(told.outcomes().front().kind == Kind::uncertain);
  CHECK(log.taken().size() == 2);
}

TEST_CASE("a label that cannot be drawn fails, and holds up no other") {
  support::PrinterLog log;
  Told told;
  PrintWorker worker(
      std::make_unique<support::FakeLabelPrinter>(log), Dpi::dpi203,
      [&](PrintEvent e) { told.add(std::move(e)); }, quick);
  LabelJob wrong = job(1), nameless = job(2);
  wrong.label.bag.back() = wrong.label.bag.back() == '0' ? '1' : '0';
  nameless.label.bag.clear();
  worker.offer(wrong);
  worker.offer(nameless);
  worker.offer(job(3));
  REQUIRE(told.outcome(3, Kind::taken));
  CHECK(told.outcome(1, Kind::failed));
  CHECK(told.outcome(2, Kind::failed));
  CHECK(log.taken().size() == 1);
}

TEST_CASE("an undone weighing takes its waiting label with it") {
  MadeTrouble trouble;
  trouble.set(PrinterTrouble::offline);
  support::PrinterLog log;
  Told told;
  PrintWorker worker(
      std::make_unique<TroubledPrinter>(std::make_unique<support::FakeLabelPrinter>(log), trouble),
      Dpi::dpi203, [&](PrintEvent e) { told.add(std::move(e)); }, never);
  for (int seq = 1; seq <= 3; ++seq) worker.offer(job(seq));
  REQUIRE(told.report(PrinterTrouble::offline, 3));
  worker.withdraw({"1", 1});
  worker.withdraw({"1", 3});
  worker.withdraw({"1", 99});
  REQUIRE(told.report(PrinterTrouble::offline, 1));
  trouble.set(PrinterTrouble::none);
  worker.try_now();
  REQUIRE(told.report(PrinterTrouble::none, 0));
  REQUIRE(log.taken().size() == 1);
  CHECK(log.taken()[0].name == bag_number(1, 28'000'002));
}

TEST_CASE("a printer that never works loses nothing and ends with the worker") {
  support::PrinterLog log;
  Told told;
  {
    PrintWorker worker(
        std::make_unique<support::FailingLabelPrinter>(PrinterTrouble::server_silent, log),
        Dpi::dpi203, [&](PrintEvent e) { told.add(std::move(e)); }, quick);
    worker.offer(job(1));
    REQUIRE(told.report(PrinterTrouble::server_silent, 1));
    while (log.failures() < 5) std::this_thread::sleep_for(1ms);
  }
  CHECK(told.outcomes().size() == 1);
}

TEST_CASE("a label's uuid is the same in every run and another for every bag") {
  CHECK(label_uuid("2900001234566") == label_uuid("2900001234566"));
  CHECK(label_uuid("2900001234566") != label_uuid("2900001234573"));
  const std::string uuid = label_uuid("2900001234566");
  CHECK(uuid.size() == 36);
  CHECK(uuid[14] == '5');
  CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
}
