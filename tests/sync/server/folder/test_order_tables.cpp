#include <catch2/catch.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/day_text.hpp"
#include "support/other_program.hpp"
#include "support/temporary_folder.hpp"
#include "sync/server/folder/order_tables.hpp"
#include "sync/server/folder/order_xlsx.hpp"

using namespace domain;
using nlohmann::json;
using support::TestDay;

namespace {

const std::string script = std::string(TEST_DATA) + "/../support/read_back.py";

json read_back(const std::string& kind, const std::string& bytes) {
  const support::TemporaryFolder folder;
  const auto path = folder.path() / ("file." + kind);
  std::ofstream(path, std::ios::binary) << bytes;
  return json::parse(
      support::output_of("/usr/bin/python3 '" + script + "' " + kind + " '" + path.string() + "'"));
}

using Line = std::vector<std::string>;

Line line_of(const json& lines, const std::string& cell) {
  for (const auto& line : lines)
    if (line.at(1) == cell) return line.get<Line>();
  return {};
}

TestDay a_day() {
  TestDay t(
      "order 4 Duval\n"
      "Carottes | 1 kg  | 3.09 | Zoé 1.25, Rosa 1.25, Maria 0, Luc 2=1.5, Zola ?\n"
      "Radis    | botte | 1.2  | Rosa 3, Luc 1.0005=?, Maria 0\n"
      "Thym     | botte | ?    | Rosa 2, Zoé 2");
  auto order = t.day.orders()[0];
  order.articles[1].name = "=SUM(A1), \"rond\"\nrouge";
  order.articles[2].id.reset();
  order.group_orders[1].ordergroup = "Côté, \"jardin\"";
  t.day.set_reference(order);
  return t;
}

}  // namespace

TEST_CASE("results.csv: every cell, by group order and cell, read by Python's csv") {
  TestDay t = a_day();
  t.weigh(100, 1250);  // as the server has it
  t.weigh(101, 930);
  t.lack(101, {Cause::other, "tombé, \"écrasé\""});
  t.count(105, 3500);  // over
  t.lack(108, {Cause::damaged, {}});
  t.count(106, 1000);  // base unknown
  t.weigh(103, 1000);
  t.undo({"table", t.seq});
  const json lines = read_back("csv", server::results_csv(t.day, 0));
  REQUIRE(lines.size() == 11);
  CHECK(lines[0].get<Line>() == Line{"order_id", "cell_id", "group_order_id", "order_article_id",
                                     "ordergroup", "article", "unit", "asked", "base", "result",
                                     "changed", "cause"});
  const std::string radishes = "=SUM(A1), \"rond\"\nrouge";
  const std::string side = "Côté, \"jardin\"";
  CHECK(line_of(lines, "100") ==
        Line{"4", "100", "1000", "10", "Zoé", "Carottes", "1 kg", "1.25", "1.25", "1.25", "0", ""});
  CHECK(line_of(lines, "101") == Line{"4", "101", "1001", "10", side, "Carottes", "1 kg", "1.25",
                                      "1.25", "0.93", "1", "other:tombé, \"écrasé\""});
  CHECK(line_of(lines, "102") ==
        Line{"4", "102", "1002", "10", "Maria", "Carottes", "1 kg", "0", "0", "", "0", ""});
  CHECK(line_of(lines, "103") ==
        Line{"4", "103", "1003", "10", "Luc", "Carottes", "1 kg", "2", "1.5", "", "0", ""});
  CHECK(line_of(lines, "104") ==
        Line{"4", "104", "1004", "10", "Zola", "Carottes", "1 kg", "", "", "", "0", ""});
  CHECK(line_of(lines, "105") ==
        Line{"4", "105", "1001", "11", side, radishes, "botte", "3", "3", "3.5", "1", ""});
  CHECK(line_of(lines, "106") ==
        Line{"4", "106", "1003", "11", "Luc", radishes, "botte", "1.001", "", "1", "1", ""});
  CHECK(line_of(lines, "108") ==
        Line{"4", "108", "1001", "", side, "Thym", "botte", "2", "2", "0", "1", "damaged"});
  std::vector<std::string> order;
  for (std::size_t i = 1; i < lines.size(); ++i) order.push_back(lines[i][1]);
  CHECK(order == Line{"100", "109", "101", "105", "108", "102", "107", "103", "106", "104"});
}

TEST_CASE("a result equal to the base is no change, whatever the decimals") {
  TestDay t("order 4 Duval\nChou | 230 g | 1 | Rosa 1.052");
  t.weigh(100, 242);
  const json lines = read_back("csv", server::results_csv(t.day, 0));
  CHECK(line_of(lines, "100")[9] == "1.052");
  CHECK(line_of(lines, "100")[10] == "0");
}

TEST_CASE("shortfalls.csv: what a shortfall closed") {
  TestDay t = a_day();
  t.weigh(101, 930);
  t.lack(101, {Cause::short_delivery, {}});
  t.lack(102);         // was to get nothing
  t.lack(103);         // target is the base
  t.lack(104);         // nobody knows how much
  t.count(105, 3000);  // enough after all
  t.lack(105);
  t.weigh(100, 500);  // begun
  t.lack(109);        // price unknown
  const json lines = read_back("csv", server::shortfalls_csv(t.day, 0));
  CHECK(lines[0].get<Line>() == Line{"order_id", "cell_id", "producer", "article", "ordergroup",
                                     "unit", "target", "given", "missing", "amount", "cause"});
  REQUIRE(lines.size() == 5);
  CHECK(lines[1].get<Line>() ==
        Line{"4", "109", "Duval", "Thym", "Zoé", "botte", "2", "0", "2", "", "not_delivered"});
  CHECK(lines[2].get<Line>() == Line{"4", "101", "Duval", "Carottes", "Côté, \"jardin\"", "1 kg",
                                     "1.25", "0.93", "0.32", "0.99", "short_delivery"});
  CHECK(lines[3].get<Line>() == Line{"4", "103", "Duval", "Carottes", "Luc", "1 kg", "1.5", "0",
                                     "1.5", "4.64", "not_delivered"});
  CHECK(lines[4].get<Line>() ==
        Line{"4", "104", "Duval", "Carottes", "Zola", "1 kg", "", "0", "", "", "not_delivered"});
}

TEST_CASE("order.xlsx: typed cells, text never a formula, read by openpyxl") {
  TestDay t = a_day();
  t.weigh(101, 930);
  t.lack(101, {Cause::other, "+33 tombé"});
  t.count(105, 3500);
  const auto bytes = server::order_xlsx(t.day, 0, "fr");
  REQUIRE(bytes);
  const json book = read_back("xlsx", *bytes);
  REQUIRE(book.contains("Résultats"));
  REQUIRE(book.contains("Manques"));
  REQUIRE(book.contains("Totaux"));
  int rows = 0;
  for (const auto& [name, sheet] : book.items())
    for (const auto& row : sheet)
      for (const auto& cell : row) CHECK(cell[0] != "f");
  for (const auto& row : book["Résultats"]) {
    if (row[1][1] == "=SUM(A1), \"rond\"\nrouge" && row[0][1] == "Côté, \"jardin\"") {
      ++rows;
      CHECK(row[1][0] == "s");
      CHECK(row[3] == json::array({"n", 3}));
      CHECK(row[5] == json::array({"n", 3.5}));
      CHECK(row[6] == json::array({"n", 1.2}));
      CHECK(row[7] == json::array({"n", 4.2}));
    }
    if (row[0][1] == "Zola") {
      ++rows;
      CHECK(row[3][1].is_null());
      CHECK(row[5][1].is_null());
    }
    if (row[1][1] == "Carottes" && row[0][1] == "Côté, \"jardin\"")
      CHECK(row[8] == json::array({"s", "+33 tombé"}));
  }
  CHECK(rows == 2);
  REQUIRE(book["Manques"].size() == 2);
  CHECK(book["Manques"][1][5] == json::array({"n", 0.32}));
  CHECK(book["Manques"][1][6] == json::array({"n", 0.99}));
  // Rosa: 0.93 × 3.09 + 3.5 × 1.2, and a price that nobody knows.
  CHECK(book["Totaux"][2][1][1].is_null());
  CHECK(book["Totaux"][3] == json::array({json::array({"s", "Maria"}), json::array({"n", 0})}));
  CHECK(read_back("xlsx", server::order_xlsx(t.day, 0, "de").value()).contains("Fehlmengen"));
}
