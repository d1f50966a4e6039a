#include "kiosk/screens/receipt/view.hpp"

#include "kiosk/screens/common/server_words.hpp"

namespace screens::receipt {
namespace {

using ui::Across;
using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Size;
using ui::Token;

std::string read_text(const OrderRow& row, const ui::Ui& ui) {
  if (row.trouble == OrderTrouble::settled) return ui.tr("settled");
  if (row.remaining > 0) return ui.tr_n("{1} not there", "{1} not there", row.remaining);
  return row.verified ? ui.tr("read back, equal") : ui.tr("not read back");
}

void order_row(const OrderRow& row, ui::Ui& ui, const Rect& rect) {
  const auto& m = ui.metrics();
  const bool good = row.verified && row.remaining == 0;
  Rect line = rect.inset(ui::row_pad, 0);
  ui::glyph(ui, good ? ui::Glyph::good : ui::Glyph::fault, line.cut_left(m.small, 0.9f),
            m.small * 0.95f);
  ui.icon(ui::Icon::chevron_right, line.cut_right(m.normal, 0.3f), m.normal);
  ui.text(read_text(row, ui), line.cut_right(m.pick(20.5f, 20, 18), 1),
          {.color = good ? Token::quiet : Token::ink, .across = Across::right, .fit = Fit::shrink});
  const std::string total = row.total ? ui.numbers().money(*row.total) : std::string();
  ui.text(total, line.cut_right(m.pick(12, 14, 14), 1), {.across = Across::right});
  ui.text(row.supplier, line.cut_left(m.pick(27, 28, 28), 0.9f),
          {.face = Face::semibold, .fit = Fit::ellipsis});
  ui.text(ui.tr_n("{1} quantity", "{1} quantities", row.sent), line,
          {.color = Token::quiet, .fit = Fit::shrink});
}

std::optional<Action> orders(const State& s, ui::Ui& ui, const Rect& area) {
  std::optional<Action> action;
  const auto name_of = [&](long index) {
    return "receipt.order." + std::to_string(s.orders[static_cast<std::size_t>(index)].id.value);
  };
  ui::list(
      ui, area,
      {.name = "receipt.orders",
       .count = static_cast<long>(s.orders.size()),
       .row = ui.metrics().pick(7.5f, 7.4f, 7.4f),
       .stretch = ui::Stretch::no},
      [&](const ui::Row& row) {
        const OrderRow& order = s.orders[static_cast<std::size_t>(row.index)];
        if (ui::row_target(ui, row, name_of(row.index), order.supplier, "receipt.orders").tapped)
          action = ShowOrder{order.id};
        order_row(order, ui, row.rect);
      },
      name_of);
  return action;
}

// Which cells were read back, and as what: "sent → read".
void cells(const State& s, ui::Ui& ui, Rect work) {
  draw_list_head(ui, work, s.open_name, ui.tr("sent → read back"));
  if (s.cells.empty()) return;
  ui::list(ui, work,
           {.name = "receipt.cells",
            .count = static_cast<long>(s.cells.size()),
            .stretch = ui::Stretch::no,
            .keys = ui::PagingKeys::elsewhere},
           [&](const ui::Row& row) {
             const CellRow& cell = s.cells[static_cast<std::size_t>(row.index)];
             Rect rect = row.rect;
             const auto& m = ui.metrics();
             ui::glyph(ui,
                       cell.outcome == ReadBack::same       ? ui::Glyph::good
                       : cell.outcome == ReadBack::conflict ? ui::Glyph::attention
                                                            : ui::Glyph::fault,
                       rect.cut_left(m.small + ui::row_pad + 0.6f), m.small * 0.95f);
             draw_before_after(ui, rect, {cell.ordergroup, cell.article, cell.sent, cell.read});
           });
}

std::string settled_text(const State& s, const ui::Ui& ui) {
  if (s.settled.empty()) return {};
  const Settled& first = s.settled.front();
  const auto n = static_cast<long>(s.settled.size());
  const std::string kept = first.kept ? text_of(ui, *first.kept) : std::string();
  if (n == 1 && !first.person.empty())
    return ui.tr("1 conflict settled by {1}: {2}, {3} {4}.", first.person, first.article,
                 first.ordergroup, kept);
  return ui.tr_n("{1} conflict was settled.", "{1} conflicts were settled.", n);
}

std::string paragraph(const State& s, const ui::Ui& ui) {
  std::string text;
  if (s.complete) {
    text = ui.metrics().compact()
               ? ui.tr("All was read back at {1}.", s.at)
               : ui.tr("Every quantity was read back from the server at {1}.", s.at);
  } else {
    std::string hold;
    for (const OrderRow& row : s.orders)
      if (!row.verified || row.remaining > 0) hold += (hold.empty() ? "" : ", ") + row.supplier;
    text = ui.tr("Do not settle yet: {1}", hold) + ".";
  }
  if (ui.metrics().compact()) return text;
  if (!s.person.empty()) text += " " + ui.tr("Sent by {1}.", s.person);
  if (s.commented > 0)
    text += " " + ui.tr_n("The comment with the shortfalls stands on {1} order.",
                          "The comment with the shortfalls stands on {1} orders.", s.commented);
  const std::string settled = settled_text(s, ui);
  return settled.empty() ? text : text + " " + settled;
}

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  ui::Bar bar(ui, area, {.buttons = 2});
  std::optional<Action> action;
  if (s.open) {
    ui::turn_list(ui, "receipt.cells", draw_page_buttons(ui, bar, "receipt.cells"));
    if (bar.accent({.name = "trouble.continue",
                    .icon = ui::Icon::arrow_back,
                    .text = ui.tr("The receipt")}))
      action = Close{};
    return action;
  }
  if (bar.button(
          {.name = "receipt.print", .icon = ui::Icon::print, .text = ui.tr("Print the receipt")}))
    action = Print{};
  if (bar.button(
          {.name = "end.export", .icon = ui::Icon::usb, .text = ui.tr("Export\nto the USB key")}))
    action = Export{};
  if (s.complete) {
    if (bar.accent({.name = "receipt.day",
                    .icon = ui::Icon::arrow_forward,
                    .text = ui.tr("The day"),
                    .second = ui.tr_n("{1} order", "{1} orders", s.day_orders)}))
      action = ToDay{};
  } else if (bar.accent({.name = "server.push",
                         .icon = ui::Icon::arrow_upward,
                         .text = ui.tr("On to sending"),
                         .second = ui.tr_n("{1} not there", "{1} not there", s.remaining)})) {
    action = SendRest{};
  }
  return action;
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  const auto& m = ui.metrics();
  std::optional<Action> action;
  if (const auto tap = draw_header(ui, area, s.frame,
                                   {.title = s.open ? ui.tr("The receipt") : ui.tr("Sending")}))
    action = FollowHeader{*tap};
  if (const auto tap = bar(s, ui, area)) action = tap;
  Rect work = ui::work_zone(ui, area);
  if (s.open) {
    cells(s, ui, work);
    return action;
  }
  ui::strip(ui, work.cut_top(m.strip, 1),
            {.tone = s.complete ? ui::Tone::good : ui::Tone::over,
             .glyph = s.complete ? ui::Glyph::tick : ui::Glyph::cross,
             .text = s.complete ? ui.tr_n("{1} quantity sent", "{1} quantities sent", s.sent)
                                : ui.tr_n("{1} sent, {2} not there", "{1} sent, {2} not there",
                                          s.sent, ui.numbers().count(s.remaining)),
             .name = "receipt.strip"});
  const std::string words =
      s.not_printed ? ui.tr("No printer for sheets: the receipt lies in the export on the key.")
                    : paragraph(s, ui);
  const int most = m.compact() ? 1 : 3;
  const float height = ui.line_height(Size::small) *
                       static_cast<float>(std::min(most, ui.lines(words, work.w, {.lines = most})));
  Rect list = work;
  const Rect room = list.cut_bottom(height + 0.2f, 1);
  const float rows = static_cast<float>(s.orders.size()) * m.pick(7.5f, 7.4f, 7.4f) + 0.3f;
  const float used = std::min(list.h, rows);
  if (const auto tap = orders(s, ui, list)) action = tap;
  Rect text = rows <= list.h ? Rect{work.x, work.y + used + 1, work.w, height + 0.2f} : room;
  ui.text(words, text, {.color = Token::quiet, .lines = most, .fit = Fit::ellipsis});
  return action;
}

}  // namespace screens::receipt
