#include "kiosk/screens/who/view.hpp"

#include <algorithm>

namespace screens::who {
namespace {

using ui::Rect;

constexpr std::size_t across = 3;

// The first letter of a name, accents and all.
std::string initial(const std::string& name) {
  std::size_t end = 1;
  while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) ++end;
  return name.substr(0, end);
}

struct Pages {
  std::size_t each, first, last, count;  // names a page; shown ones; all
};

Pages pages_of(const State& s, std::size_t down) {
  const std::size_t each = across * down;
  const std::size_t first = std::min(s.page * each, s.people.size());
  return {each, first, std::min(first + each, s.people.size()), s.people.size()};
}

std::optional<Action> page_key(const State& s, ui::Ui& ui, const Rect& rect, int by,
                               const Pages& p) {
  const std::size_t from = by < 0 ? p.first - std::min(p.first, p.each) : p.last;
  const std::size_t to = by < 0 ? p.first : p.count;
  const bool leads = from < to;
  // A key that leads nowhere names what is shown.
  const auto& low = s.people[leads ? from : p.first].name;
  const auto& high = s.people[(leads ? to : p.last) - 1].name;
  const ui::Button key{.name = by < 0 ? "list.up" : "list.down",
                       .icon = by < 0 ? ui::Icon::keyboard_arrow_up : ui::Icon::keyboard_arrow_down,
                       .text = initial(low) + " – " + initial(high),
                       .icon_size = ui.metrics().large,
                       .enabled = leads};
  if (ui::button(ui, rect, key)) return Page{by};
  return std::nullopt;
}

// The key that leads to a name on another page.
void lead_to_sought(const State& s, ui::Ui& ui, const Pages& p) {
  for (std::size_t i = 0; i < s.people.size(); ++i) {
    if (i >= p.first && i < p.last) continue;
    if (ui.sought() == "person." + std::to_string(s.people[i].number))
      ui.lead(i < p.first ? "list.up" : "list.down");
  }
}

std::optional<Action> names(const State& s, ui::Ui& ui, Rect area) {
  const auto& m = ui.metrics();
  const std::size_t down = m.compact() ? 2 : 3;
  const Pages p = pages_of(s, down);
  lead_to_sought(s, ui, p);
  std::optional<Action> action;
  if (p.count > p.each) {
    const Rect side = area.cut_right(12, m.gap);
    if (const auto tap = page_key(s, ui, side.row(0, 2, m.gap), -1, p)) action = tap;
    if (const auto tap = page_key(s, ui, side.row(1, 2, m.gap), 1, p)) action = tap;
  }
  if (!m.compact()) area.cut_bottom(4.4f);  // the last gestures stand there
  for (std::size_t i = p.first; i < p.last; ++i) {
    const auto place = static_cast<int>(i - p.first);
    const auto columns = static_cast<int>(across);
    const Rect rect = area.row(place / columns, static_cast<int>(down), m.gap)
                          .column(place % columns, columns, m.gap);
    const auto& person = s.people[i];
    const std::string name = "person." + std::to_string(person.number);
    if (ui::button(ui, rect, {.name = name, .text = person.name, .size = ui::Size::large}))
      action = Choose{person.name};
  }
  return action;
}

// As many of the last gestures as there is room for.
std::string gestures_line(const State& s, const ui::Ui& ui, float room) {
  std::string said, line;
  for (auto gesture = s.gestures.rbegin(); gesture != s.gestures.rend(); ++gesture) {
    const std::string one = gesture->ordergroup + " " + text_of(ui, gesture->amount);
    said = said.empty() ? one : one + ", " + said;
    const std::string longer =
        ui.tr("Last gestures here: {1}, then {2} left at {3}", said, s.last, s.left_at);
    if (!line.empty() && ui.width(longer) > room) break;
    line = longer;
  }
  return line;
}

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  ui::Bar bar(ui, area, {.buttons = 3});
  std::optional<Action> action;
  for (const auto language : ui::all_languages) {
    const bool chosen = language == s.language;
    const std::string name = "lang." + std::string(ui::code_of(language));
    if (bar.button({.name = name,
                    .icon = chosen ? ui::Icon::check : ui::Icon::none,
                    .text = std::string(ui::own_name_of(language)),
                    .size = ui::Size::normal,
                    .layout = ui::Layout::row,
                    .chosen = chosen ? ui::Chosen::yes : ui::Chosen::no}))
      action = Speak{language};
  }
  const bool goes_on = !s.last.empty();
  const std::string second = !s.resume
                                 ? std::string()
                                 : s.resume->article + " " + ui.numbers().count(s.resume->bag) +
                                       "/" + ui.numbers().count(s.resume->bags);
  if (bar.accent({.name = "who.continue",
                  .icon = ui::Icon::arrow_forward,
                  .text = goes_on ? ui.tr("{1} goes on", s.last) : ui.tr("Tap your name"),
                  .second = goes_on ? second : std::string(),
                  .enabled = goes_on}))
    action = Continue{};
  return action;
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap =
          draw_header(ui, area, s.frame, {.back = false, .title = ui.tr("Who weighs here?")}))
    action = OpenLamp{*tap};
  if (const auto tap = bar(s, ui, area)) action = tap;
  Rect work = ui::work_zone(ui, area);
  const bool compact = ui.metrics().compact();
  ui::title(ui, work, ui.tr("Tap your first name"),
            compact ? std::string() : ui.tr("Station: {1}", s.station));
  if (const auto tap = names(s, ui, work)) action = tap;
  if (!compact && !s.gestures.empty() && !s.last.empty()) {
    Rect line = work;
    if (s.people.size() > across * 3) line.cut_right(12, ui.metrics().gap);
    ui.text(gestures_line(s, ui, line.w), line.cut_bottom(3.2f),
            {.color = ui::Token::quiet, .fit = ui::Fit::ellipsis});
  }
  return action;
}

}  // namespace screens::who
