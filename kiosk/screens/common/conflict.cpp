#include "kiosk/screens/common/conflict.hpp"

#include "kiosk/screens/common/server_words.hpp"

namespace screens {
namespace {

using ui::Across;
using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Size;
using ui::Token;

constexpr float pad_y = 1.2f, pad_x = 1.4f, apart = 1.0f, columns_height = 10;

std::string last_person(const Desk& desk, domain::CellId cell) {
  const auto entries = desk.entries();
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    const auto* on = domain::on_cell(entry->body);
    if (on && on->cell == cell) return entry->person;
  }
  return {};
}

// What only informs, in the place of a third button.
void information(ui::Ui& ui, const Rect& rect, const std::string& over, const std::string& text) {
  const float small = ui.line_height(Size::small), normal = ui.line_height(Size::normal);
  Rect block = rect.centred(rect.w, small + 0.3f + normal);
  ui.text(over, block.cut_top(small, 0.3f),
          {.color = Token::quiet, .across = Across::centre, .fit = Fit::shrink});
  ui.text(text, block, {.size = Size::normal, .across = Across::centre, .fit = Fit::shrink});
}

}  // namespace

ConflictCard card_of(Desk& desk, const Conflict& c) {
  const auto amount = [&](domain::Quantity q) { return amount_in(desk.day(), c.cell, q); };
  ConflictCard card{.cell = c.cell,
                    .article = c.article,
                    .ordergroup = c.ordergroup,
                    .name = c.name,
                    .why = c.why,
                    .two_stations = c.two_stations,
                    .ours = amount(c.ours),
                    .by = last_person(desk, c.cell),
                    .seen_at = desk.clock(c.seen_at)};
  if (c.server) card.server = amount(*c.server);
  if (c.base) card.base = amount(*c.base);
  return card;
}

std::string conflict_target(std::int64_t id, Take take) {
  return "conflict." + std::to_string(id) + (take == Take::ours ? ".ours" : ".server");
}

std::string why_text(const ui::Ui& ui, const ConflictCard& card) {
  if (!card.server) return ui.tr("deleted meanwhile on the server");
  if (card.two_stations) return ui.tr("two stations weighed it, this is their sum");
  if (card.why == Conflict::redistributed)
    return ui.tr("handed out anew by “receive” on the server");
  return ui.tr("changed meanwhile on the server");
}

float conflict_card_height(const ui::Ui& ui) {
  return 2 * pad_y + ui.line_height(Size::small) + apart + columns_height;
}

Rect draw_question_card(ui::Ui& ui, const Rect& rect, const std::string& head,
                        const std::string& note) {
  const auto& m = ui.metrics();
  ui.fill(rect, Token::surface, m.radius);
  ui.outline(rect, Token::ink, ui::stroke::chosen, m.radius);
  Rect inner = rect.inset(pad_x + ui::stroke::chosen, pad_y);
  Rect line = inner.cut_top(ui.line_height(Size::small), apart);
  ui::glyph(ui, ui::Glyph::attention, line.cut_left(m.small, 0.8f), m.small);
  const ui::Style bold{.face = Face::semibold, .fit = Fit::ellipsis};
  const float words = std::min(ui.width(head, bold) + 0.1f, line.w);
  ui.text(head, line.cut_left(words, 1), bold);
  if (ui.width(note) < line.w)
    ui.text(note, line, {.color = Token::quiet, .across = Across::right});
  return inner;
}

bool draw_card_button(ui::Ui& ui, const Rect& rect, const CardButton& b) {
  const auto& m = ui.metrics();
  const auto press = ui.target(b.name, rect, {.enabled = b.enabled, .text = b.text});
  if (!b.enabled) {
    ui.fill(rect, Token::sunk, m.radius);
  } else {
    if (press.held) ui.fill_pressed(rect, Token::surface, m.radius);
    ui.outline(rect, Token::outline, ui::stroke::control, m.radius);
  }
  const Token ink = b.enabled ? Token::ink : Token::quiet;
  const float small = ui.line_height(Size::small), normal = ui.line_height(Size::normal);
  Rect block = rect.inset(0.8f, 0).centred(rect.w - 1.6f, small + 0.3f + normal);
  ui.text(b.over, block.cut_top(small, 0.3f),
          {.color = ink, .across = Across::centre, .fit = Fit::ellipsis});
  ui.text(b.text, block,
          {.size = Size::normal,
           .face = Face::semibold,
           .color = ink,
           .across = Across::centre,
           .fit = Fit::shrink});
  return press.tapped;
}

CardColumns card_columns(const ui::Ui& ui, Rect rect) {
  const float gap = ui.metrics().gap;
  CardColumns columns;
  columns.first = rect.cut_left(27, gap);
  columns.second = rect.cut_left(27, gap);
  columns.third = rect;
  return columns;
}

ConflictTap draw_conflict(ui::Ui& ui, const Rect& rect, const ConflictCard& card,
                          const std::string& head) {
  const CardColumns columns =
      card_columns(ui, draw_question_card(ui, rect, head, why_text(ui, card)));
  const std::string here = card.by.empty() ? ui.tr("here") : ui.tr("here, by {1}", card.by);
  const std::string ours = conflict_target(card.cell.value, Take::ours);
  const std::string theirs = conflict_target(card.cell.value, Take::server);
  ConflictTap tap;
  if (draw_card_button(
          ui, columns.first,
          {ours, here, ui.tr("Keep {1}", text_of(ui, card.ours)), card.server.has_value()}))
    tap.take = Take::ours;
  if (draw_card_button(
          ui, columns.second,
          {theirs, ui.tr("server, at {1}", card.seen_at),
           card.server ? ui.tr("Keep {1}", text_of(ui, *card.server)) : ui.tr("Leave it deleted")}))
    tap.take = Take::server;
  if (card.two_stations) {
    const std::string open = "conflict." + std::to_string(card.cell.value) + ".cell";
    if (draw_card_button(ui, columns.third,
                         {open, ui.tr("is it one bag?"), ui.tr("Undo, weigh the total")}))
      tap.open_cell = true;
  } else if (card.base) {
    information(ui, columns.third, ui.tr("when fetched, the base"), text_of(ui, *card.base));
  }
  return tap;
}

}  // namespace screens
