// `day push` (contracts.md 8).
#include <CLI/CLI.hpp>
#include <algorithm>
#include <condition_variable>
#include <iostream>
#include <memory>
#include <mutex>

#include "kiosk/app/push_book.hpp"
#include "kiosk/cli/interrupt.hpp"
#include "kiosk/cli/journal_access.hpp"
#include "kiosk/cli/push_commands.hpp"
#include "kiosk/cli/push_report.hpp"
#include "kiosk/server_access.hpp"
#include "sync/journal/folder_lock.hpp"
#include "sync/journal/iso_time.hpp"

namespace kiosk {

namespace {

using domain::Fault;

class WallClock final : public server::PushClock {
 public:
  WallClock(std::stop_token stop, int hurry) : stop_(std::move(stop)), hurry_(hurry) {}
  bool wait(std::chrono::milliseconds time) override {
    std::unique_lock lock(mutex_);
    pause_.wait_for(lock, stop_, time / hurry_, [] { return false; });
    return !stop_.stop_requested();
  }
  bool told_to_end() const override { return stop_.stop_requested(); }

 private:
  const std::stop_token stop_;
  const int hurry_;
  std::mutex mutex_;
  std::condition_variable_any pause_;
};

// Never waits: a preview asks once.
class Impatient final : public server::PushClock {
 public:
  bool wait(std::chrono::milliseconds) override { return false; }
  bool told_to_end() const override { return false; }
};

class Printer final : public server::PushWatch {
 public:
  Printer(const Globals& globals, std::ostream& out) : json_(globals.json), out_(out) {}
  void step(const server::StepReport& step) override {
    out_ << (json_ ? step_json(step, {}) : step_line(step)) << std::endl;
  }
  void note(const std::string& sentence) override { std::cerr << sentence << std::endl; }
  void progress(domain::OrderId, int, int) override {}

 private:
  const bool json_;
  std::ostream& out_;
};

// Keeps what a preview finds until it is whole.
class Kept final : public server::PushWatch {
 public:
  void step(const server::StepReport& step) override { steps.push_back(step); }
  void note(const std::string& sentence) override { notes.push_back(sentence); }
  void progress(domain::OrderId, int, int) override {}
  std::vector<server::StepReport> steps;
  std::vector<std::string> notes;
};

std::string imported_at(const journal::LoadedDay& loaded, domain::OrderId id) {
  for (const auto& mark : loaded.marks)
    if (mark.id == id) return journal::iso_time(mark.imported_at);
  return {};
}

bool without_network(const domain::Error& error) {
  return error.fault == Fault::device_gone || error.fault == Fault::device_silent ||
         error.fault == Fault::busy;
}

int dry_run(const Globals& globals, JournalPushBook& book, server::Foodsoft& foodsoft,
            const server::PushOptions& options, std::ostream& out) {
  Impatient clock;
  Kept kept;
  server::PushContext context{foodsoft, book, clock, kept, options};
  bool asked = true;
  if (const auto seen = server::preview(context); !seen) {
    if (!without_network(seen.error())) return report(seen.error());
    std::cerr << seen.error().detail << "\nWhat follows is by the last pull.\n";
    kept = {};
    server::preview_by_last_pull(context);
    asked = false;
  }
  for (const auto& note : kept.notes) std::cerr << note << '\n';
  for (const auto& step : kept.steps) {
    const auto from = asked ? std::string() : imported_at(book.loaded(), step.order);
    out << (globals.json ? step_json(step, from) : step_line(step)) << '\n';
  }
  return 0;
}

std::vector<SettledOrder> settled_orders(const JournalPushBook& book,
                                         const std::vector<server::OrderReport>& reports) {
  std::vector<SettledOrder> settled;
  const auto& orders = book.day().orders();
  for (const auto& report : reports)
    for (std::size_t o = 0; o < orders.size(); ++o)
      if (report.settled && orders[o].id == report.order)
        settled.push_back(
            {report.order, domain::settled_groups(book.day(), static_cast<int>(o), book.state())});
  return settled;
}

int tell_end(const Globals& globals, const JournalPushBook& book,
             const std::vector<server::OrderReport>& reports, std::ostream& out) {
  const auto settled = settled_orders(book, reports);
  if (globals.json)
    out << done_json(reports, settled, book.day()) << std::endl;
  else
    for (const auto& order : reports) out << order_line(order) << std::endl;
  for (const auto& line : settled_lines(settled, book.day())) std::cerr << line << '\n';
  bool done = true;
  for (const auto& order : reports) {
    done = done && order.verified;
    if (const auto remains = remains_of(order); !remains.empty())
      std::cerr << "romaine: " << remains << '\n';
  }
  return done ? 0 : 1;
}

domain::Result<void> order_is_there(const domain::Day& day, std::optional<std::int64_t> id) {
  const auto& orders = day.orders();
  if (!id || std::any_of(orders.begin(), orders.end(),
                         [&](const auto& order) { return order.id.value == *id; }))
    return {};
  return domain::fail(Fault::not_found,
                      "There is no order " + std::to_string(*id) + " in this day.");
}

}  // namespace

int day_push(const Globals& globals, const PushWish& wish, std::ostream& out) {
  const Interrupt interrupt;
  auto opened = access(globals, journal::Missing::refused);
  if (!opened) return report(opened.error());
  auto loaded = wish.dry_run ? chosen_day(globals, *opened) : day_to_fill(globals, *opened);
  if (!loaded) return report(loaded.error());
  if (const auto there = order_is_there(loaded->day, wish.order); !there)
    return report(there.error());
  server::SessionLimits limits;
  limits.between_pages /= wish.hurry;
  limits.after_silence /= wish.hurry;
  const auto server_access = ServerAccess::open(opened->config, interrupt.cut(), limits);
  if (!server_access) return report(server_access.error());
  auto& foodsoft = (*server_access)->foodsoft();
  server::PushOptions options;
  options.open = wish.open;
  options.mark_received = opened->config.server->mark_received;
  options.language = domain::comment_language(globals.language());
  if (wish.order) options.only = domain::OrderId{*wish.order};
  JournalPushBook book(*opened->journal, std::move(*loaded), opened->person);
  if (wish.dry_run) return dry_run(globals, book, foodsoft, options, out);
  auto lock = journal::FolderLock::open(globals.data_folder(), journal::push_lock_file);
  if (!lock) return report(lock.error());
  if (!lock->try_alone())
    return report({Fault::busy,
                   "Another push of this journal is under way; nothing was sent by this one. Wait "
                   "for its end."});
  if (const auto read = book.catch_up(); !read) return report(read.error());
  WallClock clock(interrupt.finish(), wish.hurry);
  Printer printer(globals, out);
  const auto reports = server::Push(foodsoft, book, clock, printer, options).run();
  if (!reports) return report(reports.error());
  return tell_end(globals, book, *reports, out);
}

void add_push_command(CLI::App& day, const Globals& globals, Command& chosen) {
  CLI::App* push = day.add_subcommand("push", "sends what was given to the server, and proves it");
  const auto wish = std::make_shared<PushWish>();
  push->add_flag("--dry-run", wish->dry_run, "says what would be sent, writes nothing");
  push->add_flag("--open", wish->open, "sends orders with begun cells too");
  push->add_option("--order", wish->order, "this order alone");
  auto* take = push->add_option("--take", wish->take, "settles a conflict: ours or server")
                   ->check(CLI::IsMember({"ours", "server"}));
  auto* cell = push->add_option("--cell", wish->cell, "the cell in conflict")->needs(take);
  push->add_option("--article", wish->article, "all cells in conflict of this order article")
      ->needs(take)
      ->excludes(cell);
  constexpr int most_hurry = 1'000'000;
  push->add_option("--hurry", wish->hurry, "waits so many times less, for tests")
      ->check(CLI::Range(1, most_hurry))
      ->group("");
  push->fallthrough()->callback([&globals, &chosen, wish] {
    if (wish->take && !wish->cell && !wish->article)
      throw CLI::ValidationError("--take", "name --cell ID or --article OA with it");
    chosen = [&globals, wish] {
      return wish->take ? day_take(globals, *wish, std::cout) : day_push(globals, *wish, std::cout);
    };
  });
}

}  // namespace kiosk
