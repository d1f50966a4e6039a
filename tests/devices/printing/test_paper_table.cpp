#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>

#include "devices/printing/paper_table.hpp"
#include "support/temporary_folder.hpp"

using namespace printing;

namespace {

// The words of a PDF, page by page, as another program reads them.
std::vector<std::set<std::string>> pages_of(const std::string& pdf, std::string* info = nullptr) {
  const support::TemporaryFolder folder;
  const std::string path = (folder.path() / "paper.pdf").string();
  std::ofstream(path, std::ios::binary) << pdf;
  const auto run = [](const std::string& command) {
    struct Close {
      void operator()(FILE* pipe) const { ::pclose(pipe); }
    };
    const std::unique_ptr<FILE, Close> pipe(::popen(command.c_str(), "r"));
    std::string text;
    char buffer[4096];
    while (const std::size_t n = std::fread(buffer, 1, sizeof buffer, pipe.get()))
      text.append(buffer, n);
    return text;
  };
  if (info) *info = run("pdfinfo " + path);
  std::vector<std::set<std::string>> pages;
  std::istringstream text(run("pdftotext " + path + " -"));
  for (std::string page; std::getline(text, page, '\f');) {
    std::istringstream words(page);
    pages.emplace_back();
    for (std::string word; words >> word;) pages.back().insert(word);
  }
  return pages;
}

Paper matrix(int rows, int columns, PaperSide side) {
  Paper paper{side, "Jour-3", {}};
  PaperTable table;
  table.title = "Commande-4";
  table.notes = {"première-note"};
  table.closing = {"dernière-ligne"};
  table.columns.push_back({"Article"});
  for (int c = 0; c < columns; ++c)
    table.columns.push_back({"Cœur-" + std::to_string(c), Align::right, HeadText::turned});
  for (int r = 0; r < rows; ++r) {
    PaperRow row{{"Œuf-" + std::to_string(r)}};
    for (int c = 0; c < columns; ++c)
      row.cells.push_back(std::to_string(r) + "x" + std::to_string(c));
    table.rows.push_back(row);
  }
  paper.tables.push_back(table);
  return paper;
}

}  // namespace

TEST_CASE("every cell of a large matrix is on a page with its heads") {
  const auto side = GENERATE(PaperSide::portrait, PaperSide::landscape);
  const auto [rows, columns] = GENERATE(table<int, int>({{1, 1}, {28, 30}, {120, 60}}));
  CAPTURE(rows, columns);
  const auto pdf = paper_pdf(matrix(rows, columns, side));
  REQUIRE(pdf);
  std::string info;
  const auto pages = pages_of(*pdf, &info);
  CHECK(info.find(side == PaperSide::portrait ? "595.276 x 841.89" : "841.89 x 595.276") !=
        std::string::npos);
  std::set<std::string> found;
  std::size_t number = 0;
  for (const auto& page : pages) {
    ++number;
    CHECK(page.count("Commande-4"));
    CHECK(page.count("Jour-3"));
    CHECK(page.count(std::to_string(number) + "/" + std::to_string(pages.size())));
    for (const std::string& word : page) {
      const auto x = word.find('x');
      if (x == std::string::npos || word.find_first_not_of("0123456789x") != std::string::npos)
        continue;
      CHECK(found.insert(word).second);  // once in the whole paper
      CHECK(page.count("Œuf-" + word.substr(0, x)));
      CHECK(page.count("Cœur-" + word.substr(x + 1)));
    }
  }
  CHECK(found.size() == static_cast<std::size_t>(rows * columns));
  CHECK(pages.front().count("première-note"));
  CHECK(pages.back().count("dernière-ligne"));
}

TEST_CASE("long texts wrap and are found whole") {
  Paper paper;
  PaperTable table;
  table.title = "Un titre " + std::string(150, 't') + " qui se serre";
  table.columns = {{"Nom"}, {"Montant", Align::right, HeadText::level, 25}};
  std::string name;
  for (int i = 0; i < 60; ++i) name += "mot" + std::to_string(i) + " ";
  table.rows = {{{name, "1 234,56"}}, {{"Somme", "9,99"}, PaperRow::Kind::strong}};
  paper.tables = {table, table};
  const auto pdf = paper_pdf(paper);
  REQUIRE(pdf);
  const auto pages = pages_of(*pdf);
  REQUIRE(pages.size() == 2);
  for (const auto& page : pages) {
    for (int i = 0; i < 60; ++i) CHECK(page.count("mot" + std::to_string(i)));
    CHECK(page.count(std::string(150, 't')));
    CHECK(page.count("1"));
    CHECK(page.count("9,99"));
  }
}

TEST_CASE("an empty table is a page with its heads") {
  Paper paper;
  PaperTable table;
  table.title = "Vide";
  table.columns = {{"Nom"}, {"Montant"}};
  table.closing = {"fin"};
  paper.tables = {table};
  const auto pdf = paper_pdf(paper);
  REQUIRE(pdf);
  const auto pages = pages_of(*pdf);
  REQUIRE(pages.size() == 1);
  for (const char* word : {"Vide", "Nom", "Montant", "fin"}) CHECK(pages[0].count(word));
}

TEST_CASE("what cannot be put on paper whole is refused") {
  Paper paper;
  PaperTable table;
  table.columns = {{"a", Align::left, HeadText::level, 180}, {"b"}};
  table.rows = {{{"1", "2"}}};
  paper.tables = {table};
  CHECK(paper_pdf(paper).error().fault == domain::Fault::refused);
  paper.tables[0].columns[0].width_mm = 0;
  std::string endless;
  for (int i = 0; i < 20'000; ++i) endless += "mot ";
  paper.tables[0].rows[0].cells[0] = endless;
  CHECK(paper_pdf(paper).error().fault == domain::Fault::refused);
  paper.tables[0].rows[0].cells[0] = "Caf\xe9";
  CHECK(paper_pdf(paper).error().fault == domain::Fault::bad_value);
  paper.tables[0].rows[0].cells[0] = "Café";
  CHECK(paper_pdf(paper));
}
