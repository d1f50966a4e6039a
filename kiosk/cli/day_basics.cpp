// Starting, listing and importing.
#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/cli/day_commands.hpp"
#include "kiosk/cli/journal_access.hpp"
#include "sync/journal/iso_time.hpp"
#include "sync/server/folder/read_folder.hpp"

namespace kiosk {

namespace {

using nlohmann::ordered_json;

ordered_json day_json(const journal::Day& day) {
  ordered_json json;
  json["day"] = day.number;
  json["name"] = day.name;
  json["opened_at"] = journal::iso_time(day.opened_at);
  json["ended_at"] = day.ended_at ? ordered_json(journal::iso_time(*day.ended_at)) : ordered_json();
  json["orders"] = ordered_json::array();
  for (const auto& order : day.orders) json["orders"].push_back(order.value);
  return json;
}

std::string day_line(const journal::Day& day) {
  std::string line = std::to_string(day.number) + '\t' + day.name + '\t' +
                     journal::iso_time(day.opened_at) + '\t' +
                     (day.ended_at ? journal::iso_time(*day.ended_at) : "open") + '\t';
  for (const auto& order : day.orders)
    line += (line.back() == '\t' ? "" : " ") + std::to_string(order.value);
  return line;
}

}  // namespace

int day_new(const Globals& globals, const std::string& name) {
  if (auto good = check_text("--name", name); !good) return report(good.error());
  auto opened = access(globals, journal::Missing::created);
  if (!opened) return report(opened.error());
  const auto day = opened->journal->open_day(name);
  if (!day) return report(day.error());
  std::cout << (globals.json ? day_json(*day).dump() : day_line(*day)) << '\n';
  return 0;
}

int day_list(const Globals& globals, std::ostream& out) {
  auto opened = access(globals, journal::Missing::refused);
  if (!opened) return opened.error().fault == domain::Fault::not_found ? 0 : report(opened.error());
  const auto days = opened->journal->days();
  if (!days) return report(days.error());
  for (const auto& day : *days) {
    if (globals.day && day.number != *globals.day) continue;
    out << (globals.json ? day_json(day).dump() : day_line(day)) << '\n';
  }
  return 0;
}

namespace {

domain::Result<void> refuse_ended_day(const Globals& globals, Access& access) {
  if (!globals.day) return {};
  const auto loaded = day_to_fill(globals, access);
  if (!loaded) return tl::unexpected(loaded.error());
  return {};
}

}  // namespace

int day_import(const Globals& globals, const std::filesystem::path& folder, std::ostream& out) {
  const auto read = server::read_folder(folder);
  if (!read) return report(read.error());
  // Pages that bring nothing begin no journal.
  const auto missing = read->orders.empty() ? journal::Missing::refused : journal::Missing::created;
  auto opened = access(globals, missing);
  if (!opened && opened.error().fault != domain::Fault::not_found) return report(opened.error());
  if (opened)
    if (auto open = refuse_ended_day(globals, *opened); !open) return report(open.error());
  for (const auto& refusal : read->refused)
    std::cerr << "romaine: " << refusal.error.detail << '\n';
  for (const auto& note : read->notes) std::cerr << note << '\n';
  if (!read->orders.empty()) {
    std::error_code error;
    const auto absolute = std::filesystem::absolute(folder, error);
    const auto day = opened->journal->store_references(read->orders, absolute.string());
    if (!day) return report(day.error());
    for (const auto& order : read->orders)
      out << "day " << *day << ": order " << order.id.value << ", " << order.supplier << ", "
          << order.cells.size() << " cells\n";
  }
  return read->refused.empty() ? 0 : 1;
}

}  // namespace kiosk
