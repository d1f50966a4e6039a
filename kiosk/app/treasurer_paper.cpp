#include "domain/pricing.hpp"
#include "kiosk/app/paper_text.hpp"
#include "kiosk/app/papers.hpp"
#include "kiosk/app/treasurer_sums.hpp"

namespace kiosk {

namespace {

using domain::ArticlePlace;
using domain::CellPlace;
using domain::CellState;
using domain::Day;
using printing::Align;
using printing::PaperRow;
using printing::PaperTable;

std::string source_text(domain::ReceivedBy by, const ui::Texts& texts) {
  switch (by) {
    case domain::ReceivedBy::entry:
      return texts.tr("noted");
    case domain::ReceivedBy::page:
      return texts.tr("server");
    case domain::ReceivedBy::expected:
      return texts.tr("expected");
    case domain::ReceivedBy::unknown:
      break;
  }
  return texts.tr("unknown");
}

std::vector<std::string> sum_lines(const TreasurerSums& sums, const PaperText& text) {
  const ui::Texts& t = text.texts();
  std::vector<std::string> lines;
  lines.push_back(t.tr("Received {1}, given to the ordergroups {2}, left over {3}",
                       text.money(sums.received), text.money(sums.of_received),
                       text.money(sums.left)));
  if (sums.articles_left_out > 0)
    lines.push_back(t.tr_n("without {1} article whose price or received amount is unknown",
                           "without {1} articles whose price or received amount is unknown",
                           sums.articles_left_out));
  lines.push_back(t.tr("Sum of the ordergroups {1}, given {2}, rounding {3}",
                       text.money(sums.groups), text.money(sums.given), text.money(sums.rounding)));
  if (sums.cells_left_out > 0)
    lines.push_back(t.tr_n("without {1} cell whose price is unknown",
                           "without {1} cells whose price is unknown", sums.cells_left_out));
  if (sums.untouched > 0)
    lines.push_back(t.tr_n("{1} cell nobody weighed counts as on the server",
                           "{1} cells nobody weighed count as on the server", sums.untouched));
  return lines;
}

PaperTable articles_table(const Day& day, int order, const PaperText& text) {
  const ui::Texts& t = text.texts();
  const auto& reference = day.orders()[static_cast<std::size_t>(order)];
  PaperTable table;
  table.title = text.order_title(reference);
  table.notes = sum_lines(treasurer_sums(day, order), text);
  if (reference.base_certainty == domain::Certainty::about)
    table.notes.push_back(t.tr("The server's amounts were read from a page that rounds them"));
  table.columns = {{t.tr("Article")},
                   {t.tr("Unit")},
                   {t.tr("Received"), Align::right},
                   {t.tr("as told by")},
                   {t.tr("Given"), Align::right},
                   {t.tr("Not weighed"), Align::right},
                   {t.tr("Left over"), Align::right}};
  for (int a = 0; a < static_cast<int>(reference.articles.size()); ++a) {
    const ArticlePlace at{order, a};
    const auto& figures = day.figures(at);
    const domain::Quantity untouched = untouched_quantity(day, at);
    std::optional<domain::Quantity> left = figures.left();
    if (left) left = *left - untouched;
    table.rows.push_back(
        {{day.article(at).name, day.article(at).unit.name,
          text.quantity(figures.received, figures.meaning), source_text(figures.received_by, t),
          text.quantity(figures.given, figures.meaning), text.quantity(untouched, figures.meaning),
          text.quantity(left, figures.meaning)}});
  }
  return table;
}

PaperTable groups_table(const Day& day, int order, const PaperFacts& facts, const PaperText& text) {
  const ui::Texts& t = text.texts();
  const auto& reference = day.orders()[static_cast<std::size_t>(order)];
  const auto totals = domain::group_totals(day, order);
  PaperTable table;
  table.title = t.tr("What each ordergroup pays");
  table.notes = {t.tr("without transport")};
  table.columns = {{t.tr("Ordergroup")},
                   {t.tr("Crate"), Align::right},
                   {t.tr("Server"), Align::right},
                   {t.tr("To pay"), Align::right},
                   {t.tr("Difference"), Align::right}};
  std::optional<domain::Money> sum = domain::Money{};
  for (const int group : groups_by_name(reference)) {
    const auto& told = reference.group_orders[static_cast<std::size_t>(group)];
    const auto total = totals[static_cast<std::size_t>(group)].total();
    const auto server =
        told.price_sum ? std::optional(domain::round_to_cents(*told.price_sum)) : std::nullopt;
    const auto crate = facts.crates.find(told.ordergroup);
    table.rows.push_back(
        {{told.ordergroup, crate == facts.crates.end() ? "" : std::to_string(crate->second),
          server ? text.money(server) : "", text.money(total),
          server && total ? text.money(*total - *server) : ""}});
    sum = sum && total ? std::optional(*sum + *total) : std::nullopt;
  }
  table.rows.push_back({{t.tr("Sum"), "", "", text.money(sum), ""}, PaperRow::Kind::strong});
  return table;
}

// Short, absent by an entry, over: the cells that differ from what was to be given.
PaperTable differences_table(const Day& day, int order, const PaperText& text) {
  const ui::Texts& t = text.texts();
  PaperTable table;
  table.title = t.tr("Short, absent and over");
  table.columns = {{""},
                   {t.tr("Article")},
                   {t.tr("Ordergroup")},
                   {t.tr("Unit")},
                   {t.tr("To give"), Align::right},
                   {t.tr("Given"), Align::right},
                   {t.tr("Difference"), Align::right},
                   {t.tr("Amount"), Align::right},
                   {t.tr("Cause")}};
  table.row_heads = 3;
  for (const CellPlace at : different_cells(day, order)) {
    const auto& article = day.article(day.article_of(at));
    const auto& unit = day.figures(day.article_of(at)).meaning;
    const auto figures = day.figures(at);
    const domain::Quantity given = figures.given.value_or(domain::Quantity());
    const auto price = domain::exact_unit_price(article);
    const auto difference = figures.target ? std::optional(given - *figures.target) : std::nullopt;
    const std::string what = figures.state == CellState::over     ? t.tr("over")
                             : figures.state == CellState::absent ? t.tr("absent")
                                                                  : t.tr("short");
    table.rows.push_back(
        {{what, article.name, day.ordergroup(at), article.unit.name,
          text.quantity(figures.target, unit), text.quantity(given, unit),
          text.difference(difference, unit),
          text.money(difference && price ? std::optional(domain::amount_of(*difference, *price))
                                         : std::nullopt),
          figures.shortfall ? text.cause(*figures.shortfall) : ""}});
  }
  if (table.rows.empty()) table.notes = {t.tr("Nothing")};
  return table;
}

PaperTable open_table(const Day& day, int order, const PaperText& text) {
  const ui::Texts& t = text.texts();
  PaperTable table;
  table.title = t.tr("Open points");
  table.columns = {{""},
                   {t.tr("Article")},
                   {t.tr("Ordergroup")},
                   {t.tr("Unit")},
                   {t.tr("To give"), Align::right},
                   {t.tr("Given"), Align::right}};
  for (const CellPlace at : open_cells(day, order)) {
    const auto& article = day.article(day.article_of(at));
    const auto& unit = day.figures(day.article_of(at)).meaning;
    const auto figures = day.figures(at);
    table.rows.push_back(
        {{figures.bags > 0 ? t.tr("bag begun") : t.tr("not weighed"), article.name,
          day.ordergroup(at), article.unit.name, text.quantity(figures.target, unit),
          text.quantity(figures.given, unit)}});
  }
  for (const auto& unit : day.unconfirmed_units())
    table.closing.push_back(t.tr("Nobody has said yet what the unit {1} is", unit));
  for (const auto cell : day.vanished())
    table.closing.push_back(
        t.tr("Cell {1} has entries, and no page lists it any more", std::to_string(cell.value)));
  if (table.rows.empty() && table.closing.empty()) table.notes = {t.tr("Nothing")};
  return table;
}

}  // namespace

printing::Paper treasurer_paper(const Day& day, int order, const PaperFacts& facts,
                                ui::Language language) {
  const PaperText text(language);
  printing::Paper paper{printing::PaperSide::portrait, facts.day, {}};
  paper.tables.push_back(articles_table(day, order, text));
  paper.tables.push_back(groups_table(day, order, facts, text));
  paper.tables.push_back(differences_table(day, order, text));
  paper.tables.push_back(open_table(day, order, text));
  return paper;
}

}  // namespace kiosk
