#include "kiosk/screens/overview/view.hpp"

namespace screens::overview {
namespace {

using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Size;
using ui::Token;

struct Word {
  ui::Glyph glyph;
  std::string text;
};

Word word_of(const OrderRow& row, const ui::Ui& ui) {
  switch (row.progress) {
    case Progress::not_begun:
      return {ui::Glyph::todo, ui.tr("not begun")};
    case Progress::under_way:
      return {ui::Glyph::current, ui.tr("under way")};
    case Progress::shortfalls:
      return {ui::Glyph::shortfall, ui.tr_n("{1} shortfall", "{1} shortfalls", row.shortfalls)};
    case Progress::done:
      return {ui::Glyph::good, ui.tr("all is shared out")};
  }
  return {ui::Glyph::none, {}};
}

void two_lines(ui::Ui& ui, const Rect& rect, const std::string& first, const ui::Style& style,
               const std::string& second) {
  const float upper = ui.line_height(style.size);
  const float lower = ui.line_height(Size::small);
  Rect block = rect.centred(rect.w, second.empty() ? upper : upper + lower);
  ui.text(first, block.cut_top(upper), style);
  if (!second.empty()) ui.text(second, block, {.color = Token::quiet, .fit = Fit::ellipsis});
}

void order_row(const OrderRow& row, ui::Ui& ui, Rect rect) {
  const auto& m = ui.metrics();
  rect = rect.inset(ui::row_pad, 0);
  two_lines(ui, rect.cut_left(m.pick(33, 34, 34), 1.2f), row.supplier,
            {.size = Size::normal, .face = Face::semibold, .fit = Fit::ellipsis},
            row.created_by.empty() ? std::string() : ui.tr("created by {1}", row.created_by));
  ui.icon(ui::Icon::chevron_right, rect.cut_right(m.normal, 0.5f), m.normal);
  const Word word = word_of(row, ui);
  Rect state = rect.cut_right(m.pick(24, 25, 25), 1.2f);
  ui::glyph(ui, word.glyph, state.cut_left(m.small, 0.8f), m.small * 0.95f);
  ui.text(word.text, state, {.fit = Fit::ellipsis});
  Rect bar = rect.cut_left(std::min(rect.w, m.pick(20, 26, 26)));
  const float words = ui.line_height(Size::small);
  bar = bar.centred(bar.w, words + 1.7f);
  ui::progress(
      ui, bar.cut_top(1, 0.7f),
      row.cells == 0 ? 1.0f : static_cast<float>(row.done) / static_cast<float>(row.cells));
  const std::string count =
      ui.tr("{1} of {2}", ui.numbers().count(row.done), ui.numbers().count(row.cells));
  ui.text(count, bar, {.color = Token::quiet});
  ui.named_text("overview.progress." + std::to_string(row.order), count, bar);
}

std::optional<Action> orders(const State& s, ui::Ui& ui, const Rect& area) {
  std::optional<Action> action;
  const auto name_of = [&](long index) {
    return "overview.order." + std::to_string(s.orders[static_cast<std::size_t>(index)].order);
  };
  ui::list(
      ui, area,
      {.name = "overview.orders",
       .count = static_cast<long>(s.orders.size()),
       .row = ui.metrics().pick(9, 9, 8)},
      [&](const ui::Row& row) {
        const OrderRow& order = s.orders[static_cast<std::size_t>(row.index)];
        if (ui::row_target(ui, row, name_of(row.index), order.supplier, "overview.orders").tapped)
          action = OpenOrder{order.order};
        order_row(order, ui, row.rect);
      },
      name_of);
  return action;
}

void nothing_yet(ui::Ui& ui, const Rect& area) {
  ui::card(ui, area);
  ui.text(ui.tr("No order yet:\nplug in the USB key."), area.inset(2.5f, 2),
          {.size = Size::verb, .face = Face::semibold, .lines = 3, .fit = Fit::shrink});
}

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  const bool empty = s.orders.empty();
  ui::Bar bar(ui, area, {.buttons = empty ? 1 : 3});
  std::optional<Action> action;
  const std::string import = ui.tr("Import\nfrom a USB key");
  if (!empty && bar.button({.name = "overview.import", .icon = ui::Icon::usb, .text = import}))
    action = Import{};
  if (bar.button({.name = "overview.new", .icon = ui::Icon::add, .text = ui.tr("New day")}))
    action = NewDay{};
  if (empty) {
    if (bar.accent({.name = "overview.import", .icon = ui::Icon::usb, .text = import}))
      action = Import{};
    return action;
  }
  if (bar.button({.name = "overview.end", .icon = ui::Icon::flag, .text = ui.tr("End the day")}))
    action = End{};
  const auto& r = s.resume;
  const std::string where =
      r ? r->article + " " + ui.numbers().count(r->bag) + "/" + ui.numbers().count(r->bags) : "";
  if (bar.accent({.name = "overview.continue",
                  .icon = ui::Icon::play_arrow,
                  .text = r ? ui.tr("Go on:\n{1}", where) : ui.tr("All is shared out"),
                  .second = r && !r->at.empty()
                                ? (r->person.empty() ? r->at : r->person + ", " + r->at)
                                : std::string(),
                  .enabled = r.has_value(),
                  .second_fit = Fit::ellipsis}))
    action = Continue{};
  return action;
}

std::optional<Action> ask(const State& s, ui::Ui& ui, const Rect& area) {
  const auto answer = ui::question(
      ui, area,
      {.title = ui.tr("Begin a new day?"),
       .sentence = ui.tr(
           "\"{1}\" ends then. It stays readable, but nothing more can be recorded in it.", s.day),
       .yes = ui.tr("Begin a new day"),
       .no = ui.tr("Go back"),
       .yes_icon = ui::Icon::add});
  return answer ? std::optional<Action>(Answer{*answer}) : std::nullopt;
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  const std::string groups = s.ordergroups > 0
                                 ? ui.tr_n("{1} ordergroup", "{1} ordergroups", s.ordergroups)
                                 : std::string();
  const std::string title = s.day.empty() ? ui.tr("Distribution") : s.day;
  if (const auto tap = draw_header(
          ui, area, s.frame,
          {.back = false, .title = title, .note = groups, .note_from = ui::Profile::wide}))
    action = FollowHeader{*tap};
  if (s.asks_new_day) {
    if (const auto tap = ask(s, ui, area)) action = tap;
    return action;
  }
  if (const auto tap = bar(s, ui, area)) action = tap;
  Rect work = ui::work_zone(ui, area);
  if (!s.notice.empty())
    ui::strip(ui, work.cut_bottom(ui.metrics().strip, 0.8f),
              {.tone = ui::Tone::over,
               .glyph = ui::Glyph::cross,
               .text = s.notice,
               .size = Size::normal,
               .name = "overview.notice"});
  if (s.orders.empty())
    nothing_yet(ui, work);
  else if (const auto tap = orders(s, ui, work))
    action = tap;
  return action;
}

}  // namespace screens::overview
