#include "kiosk/screens/end/view.hpp"

#include <algorithm>

namespace screens::end {
namespace {

using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Token;

std::string heading(const State& s, const ui::Ui& ui) {
  if (s.points.empty()) return ui.tr("Nothing is open");
  return ui.tr_n("Still {1} open point", "Still {1} open points",
                 static_cast<long>(s.points.size()));
}

std::string what(const Point& point, const ui::Ui& ui) {
  const auto n = static_cast<long>(point.ordergroups.size());
  switch (point.kind) {
    case Point::untouched:
      return ui.tr_n("{1} bag not filled", "{1} bags not filled", n);
    case Point::begun:
      return ui.tr_n("{1} bag begun", "{1} bags begun", n);
    case Point::unit:
      return ui.tr("What does the unit mean?");
  }
  return {};
}

std::string whose(const Point& point, const ui::Ui& ui) {
  std::string names;
  for (const auto& name : point.ordergroups) names += (names.empty() ? "" : ", ") + name;
  return ui.tr("{1}: {2}", point.article, names);
}

void point_words(const Point& point, ui::Ui& ui, Rect rect) {
  const float line = ui.line_height(ui::Size::small);
  const ui::Glyph shape = point.kind == Point::begun ? ui::Glyph::attention : ui::Glyph::todo;
  ui::glyph(ui, shape, rect.cut_left(ui.metrics().small, 1.0f), ui.metrics().small * 0.95f);
  Rect block = rect.centred(rect.w, 2 * line);
  ui.text(what(point, ui), block.cut_top(line), {.face = Face::semibold, .fit = Fit::ellipsis});
  ui.text(whose(point, ui), block, {.color = Token::quiet, .fit = Fit::ellipsis});
}

std::optional<Action> points(const State& s, ui::Ui& ui, const Rect& area) {
  const auto& m = ui.metrics();
  std::optional<Action> action;
  const auto name_of = [](long index) { return "end.open." + std::to_string(index + 1); };
  ui::list(
      ui, area,
      {.name = "end.points",
       .count = static_cast<long>(s.points.size()),
       .row = m.pick(7.4f, 7.6f, 6.4f),
       .stretch = ui::Stretch::no},
      [&](const ui::Row& row) {
        const Point& point = s.points[static_cast<std::size_t>(row.index)];
        ui::row_ground(ui, row);
        Rect rect = row.rect.inset(ui::row_pad, 0);
        const Rect place = rect.cut_right(m.pick(23.5f, 23.5f, 16), 1.2f);
        const std::string name = name_of(row.index);
        const ui::Button key{
            .name = name,
            .icon = ui::Icon::chevron_right,
            .text = point.kind == Point::begun ? ui.tr("Finish the bag") : ui.tr("Fill the bags"),
            .leads = true,
            .group = "end.points"};
        if (ui::key(ui, place.centred(place.w, m.key), key)) action = Open{point.first};
        point_words(point, ui, rect);
      },
      name_of);
  return action;
}

bool all_received(const State& s) { return s.received == s.articles; }
bool copied(const State& s) { return s.to_export == 0 && !s.exported_at.empty(); }

float two_lines_high(const ui::Ui& ui) {
  return 2 * ui.line_height(ui::Size::small) + ui.metrics().pick(0.2f, 0.7f, 0.7f);
}

// One line where there is little room and nothing of the foot is to do, else two; the key of the
// reception stands beside both.
float foot_height(const State& s, const ui::Ui& ui) {
  const auto& m = ui.metrics();
  if (!all_received(s)) return std::max(two_lines_high(ui), m.key);
  return m.compact() ? ui.line_height(ui::Size::small) : two_lines_high(ui);
}

std::string copy_words(const State& s, const ui::Ui& ui) {
  if (s.exported_at.empty()) return ui.tr("not yet");
  if (copied(s)) return ui.tr("at {1}", s.exported_at);
  return ui.tr_n("{1} entry since {2}", "{1} entries since {2}", s.to_export, s.exported_at);
}

void foot_line(ui::Ui& ui, const Rect& rect, bool good, const std::string& what, float room,
               const std::string& how) {
  const float mark = ui.metrics().small;
  ui::Line line(ui, rect, 0.8f);
  line.glyph(good ? ui::Glyph::good : ui::Glyph::todo, mark * 0.95f);
  Rect rest = line.rest();
  ui.text(what, rest.cut_left(room, 1.2f), {.fit = Fit::shrink});
  ui.text(how, rest, {.color = Token::quiet, .fit = Fit::ellipsis});
}

// What arrived, and the copy on a key.
std::optional<Action> foot(const State& s, ui::Ui& ui, Rect area) {
  const auto& m = ui.metrics();
  std::optional<Action> action;
  const std::string reception = ui.tr("Reception"), copy = ui.tr("Copy on a USB key");
  if (m.compact() && all_received(s)) {
    if (copied(s)) {
      foot_line(ui, area, true, ui.tr("Reception and copy on a USB key are done"), area.w - 4, {});
      return action;
    }
    const float room = ui.width(reception) + 0.1f;
    foot_line(ui, area.cut_left(m.small + 0.8f + room, 2.4f), true, reception, room, {});
    foot_line(ui, area, false, copy, ui.width(copy) + 0.1f, copy_words(s, ui));
    return action;
  }
  if (!all_received(s)) {
    const std::string name = "received." + std::to_string(s.first_unreceived);
    const Rect place = area.cut_right(m.pick(23.5f, 23.5f, 16) + ui::row_pad, 1.2f);
    if (ui::key(ui, {place.x, place.middle_y() - m.key / 2, place.w - ui::row_pad, m.key},
                {.name = name, .icon = ui::Icon::chevron_right, .text = reception, .leads = true}))
      action = OpenReceived{};
  }
  const std::string received =
      ui.tr("{1} of {2} articles", ui.numbers().count(s.received), ui.numbers().count(s.articles));
  const float room = std::max(ui.width(reception), ui.width(copy)) + 0.1f;
  Rect lines = area.centred(area.w, two_lines_high(ui));
  const float line = ui.line_height(ui::Size::small);
  foot_line(ui, lines.cut_top(line), all_received(s), reception, room, received);
  foot_line(ui, lines.cut_bottom(line), copied(s), copy, room, copy_words(s, ui));
  return action;
}

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  ui::Bar bar(ui, area, {.buttons = 1});
  std::optional<Action> action;
  if (bar.button(
          {.name = "end.export", .icon = ui::Icon::usb, .text = ui.tr("Export\nto the USB key")}))
    action = Export{};
  const auto open = static_cast<long>(s.points.size());
  const bool ready = open == 0 && s.day_open;
  if (bar.accent({.name = "end.finish",
                  .icon = ready ? ui::Icon::flag : ui::Icon::hourglass_empty,
                  .text = ready ? ui.tr("End the day") : ui.tr("Not yet:"),
                  .second = ready         ? std::string()
                            : !s.day_open ? ui.tr("no day is open")
                                          : ui.tr_n("{1} open point", "{1} open points", open),
                  .enabled = ready}))
    action = Finish{};
  return action;
}

std::optional<Action> ask(const State& s, ui::Ui& ui, const Rect& area) {
  const auto answer = ui::question(
      ui, area,
      {.title = ui.tr("End the day?"),
       .sentence = ui.tr("\"{1}\" stays readable, but nothing more can be recorded in it.", s.day),
       .yes = ui.tr("End the day"),
       .no = ui.tr("Go back"),
       .yes_icon = ui::Icon::flag});
  return answer ? std::optional<Action>(Answer{*answer}) : std::nullopt;
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_header(ui, area, s.frame, {.title = ui.tr("End of the day")}))
    action = FollowHeader{*tap};
  if (s.asks) {
    if (const auto tap = ask(s, ui, area)) action = tap;
    return action;
  }
  if (const auto tap = bar(s, ui, area)) action = tap;
  Rect work = ui::work_zone(ui, area);
  const auto& m = ui.metrics();
  const std::string title = heading(s, ui);
  ui.named_text("end.title", title, work);
  ui::title(ui, work, title);
  if (!s.notice.empty())
    ui::strip(ui, work.cut_top(m.strip, 0.8f),
              {.tone = ui::Tone::over,
               .glyph = ui::Glyph::cross,
               .text = s.notice,
               .size = ui::Size::normal,
               .name = "end.notice"});
  if (const auto tap =
          foot(s, ui, work.cut_bottom(foot_height(s, ui), all_received(s) ? 0.8f : m.apart(0.8f))))
    action = tap;
  if (!s.points.empty())
    if (const auto tap = points(s, ui, work)) action = tap;
  return action;
}

}  // namespace screens::end
