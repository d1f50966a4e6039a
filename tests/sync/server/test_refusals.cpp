// Pages of other kinds, pages that do not fit together, and what is missing: named and refused.
#include <catch2/catch.hpp>
#include <filesystem>

#include "sync/server/tried_page.hpp"

namespace {

using domain::Fault;
using support::check_refused;
using support::groups_of;
using support::lines_of;
using support::PageFolder;
using support::recorded;
using support::replaced_once;
using support::report_on;
using support::versions;

}  // namespace

TEST_CASE("a cell or group that stands twice, and cells that changed places") {
  const std::string version = GENERATE(from_range(versions));
  const std::string first = version == "4.9.2" ? "79" : "102",
                    next = version == "4.9.2" ? "80" : "103";
  const auto twice =
      replaced_once(groups_of(version), "id='goa_" + next + "'", "id='goa_" + first + "'");
  check_refused(report_on(version, twice));
  const std::string hold = "id='goa_0'";
  auto swapped = replaced_once(groups_of(version), "id='goa_" + first + "'", hold);
  swapped = replaced_once(swapped, "id='goa_" + next + "'", "id='goa_" + first + "'");
  check_refused(report_on(version, replaced_once(swapped, hold, "id='goa_" + next + "'")));
  const std::string group = version == "4.9.2" ? "16" : "21",
                    other = version == "4.9.2" ? "14" : "19";
  check_refused(report_on(version, replaced_once(groups_of(version), "'group_order_" + group + "'",
                                                 "'group_order_" + other + "'")));
}

TEST_CASE("pages of other kinds are named") {
  const std::string version = GENERATE(from_range(versions));
  const auto kind = GENERATE(table<std::string, std::string>({
      {"login.en.html", "login page"},
      {"patch-500.html", "error page"},
      {"patch-unknown.html", "error page"},
      {"order-default.en.html", "orders/ID?view=groups"},
      {"saved-by-chromium.order-default.finished.finance.fr.html", "orders/ID?view=groups"},
      {"orders.en.html", "another page of Foodsoft"},
      {"home.en.html", "another page of Foodsoft"},
      {"stock-articles.member.en.html", "another page of Foodsoft"},
      {"balancing.finished.en.html", "another page of Foodsoft"},
  }));
  const auto report = report_on(version, recorded(version + "/" + std::get<0>(kind)));
  check_refused(report);
  INFO(lines_of(report));
  CHECK(lines_of(report).find(std::get<1>(kind)) != std::string::npos);
  CHECK(report.refused.front().error.fault == Fault::page_foreign);
}

TEST_CASE("an open order is refused") {
  const std::string version = GENERATE(from_range(versions));
  PageFolder folder;
  folder.add("groups.html", recorded(version + "/groups.open.finance.en.html"));
  const auto report = server::read_folder(folder.path());
  REQUIRE(report);
  check_refused(*report);
  CHECK(report->refused.front().error.fault == Fault::order_open);
}

TEST_CASE("what is missing is named, and other orders go in") {
  const std::string version = GENERATE(from_range(versions));
  PageFolder folder;
  folder.add("groups.html", groups_of(version))
      .add("big g.html", recorded(version + "/big.groups.finished.finance.en.html"))
      .add("big r.HTML", recorded(version + "/big.receive.finished.finance.en.html"))
      .add("notes.txt", "nothing");
  const auto report = server::read_folder(folder.path());
  REQUIRE(report);
  CHECK(report->orders.size() == 1);
  REQUIRE(report->refused.size() == 1);
  CHECK(report->refused.front().error.detail.find("/receive is missing") != std::string::npos);
  CHECK(report->refused.front().error.detail.find("groups.html") != std::string::npos);
}

TEST_CASE("two pages of one order that contradict each other are refused, both named") {
  const std::string version = GENERATE(from_range(versions));
  PageFolder folder;
  folder.add("old.html", groups_of(version))
      .add("new.html", recorded(version + "/groups.weighed.finance.en.html"))
      .add("r.html", recorded(version + "/receive.finished.finance.fr.html"));
  const auto report = server::read_folder(folder.path());
  REQUIRE(report);
  CHECK(report->orders.empty());
  REQUIRE(report->refused.size() == 1);
  const auto& sentence = report->refused.front().error.detail;
  CHECK(sentence.find("old.html") != std::string::npos);
  CHECK(sentence.find("new.html") != std::string::npos);
}

TEST_CASE("rows that are missing on the other pages are noticed") {
  const std::string version = GENERATE(from_range(versions));
  const auto without = [&](const std::string& page, const std::string& begin) {
    auto text = recorded(version + "/" + page);
    const auto at = text.find(begin);
    REQUIRE(at != std::string::npos);
    const auto row = text.rfind("<tr", at + 3);
    return text.erase(row, text.find("</tr>", at) + 5 - row);
  };
  const std::string articles = "articles.finished.finance.en.html";
  const std::string receive = "receive.finished.finance.fr.html";
  PageFolder folder;
  folder.add("g.html", groups_of(version))
      .add("a.html", without(articles, "<tr id='goa_"))
      .add("r.html", recorded(version + "/" + receive));
  auto report = server::read_folder(folder.path());
  REQUIRE(report);
  CHECK(report->orders.empty());
  CHECK(lines_of(*report).find("is missing in view=articles") != std::string::npos);
  folder.add("a.html", recorded(version + "/" + articles))
      .add("r.html", without(receive, "<tr class='order-article"));
  report = server::read_folder(folder.path());
  REQUIRE(report);
  CHECK(lines_of(*report).find("is missing in the receive page") != std::string::npos);
  std::filesystem::remove(folder.path() / "a.html");
  report = server::read_folder(folder.path());
  REQUIRE(report);
  CHECK(report->orders.empty());
}

TEST_CASE("orders of two servers do not share a day") {
  PageFolder folder;
  for (const auto& version : versions)
    folder.add(version + ".g.html", groups_of(version))
        .add(version + ".r.html", recorded(version + "/receive.finished.finance.fr.html"));
  const auto report = server::read_folder(folder.path());
  REQUIRE(report);
  CHECK(report->orders.size() == 1);
  CHECK(lines_of(*report).find("two servers") != std::string::npos);
}

TEST_CASE("a folder without pages, or none at all") {
  PageFolder folder;
  CHECK(!server::read_folder(folder.path()));
  CHECK(!server::read_folder(folder.path() / "missing"));
  folder.add("a.txt", "x");
  CHECK(!server::read_folder(folder.path()));
}
