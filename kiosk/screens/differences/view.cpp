#include "kiosk/screens/differences/view.hpp"

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/server_words.hpp"

namespace screens::differences {
namespace {

using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Size;
using ui::Token;

constexpr std::string_view rows_name = "differences.rows";

std::string name_of(const Row& row) {
  if (const auto* cell = std::get_if<CellRow>(&row))
    return conflict_target(cell->card.cell.value, Take::ours);
  return std::get<ArticleRow>(row).target + ".ours";
}

// Two lines at the left, two keys at the right.
struct Parts {
  Rect words, ours, server;
};
Parts parts_of(const ui::Ui& ui, Rect rect, float width) {
  const auto& m = ui.metrics();
  rect = rect.inset(ui::row_pad, 0);
  Parts parts;
  const auto key = [&](Rect place) { return place.centred(place.w, m.key); };
  parts.server = key(rect.cut_right(width, m.gap));
  parts.ours = key(rect.cut_right(width, 1.2f));
  parts.words = rect;
  return parts;
}

void words(ui::Ui& ui, const Rect& rect, ui::Glyph shape, const std::string& first,
           const std::string& second) {
  Rect line = rect;
  const float height = ui.line_height(Size::small);
  ui::glyph(ui, shape, line.cut_left(ui.metrics().small, 0.9f), ui.metrics().small * 0.95f);
  Rect block = line.centred(line.w, 2 * height);
  ui.text(first, block.cut_top(height), {.face = Face::semibold, .fit = Fit::ellipsis});
  ui.text(second, block, {.color = Token::quiet, .fit = Fit::ellipsis});
}

std::string second_line(const ui::Ui& ui, const ConflictCard& card) {
  if (!card.server || card.two_stations || card.why == Conflict::redistributed || !card.base)
    return why_text(ui, card);
  return ui.tr("{1}, base {2}", card.name, text_of(ui, *card.base));
}

std::optional<Action> cell_row(const CellRow& row, ui::Ui& ui, const Rect& rect) {
  const ConflictCard& card = row.card;
  const Parts parts = parts_of(ui, rect, ui.metrics().pick(24, 23, 18));
  words(ui, parts.words, row.taken ? ui::Glyph::good : ui::Glyph::attention,
        ui.tr("{1}, {2}", card.name, card.ordergroup), second_line(ui, card));
  std::optional<Action> action;
  const auto key = [&](const Rect& place, Take take, const std::string& text, bool enabled) {
    const std::string name = conflict_target(card.cell.value, take);
    if (ui::key(ui, place,
                {.name = name,
                 .text = text,
                 .enabled = enabled,
                 .chosen = row.taken == take ? ui::Chosen::yes : ui::Chosen::no,
                 .group = rows_name}))
      action = Choose{card.cell, take};
  };
  key(parts.ours, Take::ours, ui.tr("here {1}", text_of(ui, card.ours)), card.server.has_value());
  key(parts.server, Take::server,
      card.server ? ui.tr("server {1}", text_of(ui, *card.server)) : ui.tr("Leave it deleted"),
      true);
  return action;
}

std::optional<Action> article_row(const ArticleRow& row, ui::Ui& ui, const Rect& rect) {
  const Parts parts = parts_of(ui, rect, ui.metrics().pick(30, 29, 22));
  words(ui, parts.words, ui::Glyph::none, row.name,
        ui.tr_n("its {1} cell at once", "its {1} cells at once", row.cells));
  std::optional<Action> action;
  const auto key = [&](const Rect& place, Take take, const std::string& text) {
    const std::string name = row.target + (take == Take::ours ? ".ours" : ".server");
    if (ui::key(ui, place,
                {.name = name, .text = text, .back = ui::Fill::sunk, .group = rows_name}))
      action = ChooseAll{row.article, take};
  };
  key(parts.ours, Take::ours, ui.tr("All our weighings"));
  key(parts.server, Take::server, ui.tr("The server’s"));
  return action;
}

std::optional<Action> rows(const State& s, ui::Ui& ui, const Rect& area) {
  std::optional<Action> action;
  ui::list(
      ui, area,
      {.name = rows_name,
       .count = static_cast<long>(s.rows.size()),
       .row = ui.metrics().pick(8.2f, 7.4f, 6.4f),
       .stretch = ui::Stretch::no,
       .keys = ui::PagingKeys::elsewhere},
      [&](const ui::Row& row) {
        const Row& each = s.rows[static_cast<std::size_t>(row.index)];
        const auto tap = std::holds_alternative<CellRow>(each)
                             ? cell_row(std::get<CellRow>(each), ui, row.rect)
                             : article_row(std::get<ArticleRow>(each), ui, row.rect);
        if (tap) action = tap;
      },
      [&](long index) { return name_of(s.rows[static_cast<std::size_t>(index)]); });
  return action;
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_header(ui, area, s.frame, {.title = ui.tr("Conflicts")}))
    action = FollowHeader{*tap};
  ui::Bar bar(ui, area, {.buttons = 2});
  ui::turn_list(ui, rows_name, draw_page_buttons(ui, bar, rows_name));
  if (bar.accent({.name = "trouble.continue",
                  .icon = ui::Icon::arrow_forward,
                  .text = ui.tr("Go on"),
                  .second = s.open > 0 ? ui.tr_n("{1} still open", "{1} still open", s.open)
                                       : ui.tr("all is settled")}))
    action = Done{};
  Rect work = ui::work_zone(ui, area);
  if (s.not_saved)
    ui::strip(ui, work.cut_top(ui.metrics().strip, 0.8f), failed_strip(ui, *s.not_saved));
  draw_list_head(ui, work, ui.tr_n("{1} conflict to settle", "{1} conflicts to settle", s.open),
                 ui.tr("which figure holds?"));
  if (const auto tap = rows(s, ui, work)) action = tap;
  return action;
}

}  // namespace screens::differences
