// Made-up orders put through the import: short ways to write them down.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

#include "sync/server/folder/read_folder.hpp"
#include "sync/server/page_writer.hpp"
#include "sync/server/saved_pages.hpp"

namespace support {

enum class With { groups, groups_receive, groups_articles, all };

inline server::ImportReport import(const DbOrder& order, With with = With::all) {
  PageFolder folder;
  folder.add("groups.html", groups_page(order));
  if (with == With::all || with == With::groups_articles)
    folder.add("articles.html", articles_page(order));
  if (with == With::all || with == With::groups_receive)
    folder.add("receive.html", receive_page(order));
  auto report = server::read_folder(folder.path());
  REQUIRE(report);
  return *report;
}

inline domain::ReferenceOrder imported(const DbOrder& order, With with = With::all) {
  auto report = import(order, with);
  for (const auto& refused : report.refused) FAIL_CHECK(refused.error.detail);
  REQUIRE(report.orders.size() == 1);
  return report.orders.front();
}

inline std::string refused(const DbOrder& order, With with) {
  const auto report = import(order, with);
  CHECK(report.orders.empty());
  REQUIRE(report.refused.size() == 1);
  return report.refused.front().error.detail;
}

inline DbArticle old_article(int id, std::string name, std::string unit, std::int64_t cents = 194) {
  DbArticle a;
  a.id = id;
  a.name = std::move(name);
  a.unit = std::move(unit);
  a.cents = cents;
  return a;
}

inline DbArticle new_article(int id, std::string supplier, std::string group, std::string billing,
                             std::vector<std::pair<std::string, std::string>> ratios = {},
                             std::int64_t cents = 1943) {
  DbArticle a;
  a.id = id;
  a.name = "Article " + std::to_string(id);
  a.supplier = std::move(supplier);
  a.group = std::move(group);
  a.billing = std::move(billing);
  a.ratios = std::move(ratios);
  a.cents = cents;
  return a;
}

inline DbArticle custom_article(int id, std::string text, std::string group, std::string billing,
                                std::vector<std::pair<std::string, std::string>> ratios = {}) {
  DbArticle a = new_article(id, "", std::move(group), std::move(billing), std::move(ratios));
  a.unit = std::move(text);
  if (a.group.empty()) a.group = a.unit;
  if (a.billing.empty()) a.billing = a.unit;
  return a;
}

// Every way that units of 5.x lie to each other.
inline std::vector<DbArticle> new_articles() {
  return {new_article(1, "KGM", "KGM", "KGM"),
          new_article(2, "XCR", "KGM", "KGM", {{"10.0", "KGM"}}),
          new_article(3, "XPP", "XPP", "KGM", {{"1.5", "KGM"}}),
          new_article(4, "XPP", "GRM", "GRM", {{"3.0", "KGM"}}),
          new_article(5, "XPP", "GRM", "KGM", {{"3.0", "KGM"}}),
          new_article(6, "XBX", "XPK", "XPK", {{"30.0", "XPK"}}),
          custom_article(7, "botte", "", ""),
          custom_article(8, "Kiste", "KGM", "KGM", {{"12.5", "KGM"}}),
          custom_article(9, "Kiste (gros)", "", "KGM", {{"12.5", "KGM"}}),
          new_article(10, "LTR", "LTR", "LTR"),
          new_article(11, "XBO", "MLT", "LTR", {{"0.75", "LTR"}}),
          new_article(12, "LBR", "LBR", "LBR"),
          new_article(13, "XCR", "LBR", "KGM", {{"10.0", "KGM"}}),
          new_article(14, "KGM", "GRM", "KGM"),
          new_article(15, "KGM", "HGM", "GRM"),
          new_article(16, "XBO", "XBO", "XBO"),
          new_article(17, "XCR", "XPP", "KGM", {{"24.0", "XPP"}, {"3.6", "KGM"}})};
}

inline DbOrder order_of(int version, std::vector<DbArticle> articles,
                        std::vector<std::string> groups) {
  DbOrder order;
  order.version = version;
  order.articles = std::move(articles);
  order.groups = std::move(groups);
  return order;
}

// A cell in every group for every article.
inline void fill(DbOrder& order, std::int64_t asked, std::int64_t result) {
  int id = 100;
  for (std::size_t g = 0; g < order.groups.size(); ++g)
    for (std::size_t a = 0; a < order.articles.size(); ++a)
      order.cells.push_back({id++, static_cast<int>(g), static_cast<int>(a), asked, 0, result});
}

inline const domain::OrderArticle& article_of(const domain::ReferenceOrder& order,
                                              std::size_t cell) {
  return order.articles[static_cast<std::size_t>(order.cells[cell].article)];
}

}  // namespace support
