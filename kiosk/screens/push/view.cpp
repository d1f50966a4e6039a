#include "kiosk/screens/push/view.hpp"

#include "kiosk/screens/common/cell_work.hpp"

namespace screens::push {
namespace {

using ui::Fit;
using ui::Icon;
using ui::Rect;
using ui::Size;
using ui::Token;

constexpr std::string_view rows_name = "push.rows";

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
  return text;
}

std::string text_of_note(const Note& note, const ui::Ui& ui) {
  switch (note.kind) {
    case Note::untouched:
      return ui.tr_n("{1} cell nobody weighed will be charged as ordered: {2}",
                     "{1} cells nobody weighed will be charged as ordered: {2}", note.number,
                     listed(note.articles));
    case Note::mails:
      return ui.tr("{1}: at the end the server mails the members that all is received",
                   note.supplier);
    case Note::even_so:
      return ui.tr_n("{2}: sent with {1} open bag", "{2}: sent with {1} open bags", note.number,
                     note.supplier);
    case Note::trouble:
      return ui.tr("{1}: {2}", note.supplier, sentence_of(ui, note.why));
  }
  return {};
}

void note_row(const Note& note, ui::Ui& ui, const Rect& rect) {
  const auto& m = ui.metrics();
  Rect line = rect.inset(ui::row_pad, 0);
  const Rect mark = line.cut_left(m.small, 0.9f);
  if (note.kind == Note::mails)
    ui.icon(Icon::info, mark, m.small);
  else
    ui::glyph(ui, note.kind == Note::trouble ? ui::Glyph::fault : ui::Glyph::attention, mark,
              m.small * 0.95f);
  ui.text(text_of_note(note, ui), line, {.lines = 2, .fit = Fit::ellipsis});
}

void rows(const State& s, ui::Ui& ui, Rect work) {
  const std::string head = ui.tr_n("{1} quantity ready", "{1} quantities ready", s.ready);
  const std::string note = s.from == PushPlan::server ? ui.tr("before → after")
                                                      : ui.tr("as of {1}: before → after", s.at);
  draw_list_head(ui, work, head, note);
  if (s.rows.empty()) return;
  ui::list(ui, work,
           {.name = rows_name,
            .count = static_cast<long>(s.rows.size()),
            .row = ui.metrics().pick(7.2f, 5.3f, 5),
            .stretch = ui::Stretch::rows,
            .keys = ui::PagingKeys::elsewhere},
           [&](const ui::Row& row) {
             const Row& each = s.rows[static_cast<std::size_t>(row.index)];
             if (const auto* told = std::get_if<Note>(&each))
               note_row(*told, ui, row.rect);
             else
               draw_before_after(ui, row.rect, std::get<BeforeAfter>(each));
           });
}

std::string conflict_head(const State& s, const ui::Ui& ui) {
  return ui.tr_n("{1} conflict: {2}, {3}", "{1} conflicts: {2}, {3}", s.conflicts, s.conflict->name,
                 s.conflict->ordergroup);
}

std::optional<Action> held_card(const Held& held, ui::Ui& ui, const Rect& rect) {
  const std::string what =
      held.first.why == OpenCell::begun
          ? ui.tr("{1} waits: {2} for {3} is begun", held.supplier, held.first.article,
                  held.first.ordergroup)
          : ui.tr("{1} waits: {2} did not arrive", held.supplier, held.first.article);
  const std::string open = ui.tr_n("{1} bag open", "{1} bags open", held.open);
  const CardColumns columns = card_columns(ui, draw_question_card(ui, rect, what, open));
  const bool begun = held.first.why == OpenCell::begun;
  std::optional<Action> action;
  if (draw_card_button(ui, columns.first,
                       {"push.finish", held.first.ordergroup,
                        begun ? ui.tr("Finish the bag") : ui.tr("Note the shortfall")}))
    action = OpenBag{held.first.cell};
  if (draw_card_button(ui, columns.second,
                       {"push.even_so", ui.tr("as it is now"), ui.tr("Send even so")}))
    action = EvenSo{held.order};
  ui.text(ui.tr("The other orders can go before."), columns.third,
          {.color = Token::quiet, .across = ui::Across::centre, .lines = 3, .fit = Fit::shrink});
  return action;
}

// One question at a time, over the list.
std::optional<Action> question(const State& s, ui::Ui& ui, Rect& work) {
  if (!s.conflict && !s.held) return std::nullopt;
  const Rect rect = work.cut_top(conflict_card_height(ui), ui.metrics().pick(0.9f, 0.9f, 0.8f));
  if (s.held) return held_card(*s.held, ui, rect);
  const ConflictTap tap = draw_conflict(ui, rect, *s.conflict, conflict_head(s, ui));
  if (tap.open_cell) return OpenCellOf{s.conflict->cell};
  if (tap.take) return Choose{s.conflict->cell, *tap.take};
  return std::nullopt;
}

std::optional<Action> accent(const State& s, ui::Ui& ui, ui::Bar& bar) {
  const auto not_yet = [&](const std::string& word, const std::string& why) {
    bar.accent({.name = "server.push",
                .icon = Icon::hourglass_empty,
                .text = word,
                .second = why,
                .enabled = false});
    return std::optional<Action>();
  };
  if (s.run)
    return not_yet(ui.tr("Wait:"), s.run->kind == ServerRun::push ? ui.tr("Sending")
                                                                  : ui.tr("Looking at the server"));
  if (s.conflict)
    return not_yet(ui.tr("Not yet:"),
                   ui.tr_n("{1} conflict to settle", "{1} conflicts to settle", s.conflicts));
  if (s.ready == 0 && s.held)
    return not_yet(ui.tr("Not yet:"), ui.tr_n("{1} order waits", "{1} orders wait", s.held_orders));
  if (s.ready == 0) return not_yet(ui.tr("Nothing to send"), {});
  if (bar.accent({.name = "server.push",
                  .icon = Icon::arrow_upward,
                  .text = s.failed ? ui.tr("Try again") : ui.tr("Send"),
                  .second = ui.tr_n("{1} quantity", "{1} quantities", s.ready)}))
    return Send{};
  return std::nullopt;
}

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  ui::Bar bar(ui, area, {.buttons = 3});
  std::optional<Action> action;
  ui::turn_list(ui, rows_name, draw_page_buttons(ui, bar, rows_name));
  if (s.run) {
    if (bar.button({.name = "server.cancel",
                    .icon = Icon::clear,
                    .text = ui.tr("Cancel"),
                    .enabled = !s.run->stopping}))
      action = Cancel{};
  } else if (s.conflicts > 1) {
    if (bar.button({.name = "server.differences",
                    .icon = Icon::format_list_bulleted,
                    .text = ui.tr("All\nconflicts")}))
      action = ShowDifferences{};
  } else if (bar.button(
                 {.name = "end.export", .icon = Icon::usb, .text = ui.tr("Export\nto USB")})) {
    action = Export{};
  }
  if (const auto tap = accent(s, ui, bar)) action = tap;
  return action;
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap =
          draw_header(ui, area, s.frame, {.title = ui.tr("Sending"), .middle = s.supplier}))
    action = FollowHeader{*tap};
  if (const auto tap = bar(s, ui, area)) action = tap;
  Rect work = ui::work_zone(ui, area);
  if (s.not_saved)
    ui::strip(ui, work.cut_top(ui.metrics().strip, 0.8f), failed_strip(ui, *s.not_saved));
  if (s.run) {
    draw_run(ui, work.cut_top(run_height(ui), ui.metrics().gap),
             s.run->kind == ServerRun::push ? ui.tr("Sending") : ui.tr("Looking at the server"),
             *s.run);
  } else if (s.failed) {
    const ServerSentence sentence = sentence_of(ui, *s.failed);
    ui::strip(ui, work.cut_top(ui.metrics().strip, 0.8f),
              {.tone = ui::Tone::over,
               .glyph = ui::Glyph::cross,
               .text = sentence.happened,
               .size = Size::normal,
               .name = "server.trouble"});
  }
  if (!s.run)
    if (const auto tap = question(s, ui, work)) action = tap;
  rows(s, ui, work);
  return action;
}

}  // namespace screens::push
