// A day from a little text, for tests. An order begins with "order ID SUPPLIER"; its articles
// follow, one a line: "NAME | UNIT | PRICE | GROUP ASKED, GROUP ASKED=BASE, …". PRICE is that of
// one unit, "?" where unknown, "~1.20" where it is only about. A group's ASKED is "?" where the
// page told none; without "=BASE" the base is what was asked. Cells get the ids 100, 101, … as they
// appear, articles 10, 11, …, group orders 1000, 1001, …; all over the whole text.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "domain/day.hpp"
#include "domain/pricing.hpp"

namespace support {

inline std::vector<std::string> split_text(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);)
    parts.push_back(domain::collapse_blanks(part));
  return parts;
}

class DayText {
 public:
  static std::vector<domain::ReferenceOrder> read(const std::string& text) {
    DayText reader;
    for (const auto& line : split_text(text, '\n')) {
      if (line.starts_with("order "))
        reader.begin_order(line.substr(6));
      else if (!line.empty())
        reader.add_article(split_text(line, '|'));
    }
    return std::move(reader.orders_);
  }

 private:
  void begin_order(const std::string& line) {
    const auto blank = line.find(' ');
    domain::ReferenceOrder order;
    order.id = {std::stoll(line)};
    order.supplier = blank == line.npos ? "" : line.substr(blank + 1);
    orders_.push_back(std::move(order));
    groups_.clear();
  }

  void add_article(const std::vector<std::string>& parts) {
    auto& order = orders_.back();
    domain::OrderArticle article;
    article.id = domain::OrderArticleId{next_article_++};
    article.name = parts.at(0);
    article.producer = order.supplier;
    article.unit = {parts.at(1), parts.at(1), domain::read_unit_text(parts.at(1))};
    std::string price = parts.at(2);
    if (price.starts_with("~")) {
      article.price_certainty = domain::Certainty::about;
      price.erase(0, 1);
    }
    if (price != "?")
      article.unit_price =
          domain::UnitPrice(domain::read_decimal(price, domain::unit_price_places).value());
    order.articles.push_back(std::move(article));
    if (parts.size() > 3)
      for (const auto& cell : split_text(parts[3], ',')) add_cell(cell);
  }

  void add_cell(const std::string& text) {
    auto& order = orders_.back();
    const auto blank = text.rfind(' ');
    const auto amounts = split_text(text.substr(blank + 1), '=');
    domain::ReferenceCell cell;
    cell.id = {next_cell_++};
    cell.group = group(text.substr(0, blank));
    cell.article = static_cast<int>(order.articles.size()) - 1;
    cell.asked = quantity(amounts.at(0));
    cell.base = amounts.size() > 1 ? quantity(amounts[1]) : cell.asked;
    const auto price = domain::exact_unit_price(order.articles.back());
    if (cell.base && price) cell.price = domain::price_of(*cell.base, *price);
    order.cells.push_back(cell);
  }

  static std::optional<domain::Quantity> quantity(const std::string& text) {
    if (text == "?") return std::nullopt;
    return domain::Quantity(domain::read_decimal(text, domain::quantity_places).value());
  }

  int group(const std::string& name) {
    const auto [at, fresh] = groups_.try_emplace(name, static_cast<int>(groups_.size()));
    if (fresh) orders_.back().group_orders.push_back({domain::GroupOrderId{next_group_++}, name});
    return at->second;
  }

  std::vector<domain::ReferenceOrder> orders_;
  std::map<std::string, int> groups_;
  std::int64_t next_cell_ = 100, next_article_ = 10, next_group_ = 1000;
};

// A day with its book of entries.
struct TestDay {
  explicit TestDay(const std::string& text) : day(DayText::read(text), {}) {}

  domain::Day day;
  std::int64_t seq = 0;

  domain::CellPlace at(std::int64_t cell) const { return day.find(domain::CellId{cell}).value(); }
  domain::EntryRef add(domain::Body body) {
    const domain::EntryRef ref{"table", ++seq};
    day.apply(domain::Entry{ref, domain::Stamp{seq}, 1, "Rosa", std::move(body)});
    return ref;
  }
  domain::EntryRef weigh(std::int64_t cell, std::int64_t g) {
    return add(domain::Weighed{day.on(at(cell)), domain::grams(g), {}});
  }
  domain::EntryRef count(std::int64_t cell, std::int64_t thousandths) {
    return add(domain::Counted{day.on(at(cell)), domain::Quantity(thousandths * 1000)});
  }
  domain::EntryRef lack(std::int64_t cell, domain::Cause cause = {}) {
    return add(domain::ShortfallNoted{day.on(at(cell)), std::move(cause)});
  }
  void undo(const domain::EntryRef& ref) { add(domain::Undone{ref}); }
};

}  // namespace support
