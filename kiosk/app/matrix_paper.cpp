#include "domain/pricing.hpp"
#include "kiosk/app/paper_text.hpp"
#include "kiosk/app/papers.hpp"

namespace kiosk {

namespace {

using domain::ArticlePlace;
using domain::CellPlace;
using domain::CellState;
using domain::Day;
using printing::Align;
using printing::HeadText;
using printing::PaperColumn;
using printing::PaperRow;

// "0,930 −" short, "1,400 +" over, "(1,250)" nobody weighed it yet, "0,500 (1,250)" begun.
std::string cell_text(const Day& day, CellPlace at, const PaperText& text) {
  const auto figures = day.figures(at);
  const auto& unit = day.figures(day.article_of(at)).meaning;
  const std::string given = text.quantity(figures.given, unit);
  switch (figures.state) {
    case CellState::to_do: {
      const std::string due = "(" + text.quantity(figures.target, unit) + ")";
      return given.empty() ? due : given + " " + due;
    }
    case CellState::short_given:
      return given + " \u2212";
    case CellState::over:
      return given + " +";
    case CellState::absent:
      return "0";
    case CellState::weighed:
    case CellState::counted:
      break;
  }
  return given.empty() ? "?" : given;
}

std::vector<PaperColumn> columns(const domain::ReferenceOrder& order, const PaperFacts& facts,
                                 const std::vector<int>& groups, const ui::Texts& texts) {
  std::vector<PaperColumn> columns = {{texts.tr("Article")}, {texts.tr("Unit")}};
  for (const int group : groups) {
    const std::string& name = order.group_orders[static_cast<std::size_t>(group)].ordergroup;
    const auto crate = facts.crates.find(name);
    columns.push_back(
        {crate == facts.crates.end() ? name : std::to_string(crate->second) + " " + name,
         Align::right, HeadText::turned});
  }
  columns.push_back({texts.tr("Given"), Align::right});
  columns.push_back({texts.tr("Received"), Align::right});
  return columns;
}

PaperRow article_row(const Day& day, ArticlePlace at, const std::vector<int>& groups,
                     const PaperText& text) {
  const auto& article = day.article(at);
  const auto& figures = day.figures(at);
  std::vector<std::string> by_group(groups.size());
  std::vector<std::size_t> column_of(groups.size());
  for (std::size_t c = 0; c < groups.size(); ++c)
    column_of[static_cast<std::size_t>(groups[c])] = c;
  for (const int cell : day.cells_of(at)) {
    const CellPlace place{at.order, cell};
    auto& there = by_group[column_of[static_cast<std::size_t>(day.cell(place).group)]];
    if (!there.empty()) there += " / ";  // a page that lists a cell twice
    there += cell_text(day, place, text);
  }
  PaperRow row;
  row.cells = {article.name, article.unit.name};
  row.cells.insert(row.cells.end(), by_group.begin(), by_group.end());
  row.cells.push_back(text.quantity(figures.given, figures.meaning));
  row.cells.push_back(text.quantity(figures.received, figures.meaning));
  return row;
}

PaperRow totals_row(const Day& day, int order, const std::vector<int>& groups,
                    const PaperText& text) {
  const auto totals = domain::group_totals(day, order);
  PaperRow row{{text.texts().tr("To pay"), ""}, PaperRow::Kind::strong};
  for (const int group : groups)
    row.cells.push_back(text.money(totals[static_cast<std::size_t>(group)].total()));
  return row;
}

}  // namespace

printing::Paper matrix_paper(const Day& day, int order, const PaperFacts& facts,
                             ui::Language language) {
  const PaperText text(language);
  const ui::Texts& texts = text.texts();
  const auto& reference = day.orders()[static_cast<std::size_t>(order)];
  const auto groups = groups_by_name(reference);
  printing::PaperTable table;
  table.title = text.order_title(reference);
  table.notes = {texts.tr("(in brackets) not weighed yet; − short; + more than the band")};
  table.columns = columns(reference, facts, groups, texts);
  table.row_heads = 2;
  for (int a = 0; a < static_cast<int>(reference.articles.size()); ++a)
    table.rows.push_back(article_row(day, {order, a}, groups, text));
  table.rows.push_back(totals_row(day, order, groups, text));
  printing::Paper paper{printing::PaperSide::landscape, facts.day, {}};
  paper.tables.push_back(std::move(table));
  return paper;
}

}  // namespace kiosk
