#include "kiosk/cli/pull_report.hpp"

#include <nlohmann/json.hpp>

#include "sync/journal/iso_time.hpp"

namespace kiosk {

namespace {

using domain::ReferenceChanges;
using domain::ReferenceOrder;
using nlohmann::ordered_json;

// "3 cells", "1 cell".
std::string count(std::size_t n, const char* one, const char* many) {
  return std::to_string(n) + " " + (n == 1 ? one : many);
}

std::string article_names(const ReferenceOrder& order, const std::vector<int>& indexes) {
  std::string names;
  for (const int i : indexes)
    names += (names.empty() ? "" : ", ") + order.articles[static_cast<std::size_t>(i)].name;
  return names;
}

std::string group_names(const ReferenceOrder& order, const std::vector<int>& indexes) {
  std::string names;
  for (const int i : indexes)
    names +=
        (names.empty() ? "" : ", ") + order.group_orders[static_cast<std::size_t>(i)].ordergroup;
  return names;
}

ordered_json cell_ids(const std::vector<domain::CellId>& cells) {
  auto list = ordered_json::array();
  for (const auto& cell : cells) list.push_back(cell.value);
  return list;
}

// The order article's id, or its name where no page tells the id.
ordered_json article_ids(const ReferenceOrder& order, const std::vector<int>& indexes) {
  auto list = ordered_json::array();
  for (const int i : indexes) {
    const auto& article = order.articles[static_cast<std::size_t>(i)];
    list.push_back(article.id ? ordered_json(article.id->value) : ordered_json(article.name));
  }
  return list;
}

ordered_json group_ids(const ReferenceOrder& order, const std::vector<int>& indexes) {
  auto list = ordered_json::array();
  for (const int i : indexes)
    list.push_back(order.group_orders[static_cast<std::size_t>(i)].id.value);
  return list;
}

ordered_json changes_json(const Before& before, const ReferenceOrder& now) {
  const ReferenceChanges found = domain::changes(before.order, now);
  ordered_json json;
  json["since"] = journal::iso_time(before.imported_at);
  json["results"] = cell_ids(found.results);
  json["asked"] = cell_ids(found.asked);
  json["new_cells"] = cell_ids(found.new_cells);
  json["gone_cells"] = cell_ids(found.gone_cells);
  json["prices"] = article_ids(now, found.prices);
  json["units"] = article_ids(now, found.units);
  json["ratios"] = article_ids(now, found.ratios);
  json["received"] = article_ids(now, found.received);
  json["new_articles"] = article_ids(now, found.new_articles);
  json["gone_articles"] = article_ids(before.order, found.gone_articles);
  json["renamed_groups"] = group_ids(now, found.renamed_groups);
  json["new_groups"] = group_ids(now, found.new_groups);
  json["gone_groups"] = group_ids(before.order, found.gone_groups);
  json["state"] = found.state;
  return json;
}

}  // namespace

std::vector<std::string> change_sentences(const Before& before, const ReferenceOrder& now) {
  const ReferenceChanges found = domain::changes(before.order, now);
  const std::string order = "Order " + std::to_string(now.id.value) + ": ";
  const std::string since =
      " on the server since " + journal::iso_time(before.imported_at).substr(11, 5);
  std::vector<std::string> told;
  const auto tell = [&](bool holds, const std::string& what) {
    if (holds) told.push_back(order + what + ".");
  };
  const auto cells = [&](const std::vector<domain::CellId>& list, const std::string& what) {
    tell(!list.empty(), count(list.size(), "cell", "cells") + what + since);
  };
  const auto articles = [&](const ReferenceOrder& of, const std::vector<int>& list,
                            const std::string& what) {
    tell(!list.empty(), what + since + " (" + article_names(of, list) + ")");
  };
  const auto groups = [&](const ReferenceOrder& of, const std::vector<int>& list,
                          const std::string& what) {
    tell(!list.empty(), what + since + " (" + group_names(of, list) + ")");
  };
  cells(found.results, " changed");
  cells(found.asked, " asked for another amount");
  cells(found.new_cells, " came");
  cells(found.gone_cells, " went");
  articles(now, found.prices, "prices changed");
  articles(now, found.units, "units changed");
  articles(now, found.ratios, "what a unit holds changed");
  articles(now, found.received, "what was received changed");
  articles(now, found.new_articles, "articles came");
  articles(before.order, found.gone_articles, "articles went");
  groups(now, found.renamed_groups, "groups bear another name");
  groups(now, found.new_groups, "groups came");
  groups(before.order, found.gone_groups, "groups went");
  tell(found.state, "it went from " + std::string(domain::word(before.order.state)) + " to " +
                        std::string(domain::word(now.state)) + since);
  return told;
}

std::string pulled_line(int day, const ReferenceOrder& now) {
  return "day " + std::to_string(day) + ": order " + std::to_string(now.id.value) + ", " +
         now.supplier + ", " + std::to_string(now.cells.size()) + " cells";
}

std::string pulled_json(int day, const ReferenceOrder& now, const std::optional<Before>& before) {
  ordered_json json;
  json["day"] = day;
  json["order_id"] = now.id.value;
  json["supplier"] = now.supplier;
  json["server_state"] = domain::word(now.state);
  json["base_exact"] = now.base_certainty == domain::Certainty::exact;
  json["cells"] = now.cells.size();
  json["changed"] = before ? changes_json(*before, now) : ordered_json();
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

}  // namespace kiosk
