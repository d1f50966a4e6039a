// Orders from the running server into the day (contracts.md 8).
#include <unistd.h>

#include <iostream>

#include "kiosk/cli/interrupt.hpp"
#include "kiosk/cli/journal_access.hpp"
#include "kiosk/cli/pull_report.hpp"
#include "kiosk/cli/server_commands.hpp"
#include "kiosk/server_access.hpp"
#include "sync/journal/iso_time.hpp"

namespace kiosk {

namespace {

using domain::Fault;
using domain::OrderId;
using domain::Result;

// The open day's orders as they are now; empty where no day is open.
Result<std::vector<journal::Reference>> open_references(const Globals& globals) {
  std::vector<journal::Reference> none;
  auto opened = access(globals, journal::Missing::refused);
  if (!opened && opened.error().fault == Fault::not_found) return none;
  if (!opened) return tl::unexpected(opened.error());
  if (globals.day)
    if (const auto open = day_to_fill(globals, *opened); !open) return tl::unexpected(open.error());
  const auto days = opened->journal->days();
  if (!days) return tl::unexpected(days.error());
  if (days->empty() || days->back().ended_at) return none;
  return opened->journal->references(days->back().number);
}

void tell_progress(const server::PullProgress& at) {
  using Page = server::PullProgress::Page;
  const char* page = at.page == Page::groups     ? "cells"
                     : at.page == Page::articles ? "articles"
                     : at.page == Page::receive  ? "what arrives"
                                                 : "ordergroups";
  std::cerr << "order " << at.order.value << " (" << at.index + 1 << " of " << at.orders
            << "): " << page << " …" << std::endl;
}

std::optional<Before> before_of(const std::vector<journal::Reference>& held, OrderId id) {
  for (const auto& reference : held)
    if (reference.order.id == id) return Before{reference.order, reference.mark.imported_at};
  return std::nullopt;
}

int store(const Globals& globals, const server::Pulled& pulled, const std::string& address,
          const std::vector<journal::Reference>& held, std::ostream& out) {
  auto opened = access(globals, journal::Missing::created);
  if (!opened) return report(opened.error());
  const auto day = opened->journal->store_references(pulled.orders, address);
  if (!day) return report(day.error());
  for (const auto& order : pulled.orders) {
    const auto before = before_of(held, order.id);
    out << (globals.json ? pulled_json(*day, order, before) : pulled_line(*day, order)) << '\n';
    if (!before) continue;
    for (const auto& sentence : change_sentences(*before, order)) std::cerr << sentence << '\n';
  }
  return 0;
}

}  // namespace

int day_pull(const Globals& globals, const PullWish& wish, std::ostream& out) {
  const Interrupt interrupt;
  const auto config = read_config(globals.config);
  if (!config) return report(config.error());
  const auto held = open_references(globals);
  if (!held) return report(held.error());
  const auto server_access = ServerAccess::open(*config, interrupt.cut());
  if (!server_access) return report(server_access.error());
  server::Foodsoft& server = (*server_access)->foodsoft();
  std::vector<OrderId> ids;
  for (const auto& reference : *held) ids.push_back(reference.order.id);
  const auto orders = orders_to_pull(server, wish, ids, journal::iso_date(journal::system_clock()));
  if (!orders) return report(orders.error());
  const bool watched = ::isatty(STDERR_FILENO) != 0;
  auto pulled =
      server::pull_orders(server, *orders, watched ? tell_progress : nullptr, interrupt.finish());
  keep_out_strangers(*held, server.address(), pulled);
  for (const auto& refusal : pulled.refused)
    std::cerr << "romaine: " << refusal.error.detail << '\n';
  for (const auto& note : pulled.notes) std::cerr << note << '\n';
  if (pulled.stopped)
    std::cerr << "romaine: The pull ended before all orders were read; those that are whole went "
                 "in, pull again for the others.\n";
  if (!pulled.orders.empty())
    if (const int failed = store(globals, pulled, server.address(), *held, out)) return failed;
  return pulled.refused.empty() ? 0 : 1;
}

}  // namespace kiosk
