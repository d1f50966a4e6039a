#include "kiosk/screens/server/view.hpp"

#include <algorithm>

#include "kiosk/screens/common/server_words.hpp"

namespace screens::server {
namespace {

using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Size;
using ui::Token;

// What is known in one line each, with the way to more where there is one.
struct Line {
  ui::Glyph glyph = ui::Glyph::todo;
  std::string first, second;
  std::string_view key = {};
  std::string key_text = {};
  std::optional<Action> action = {};
};

std::string by(const ui::Ui& ui, const std::string& what, const std::string& person) {
  return person.empty() ? what : ui.tr("{1}, by {2}", what, person);
}

Line pulled_line(const State& s, const ui::Ui& ui) {
  if (!s.pulled) return {ui::Glyph::todo, ui.tr("Not fetched yet"), ui.tr("the orders of the day")};
  return {ui::Glyph::good, ui.tr("Fetched at {1}", s.pulled->at),
          by(ui, ui.tr_n("{1} order", "{1} orders", s.pulled->orders), s.pulled->person)};
}

Line pushed_line(const State& s, const ui::Ui& ui) {
  const std::string waiting =
      s.to_send > 0 ? ui.tr_n("{1} quantity not sent yet", "{1} quantities not sent yet", s.to_send)
                    : ui.tr("everything recorded stands on the server");
  if (!s.pushed)
    return {ui::Glyph::todo, ui.tr("Nothing sent yet"),
            s.to_send > 0 ? waiting : ui.tr("nothing was recorded")};
  const std::string sent =
      by(ui, ui.tr_n("{1} quantity read back", "{1} quantities read back", s.pushed->figures),
         s.pushed->person);
  return {s.to_send > 0 ? ui::Glyph::waiting : ui::Glyph::good, ui.tr("Sent at {1}", s.pushed->at),
          s.to_send > 0 ? waiting : sent};
}

std::vector<Line> lines_of(const State& s, const ui::Ui& ui) {
  std::vector<Line> lines{pulled_line(s, ui), pushed_line(s, ui)};
  if (s.conflicts > 0)
    lines.push_back({ui::Glyph::attention,
                     ui.tr_n("{1} conflict to settle", "{1} conflicts to settle", s.conflicts),
                     ui.tr("changed meanwhile on the server"), "server.differences",
                     ui.tr("Choose"), ShowDifferences{}});
  if (s.changed > 0)
    lines.push_back(
        {ui::Glyph::attention,
         ui.tr_n("{1} cell changed on the server since {2}",
                 "{1} cells changed on the server since {2}", s.changed, s.changed_since),
         ui.tr("what you weighed stays"), "server.changes", ui.tr("Look"), ShowChanges{}});
  return lines;
}

std::optional<Action> draw_lines(const State& s, ui::Ui& ui, const Rect& area) {
  const auto& m = ui.metrics();
  const std::vector<Line> lines = lines_of(s, ui);
  const auto name_of = [&](long index) {
    return std::string(lines[static_cast<std::size_t>(index)].key);
  };
  std::optional<Action> action;
  ui::list(
      ui, area,
      {.name = "server.lines",
       .count = static_cast<long>(lines.size()),
       .row = m.pick(7.85f, 7.6f, 6.6f),
       .stretch = ui::Stretch::no},
      [&](const ui::Row& row) {
        const Line& line = lines[static_cast<std::size_t>(row.index)];
        Rect rect = row.rect.inset(ui::row_pad, 0);
        if (line.action) {
          const Rect place = rect.cut_right(m.pick(19, 19, 14), 1.2f);
          if (ui::key(ui, place.centred(place.w, m.key),
                      {.name = line.key,
                       .icon = ui::Icon::chevron_right,
                       .text = line.key_text,
                       .group = "server.lines"}))
            action = line.action;
        }
        const float height = ui.line_height(Size::small);
        ui::glyph(ui, line.glyph, rect.cut_left(m.small, 1), m.small * 0.95f);
        Rect block = rect.centred(rect.w, 2 * height);
        ui.text(line.first, block.cut_top(height), {.face = Face::semibold, .fit = Fit::shrink});
        ui.text(line.second, block, {.color = Token::quiet, .fit = Fit::ellipsis});
      },
      name_of);
  return action;
}

std::string run_text(const ServerRun& run, const ui::Ui& ui) {
  switch (run.kind) {
    case ServerRun::pull:
      return ui.tr("Fetching the day");
    case ServerRun::look:
      return ui.tr("Looking at the server");
    case ServerRun::push:
      return ui.tr("Sending");
  }
  return {};
}

std::string hold_text(const Failure& f, const ui::Ui& ui) {
  std::string names;
  for (const auto& name : f.hold) names += (names.empty() ? "" : ", ") + name;
  return names.empty() ? std::string() : ui.tr("Do not settle yet: {1}", names);
}

// What happened, as the strip says it; below it what to do, and what must wait.
void failure(const Failure& f, ui::Ui& ui, Rect& work) {
  const ServerSentence sentence = sentence_of(ui, f.fault);
  ui::strip(ui, work.cut_top(ui.metrics().strip, 0.6f),
            {.tone = ui::Tone::over,
             .glyph = ui::Glyph::cross,
             .text = ui.tr("{1}: {2}", f.at, sentence.happened),
             .size = Size::large,
             .name = "server.trouble"});
  const float line = ui.line_height(Size::small);
  std::string below = sentence.to_do;
  if (f.kind == ServerRun::push && f.of > 0)
    below = ui.tr("Sending stopped at {1} of {2}.", ui.numbers().count(f.done),
                  ui.numbers().count(f.of)) +
            " " + below;
  const int lines = std::min(2, ui.lines(below, work.w, {.lines = 2}));
  ui.text(below, work.cut_top(line * static_cast<float>(lines), 0.6f),
          {.lines = 2, .fit = Fit::shrink});
  const std::string hold = hold_text(f, ui);
  if (!hold.empty())
    ui.text(hold, work.cut_top(line, 0.6f), {.face = Face::semibold, .fit = Fit::ellipsis});
  work.cut_top(0.4f);
}

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  ui::Bar bar(ui, area, {.buttons = s.has_receipt ? 3 : 2});
  std::optional<Action> action;
  const bool idle = !s.run;
  const bool pull_failed = s.failure && s.failure->kind == ServerRun::pull;
  const bool pull_first = idle && (s.to_send == 0 || pull_failed);
  const std::string fetch = ui.tr("Fetch\nthe day");
  if (!idle) {
    if (bar.button({.name = "server.cancel",
                    .icon = ui::Icon::clear,
                    .text = ui.tr("Cancel"),
                    .enabled = !s.run->stopping}))
      action = Cancel{};
  } else if (pull_first) {
    if (bar.button({.name = "server.push",
                    .icon = ui::Icon::arrow_upward,
                    .text = ui.tr("See what\nwould be sent")}))
      action = Push{};
  } else if (bar.button({.name = "server.pull", .icon = ui::Icon::refresh, .text = fetch})) {
    action = Pull{};
  }
  if (s.has_receipt && bar.button({.name = "server.receipt",
                                   .icon = ui::Icon::verified_user,
                                   .text = ui.tr("Last receipt")}))
    action = ShowReceipt{};
  if (bar.button({.name = "end.export", .icon = ui::Icon::usb, .text = ui.tr("Export\nto USB")}))
    action = Export{};
  if (!idle) {
    bar.accent({.name = "server.push",
                .icon = ui::Icon::hourglass_empty,
                .text = ui.tr("Wait:"),
                .second = run_text(*s.run, ui),
                .enabled = false});
  } else if (pull_first) {
    if (bar.accent({.name = "server.pull",
                    .icon = ui::Icon::refresh,
                    .text = pull_failed ? ui.tr("Try again") : fetch,
                    .second = pull_failed ? ui.tr("to fetch the day") : std::string()}))
      action = Pull{};
  } else if (bar.accent({.name = "server.push",
                         .icon = ui::Icon::arrow_upward,
                         .text = ui.tr("On to sending"),
                         .second = ui.tr_n("{1} quantity", "{1} quantities", s.to_send)})) {
    action = Push{};
  }
  return action;
}

std::optional<Action> ask(const State& s, ui::Ui& ui, const Rect& area) {
  const std::string waiting = ui.tr_n("{1} quantity is not known to stand there.",
                                      "{1} quantities are not known to stand there.", s.to_send);
  const auto answer = ui::question(
      ui, area,
      {.title = ui.tr("Go on sending?"),
       .sentence =
           ui.tr("Sending was cut off. {1} What went through is read, never sent twice.", waiting),
       .yes = ui.tr("Go on sending"),
       .no = ui.tr("Not now"),
       .yes_icon = ui::Icon::arrow_upward,
       .undoable = ui::Undoable::yes});
  return answer ? std::optional<Action>(Answer{*answer}) : std::nullopt;
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_header(
          ui, area, s.frame,
          {.title = ui.tr("Server"), .note = s.address, .note_from = ui::Profile::wide}))
    action = FollowHeader{*tap};
  if (s.asks) {
    if (const auto tap = ask(s, ui, area)) action = tap;
    return action;
  }
  if (const auto tap = bar(s, ui, area)) action = tap;
  Rect work = ui::work_zone(ui, area);
  if (s.run) {
    draw_run(ui, work.cut_top(run_height(ui), ui.metrics().gap), run_text(*s.run, ui), *s.run);
  } else if (s.failure) {
    failure(*s.failure, ui, work);
  }
  if (const auto tap = draw_lines(s, ui, work)) action = tap;
  return action;
}

}  // namespace screens::server
