#include "kiosk/app/receipt_paper.hpp"

#include "domain/settled.hpp"
#include "kiosk/app/paper_text.hpp"
#include "sync/journal/iso_time.hpp"
#include "sync/server/folder/order_tables.hpp"

namespace kiosk {

namespace {

using domain::CellPlace;
using domain::Day;
using domain::OurFigure;
using domain::PushState;
using printing::Align;
using printing::PaperRow;
using printing::PaperTable;

std::vector<std::string> head_lines(const domain::OrderPush& push, const PaperText& text) {
  const ui::Texts& t = text.texts();
  std::vector<std::string> lines;
  if (push.pushed_at && push.pushed_by.empty())
    lines.push_back(t.tr("Sent and read back on {1}", journal::iso_time(*push.pushed_at)));
  else if (push.pushed_at)
    lines.push_back(t.tr("Sent and read back on {1} by {2}", journal::iso_time(*push.pushed_at),
                         push.pushed_by));
  if (push.tried_at != push.pushed_at)
    lines.push_back(t.tr("Not complete; last tried on {1}", journal::iso_time(*push.tried_at)));
  if (push.seen_settled) lines.push_back(t.tr("The order is settled"));
  if (push.total)
    lines.push_back(t.tr("The ordergroups pay {1}, with transport", text.money(push.total)));
  return lines;
}

std::string outcome_text(const OurFigure& ours, const domain::CellPush& pushed,
                         const ui::Texts& t) {
  if (pushed.in_conflict) return t.tr("in conflict");
  const bool stands = pushed.verified && pushed.verified->ours == ours.value &&
                      pushed.refused.empty() && !pushed.pending;
  if (!stands) return t.tr("not sent");
  return pushed.verified->read == ours.value ? t.tr("equal") : t.tr("kept as on the server");
}

PaperTable cells_table(const Day& day, int order, const PushState& pushed, const PaperText& text) {
  const ui::Texts& t = text.texts();
  PaperTable table;
  const auto& reference = day.orders()[static_cast<std::size_t>(order)];
  table.title = t.tr("Receipt") + " – " + text.order_title(reference);
  table.notes = head_lines(pushed.order(reference.id), text);
  table.columns = {{t.tr("Ordergroup")},
                   {t.tr("Article")},
                   {t.tr("Unit")},
                   {t.tr("Given"), Align::right},
                   {t.tr("Server"), Align::right},
                   {""}};
  table.row_heads = 2;
  for (const CellPlace at : server::cells_in_order(day, order)) {
    const auto& cell = pushed.cell(day.cell(at).id);
    const OurFigure ours = domain::our_figure(day, at, cell);
    if (ours.kind != OurFigure::figure) continue;
    const auto& article = day.article(day.article_of(at));
    const auto& unit = day.figures(day.article_of(at)).meaning;
    table.rows.push_back(
        {{day.ordergroup(at), article.name, article.unit.name, text.quantity(ours.value, unit),
          text.quantity(cell.read, unit), outcome_text(ours, cell, t)}});
  }
  return table;
}

PaperTable settled_table(const Day& day, const std::vector<domain::SettledGroup>& groups,
                         const PaperText& text) {
  const ui::Texts& t = text.texts();
  PaperTable table;
  table.title = t.tr("Settled before it was sent: to be booked by hand");
  table.columns = {{t.tr("Ordergroup")},
                   {t.tr("Article")},
                   {t.tr("Unit")},
                   {t.tr("Given"), Align::right},
                   {t.tr("Charged"), Align::right},
                   {t.tr("Difference"), Align::right},
                   {t.tr("Amount"), Align::right}};
  table.row_heads = 2;
  for (const auto& group : groups) {
    for (const auto& cell : group.not_sent) {
      const auto& article = day.article(day.article_of(cell.at));
      const auto& unit = day.figures(day.article_of(cell.at)).meaning;
      table.rows.push_back({{group.ordergroup, article.name, article.unit.name,
                             text.quantity(cell.ours, unit), text.quantity(cell.charged, unit),
                             text.difference(cell.difference, unit), text.money(cell.amount)}});
    }
    if (!group.not_sent.empty())
      table.rows.push_back(
          {{group.ordergroup, t.tr("Sum"), "", "", "", "", text.money(group.difference)},
           PaperRow::Kind::strong});
  }
  if (table.rows.empty()) table.notes = {t.tr("Nothing")};
  return table;
}

}  // namespace

printing::Paper receipt_paper(const journal::LoadedDay& day, int order, const PushState& pushed,
                              ui::Language language) {
  const PaperText text(language);
  printing::Paper paper{printing::PaperSide::portrait, day.row.name, {}};
  paper.tables.push_back(cells_table(day.day, order, pushed, text));
  const auto settled = domain::settled_groups(day.day, order, pushed);
  if (!settled.empty()) paper.tables.push_back(settled_table(day.day, settled, text));
  return paper;
}

}  // namespace kiosk
