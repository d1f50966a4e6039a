#include <catch2/catch.hpp>
#include <fstream>

#include "domain/pricing.hpp"
#include "kiosk/app/paper_text.hpp"
#include "kiosk/app/papers.hpp"
#include "kiosk/app/treasurer_sums.hpp"
#include "support/day_text.hpp"
#include "support/other_program.hpp"
#include "support/temporary_folder.hpp"

using namespace domain;
using support::TestDay;

namespace {

const char* order_text =
    "order 4 Ferme des Aulnes\n"
    "Carottes | 1 kg  | 3.09 | Les Mirabelles 1.25, Ézanville 1.25, Montreuil 0, Zola 2\n"
    "Œufs     | boîte | 2.4  | Les Mirabelles 3, Ézanville 1, Zola 2\n"
    "Thym frais en très gros bouquets de la colline | ~20 g | ? | Zola 1";

TestDay a_day() {
  TestDay t(order_text);
  t.weigh(100, 930);
  t.lack(100, {Cause::short_delivery, {}});
  t.weigh(101, 1480);  // over
  t.weigh(103, 500);   // begun
  t.lack(104, {Cause::other, "tombées"});
  t.count(105, 1000);
  t.add(Received{OrderArticleId{10}, grams(5000)});
  t.add(Received{OrderArticleId{11}, whole_units(4)});
  return t;
}

const kiosk::PaperFacts facts{"samedi 14 mars", {{"Les Mirabelles", 14}, {"Zola", 28}}};

// Without blanks and line ends, since a table may break its cells anywhere.
std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : collapse_blanks(text))
    if (c != ' ' && c != '\f') out.push_back(c);
  return out;
}

std::string pdf_text(const printing::Paper& paper) {
  const support::TemporaryFolder folder;
  const auto path = folder.path() / "paper.pdf";
  const auto bytes = printing::paper_pdf(paper);
  REQUIRE(bytes);
  std::ofstream(path, std::ios::binary) << *bytes;
  return support::output_of("pdftotext -layout '" + path.string() + "' -");
}

using Row = std::vector<std::string>;
const Row& row_of(const printing::PaperTable& table, const std::string& a,
                  const std::string& b = {}) {
  static const Row none;
  for (const auto& row : table.rows) {
    const auto has = [&row](const std::string& text) {
      return text.empty() || std::find(row.cells.begin(), row.cells.end(), text) != row.cells.end();
    };
    if (has(a) && has(b)) return row.cells;
  }
  return none;
}

}  // namespace

TEST_CASE("the treasurer's sheet: sums, ordergroups, what differs, what is open") {
  const TestDay t = a_day();
  const auto paper = kiosk::treasurer_paper(t.day, 0, facts, ui::Language::fr);
  REQUIRE(paper.tables.size() == 4);
  CHECK(paper.foot == "samedi 14 mars");
  const std::string euro = "\u00a0€";

  const auto& articles = paper.tables[0];
  CHECK(articles.title == "Commande 4, Ferme des Aulnes");
  CHECK(row_of(articles, "Carottes") ==
        Row{"Carottes", "1 kg", "5,000", "noté", "2,910", "0,000", "2,090"});
  // Zola's 2 boxes nobody counted: the server keeps them.
  CHECK(row_of(articles, "Œufs") == Row{"Œufs", "boîte", "4", "noté", "1", "2", "1"});
  // 5 kg × 3.09 + 4 × 2.40; given 2.91 × 3.09 + 3 × 2.40.
  CHECK(articles.notes[0] ==
        "Reçu 25,05" + euro + ", donné aux cellules 16,19" + euro + ", reste 8,86" + euro);
  CHECK(articles.notes[1] == "sans 1 article dont le prix ou la quantité reçue est inconnu");

  const auto& groups = paper.tables[1];
  CHECK(row_of(groups, "Les Mirabelles") == Row{"Les Mirabelles", "14", "", "2,87" + euro, ""});
  CHECK(row_of(groups, "Ézanville")[3] == "6,97" + euro);
  CHECK(row_of(groups, "Montreuil") == Row{"Montreuil", "", "", "0,00" + euro, ""});
  CHECK(row_of(groups, "Zola")[3] == "inconnu");
  CHECK(groups.rows.back().cells[3] == "inconnu");

  const auto& differing = paper.tables[2];
  REQUIRE(differing.rows.size() == 3);
  CHECK(row_of(differing, "manque") == Row{"manque", "Carottes", "Les Mirabelles", "1 kg", "1,250",
                                           "0,930", "−0,320", "−0,99" + euro, "livré en moins"});
  CHECK(row_of(differing, "trop") == Row{"trop", "Carottes", "Ézanville", "1 kg", "1,250", "1,480",
                                         "+0,230", "0,71" + euro, ""});
  CHECK(row_of(differing, "absent") == Row{"absent", "Œufs", "Les Mirabelles", "boîte", "3", "0",
                                           "−3", "−7,20" + euro, "tombées"});

  const auto& open = paper.tables[3];
  REQUIRE(open.rows.size() == 3);
  CHECK(row_of(open, "sac commencé") ==
        Row{"sac commencé", "Carottes", "Zola", "1 kg", "2,000", "0,500"});
  CHECK(row_of(open, "pas pesé", "Œufs")[4] == "2");
  REQUIRE(open.closing.size() == 1);
  CHECK(open.closing[0].find("~20 g") != std::string::npos);
}

TEST_CASE("every name and amount of the sheets is found by pdftotext") {
  const TestDay t = a_day();
  const auto language = GENERATE(ui::Language::fr, ui::Language::en, ui::Language::de);
  for (const auto& paper : {kiosk::treasurer_paper(t.day, 0, facts, language),
                            kiosk::matrix_paper(t.day, 0, facts, language)}) {
    const std::string text = squeezed(pdf_text(paper));
    for (const auto& table : paper.tables)
      for (const auto& row : table.rows)
        for (const auto& cell : row.cells) {
          CAPTURE(cell, text);
          CHECK(text.find(squeezed(cell)) != std::string::npos);
        }
    for (const auto& group : t.day.orders()[0].group_orders) {
      CAPTURE(group.ordergroup, text);
      CHECK(text.find(squeezed(group.ordergroup)) != std::string::npos);
    }
    for (const auto& article : t.day.orders()[0].articles)
      CHECK(text.find(squeezed(article.name)) != std::string::npos);
  }
}

TEST_CASE("the matrix on paper: given, what is due in brackets, short and over marked") {
  const TestDay t = a_day();
  const auto paper = kiosk::matrix_paper(t.day, 0, facts, ui::Language::fr);
  REQUIRE(paper.tables.size() == 1);
  const auto& table = paper.tables[0];
  std::vector<std::string> heads;
  for (const auto& column : table.columns) heads.push_back(column.head);
  CHECK(heads == Row{"Article", "Unité", "Ézanville", "14 Les Mirabelles", "Montreuil", "28 Zola",
                     "Donné", "Reçu"});
  CHECK(table.rows[0].cells ==
        Row{"Carottes", "1 kg", "1,480 +", "0,930 −", "0", "0,500 (2,000)", "2,910", "5,000"});
  CHECK(table.rows[1].cells == Row{"Œufs", "boîte", "1", "0", "", "(2)", "1", "4"});
  CHECK(table.rows[3].kind == printing::PaperRow::Kind::strong);
}

TEST_CASE("the sums agree: received is given and left, groups are given and rounding") {
  TestDay t("order 4 Duval\nA | botte | 0.335 | Rosa 1, Maria 1, Zoé 1\nB | botte | 0.5 | Rosa 2");
  t.add(Received{OrderArticleId{10}, whole_units(4)});
  const auto sums = kiosk::treasurer_sums(t.day, 0);
  // 0.335 × 3 + 1.00 = 2.005 → 2.01; 1.335, 0.335, 0.335 → 1.34 + 0.34 + 0.34.
  CHECK(sums.given == cents(201));
  CHECK(sums.groups == cents(202));
  CHECK(sums.rounding == cents(1));
  CHECK(sums.received == cents(134));
  CHECK(sums.of_received == cents(101));
  CHECK(sums.left == cents(33));
  CHECK(sums.articles_left_out == 1);  // what arrived of B is unknown
  CHECK(sums.untouched == 4);
  t.count(100, 500);
  CHECK(kiosk::treasurer_sums(t.day, 0).untouched == 3);
  CHECK(kiosk::untouched_quantity(t.day, {0, 0}) == whole_units(2));
}

TEST_CASE("quantities on paper: three decimals for a mass, no more than needed for a count") {
  const kiosk::PaperText fr(ui::Language::fr);
  const kiosk::PaperText en(ui::Language::en);
  const auto mass = read_unit_text("500 g");
  const auto count = read_unit_text("botte");
  CHECK(fr.quantity(Quantity(2'500'000), mass) == "2,500");
  CHECK(fr.quantity(whole_units(3), mass) == "3,000");
  CHECK(en.quantity(Quantity(2'500'000), mass) == "2.500");
  CHECK(fr.quantity(Quantity(2'500'000), count) == "2,5");
  CHECK(fr.quantity(whole_units(3), count) == "3");
  CHECK(fr.quantity({}, mass).empty());
  CHECK(fr.difference(whole_units(1), count) == "+1");
  CHECK(fr.difference(-whole_units(1), count) == "−1");
  CHECK(fr.money({}) == "inconnu");
}
