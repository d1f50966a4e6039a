// One thread that turns weighed bags into printed labels: renders, hands each to the printer once,
// keeps those that the printer cannot take, in order, and tries again. Nothing here waits for the
// screen, nor the screen for it. Jobs live in memory: the journal's entries without a `printed`
// beside them are what a restart offers again.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <variant>
#include <vector>

#include "devices/printing/label.hpp"
#include "devices/printing/label_renderer.hpp"
#include "devices/printing/printer.hpp"
#include "domain/ids.hpp"

namespace printing {

// The label of an entry that weighed or counted. `offer` is perhaps for those offered again at a
// start.
struct LabelJob {
  domain::EntryRef entry;
  BagLabel label;
  Offer offer = Offer::fresh;
};

struct PrintOutcome {
  enum class Kind {
    taken,      // write the `printed` entry
    blocked,    // still here, tried again by itself; told once a trouble
    uncertain,  // it left and nobody knows what became of it; not tried again
    failed,     // the label itself cannot be drawn; not tried again
  };
  domain::EntryRef entry;
  Kind kind = Kind::taken;
  PrinterTrouble trouble = PrinterTrouble::none;
  std::string detail;
};

// What the header's lamp and the screen about the printer show; told when it changes.
struct PrinterReport {
  PrinterState state;
  std::size_t waiting = 0;
  bool operator==(const PrinterReport&) const = default;
};

using PrintEvent = std::variant<PrintOutcome, PrinterReport>;

// How long to wait before a blocked label is tried again, the last one for ever; how often an idle
// printer is asked how it is.
struct PrintPace {
  std::vector<std::chrono::milliseconds> retries{std::chrono::seconds(1), std::chrono::seconds(2),
                                                 std::chrono::seconds(5), std::chrono::seconds(10),
                                                 std::chrono::seconds(30)};
  std::chrono::milliseconds look{std::chrono::seconds(2)};
};

class PrintWorker {
 public:
  // `tell` is called from the worker's thread, without a lock held; it must not block.
  PrintWorker(std::unique_ptr<LabelPrinter> printer, Dpi dpi, std::function<void(PrintEvent)> tell,
              PrintPace pace = {});
  ~PrintWorker();  // stops within 200 ms; what waits is offered again by the next start

  void offer(LabelJob job);
  // Forgets a label that is still waiting: its weighing was undone. A taken one stays taken.
  void withdraw(const domain::EntryRef& entry);
  // Tries now, whatever the back-off: somebody mended the printer.
  void try_now();

 private:
  using Clock = std::chrono::steady_clock;

  void run(std::stop_token stop);
  void wait_for_work(std::stop_token stop);
  void take_offers();
  std::deque<LabelJob>::iterator find(const domain::EntryRef& entry);
  void admit(LabelJob job);
  void drop(const domain::EntryRef& entry);
  void try_first(std::stop_token stop);
  void keep_first(const Submission& blocked);
  void finish_first(PrintOutcome::Kind kind, std::string detail);
  void look(std::stop_token stop);
  void report(PrinterState state);

  const std::unique_ptr<LabelPrinter> printer_;
  const Dpi dpi_;
  const std::function<void(PrintEvent)> tell_;
  const PrintPace pace_;

  std::mutex mutex_;  // guards what follows up to the blank line
  std::condition_variable_any changed_;
  std::vector<LabelJob> offers_;
  std::vector<domain::EntryRef> withdrawn_;
  bool try_now_ = false;

  // The worker's thread alone from here on.
  LabelRenderer renderer_;
  std::deque<LabelJob> waiting_;
  std::map<std::string, PrintOutcome::Kind> finished_;  // by uuid, of this run
  std::string first_pdf_;                               // of waiting_.front(), drawn once
  std::size_t tries_ = 0;                               // of waiting_.front()
  PrinterState blocked_;                                // why waiting_.front() is not taken
  PrinterState looked_;                                 // what the printer said last
  Clock::time_point next_try_{};
  Clock::time_point next_look_{};
  std::optional<PrinterReport> reported_;
  std::jthread thread_;
};

// The uuid of a bag's label, the same in every run: made from its number (RFC 4122, version 5).
std::string label_uuid(std::string_view bag_number);

}  // namespace printing
