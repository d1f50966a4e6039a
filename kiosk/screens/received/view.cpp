#include "kiosk/screens/received/view.hpp"

#include "kiosk/screens/common/cell_work.hpp"

namespace screens::received {
namespace {

using ui::Across;
using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Size;
using ui::Token;

const ArticleRow* current(const State& s) {
  return s.current < s.rows.size() ? &s.rows[s.current] : nullptr;
}

std::string amount(const std::optional<NamedAmount>& value, const ui::Ui& ui) {
  return value ? text_of(ui, *value) : std::string("?");
}

bool as_expected(const ArticleRow& row) {
  return row.received && row.expected && *row.received == *row.expected;
}

std::string word_of(const ArticleRow& row, const ui::Ui& ui) {
  if (!row.received || !row.expected) return {};
  if (as_expected(row)) return ui.tr("as expected");
  if (const auto* weight = std::get_if<domain::Weight>(&*row.difference))
    return ui.numbers().signed_weight(*weight);
  const auto& pieces = std::get<Pieces>(*row.difference);
  const std::string sign(pieces.number > domain::Quantity() ? "+" : ui::minus_sign);
  const auto number = pieces.number < domain::Quantity() ? -pieces.number : pieces.number;
  return sign + ui.numbers().quantity(number);
}

ui::Glyph shape_of(const ArticleRow& row, bool is_current) {
  if (is_current) return ui::Glyph::current;
  if (!row.received) return ui::Glyph::todo;
  return as_expected(row) ? ui::Glyph::good : ui::Glyph::shortfall;
}

struct Columns {
  Rect name, expected, received, word;
};

Columns columns_of(const ui::Ui& ui, Rect rect) {
  const auto& m = ui.metrics();
  rect = rect.inset(ui::row_pad, 0);
  Columns c;
  if (!m.compact()) c.word = rect.cut_right(m.pick(0, 18, 16), 1.4f);
  c.received = rect.cut_right(m.pick(15, 14.5f, 12), 1.0f);
  c.expected = rect.cut_right(m.pick(15, 14.5f, 12), 1.0f);
  c.name = rect;
  return c;
}

void article_row(const ArticleRow& row, bool is_current, ui::Ui& ui, const Rect& rect) {
  const auto& m = ui.metrics();
  const Face face = is_current ? Face::semibold : Face::medium;
  Columns c = columns_of(ui, rect);
  ui::glyph(ui, shape_of(row, is_current), c.name.cut_left(m.small, 0.9f), m.small * 0.95f);
  const std::string word = word_of(row, ui);
  if (m.compact() && !word.empty()) {
    const float line = ui.line_height(Size::small);
    Rect block = c.name.centred(c.name.w, 2 * line);
    ui.text(row.name, block.cut_top(line), {.face = face, .fit = Fit::ellipsis});
    ui.text(word, block, {.color = Token::quiet, .fit = Fit::ellipsis});
  } else {
    ui.text(row.name, c.name, {.face = face, .fit = Fit::ellipsis});
  }
  const ui::Style right{.face = face, .across = Across::right, .fit = Fit::shrink};
  ui.text(amount(row.expected, ui), c.expected, right);
  ui::Style bold = right;
  bold.face = Face::semibold;
  if (row.received)
    ui.text(text_of(ui, *row.received), c.received, bold);
  else if (is_current)
    ui.text(ui.tr("to count"), c.received, bold);
  if (!m.compact()) ui.text(word, c.word, {.color = Token::quiet, .fit = Fit::ellipsis});
}

void heads(const State& s, ui::Ui& ui, const Rect& rect) {
  const Columns c = columns_of(ui, rect);
  const ui::Style quiet{.color = Token::quiet, .fit = Fit::ellipsis};
  ui::Style right = quiet;
  right.across = Across::right;
  const bool with_name = !ui.metrics().compact() && !s.created_by.empty();
  ui.text(with_name ? ui.tr("{1}, created by {2}", s.supplier, s.created_by) : s.supplier, c.name,
          quiet);
  ui.text(ui.tr("expected"), c.expected, right);
  ui.text(ui.tr("received"), c.received, right);
}

std::optional<Action> lines(const State& s, ui::Ui& ui, Rect area) {
  std::optional<Action> action;
  heads(s, ui, area.cut_top(ui.line_height(Size::small), 0.5f));
  const auto name_of = [&](long index) {
    return "received." + std::to_string(s.rows[static_cast<std::size_t>(index)].article.value);
  };
  ui::list(
      ui, area,
      {.name = "received.rows",
       .count = static_cast<long>(s.rows.size()),
       .row = ui.metrics().pick(7.8f, 5.8f, 5),
       .current = static_cast<long>(s.current)},
      [&](const ui::Row& row) {
        const ArticleRow& article = s.rows[static_cast<std::size_t>(row.index)];
        if (ui::row_target(ui, row, name_of(row.index), article.name, "received.rows").tapped)
          action = Choose{article.article};
        article_row(article, row.current, ui, row.rect);
      },
      name_of);
  return action;
}

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  ui::Bar bar(ui, area, {.buttons = 3});
  std::optional<Action> action;
  if (bar.button({.name = "received.more", .icon = ui::Icon::add, .text = ui.tr("More")}))
    action = Came::more;
  if (bar.button({.name = "received.less", .icon = ui::Icon::remove, .text = ui.tr("Less")}))
    action = Came::less;
  if (bar.button({.name = "received.missing", .icon = ui::Icon::block, .text = ui.tr("Missing")}))
    action = Came::missing;
  const ArticleRow* row = current(s);
  const bool known = row && row->expected;
  if (bar.accent({.name = "received.expected",
                  .icon = known ? ui::Icon::check : ui::Icon::hourglass_empty,
                  .text = known ? ui.tr("As expected") : ui.tr("Not told:"),
                  .second = known ? row->name + " " + amount(row->expected, ui) : ui.tr("type it"),
                  .enabled = known,
                  .second_fit = Fit::ellipsis}))
    action = Came::as_expected;
  return action;
}

// The pad and, beside it, what is typed.
std::optional<Action> typing(const State& s, ui::Ui& ui, const Rect& area) {
  const auto& m = ui.metrics();
  std::optional<Action> action;
  Rect work = ui::work_zone(ui, area);
  work.h = m.height - m.edge - work.y;
  if (const auto key = ui::number_pad(ui, work.cut_left(ui::pad_width(ui), m.gap)))
    action = Key{*key};
  const ArticleRow* row = current(s);
  if (!row) return action;
  ui.text(row->name, work.cut_top(m.large, 0.9f),
          {.size = Size::large, .face = Face::semibold, .fit = Fit::ellipsis});
  ui.text(ui.tr("expected {1}", amount(row->expected, ui)),
          work.cut_top(ui.line_height(Size::small), 0.9f),
          {.color = Token::quiet, .fit = Fit::shrink});
  Rect card = work.cut_top(ui.line_height(Size::normal) + 11.84f, 0.9f);
  ui::card(ui, card);
  const char mark = ui.settings().language == ui::Language::en ? '.' : ',';
  const std::string line = s.typing->text(mark);
  ui.named_text("pad.line", line, card);
  card = card.inset(1.4f, 0.8f);
  ui.text(
      line, card.cut_top(ui.line_height(Size::normal)),
      {.size = Size::normal, .color = Token::quiet, .across = Across::right, .fit = Fit::shrink});
  ui.text(s.typed ? text_of(ui, *s.typed) : std::string("0"), card,
          {.size = Size::half_digits,
           .face = Face::semibold,
           .color = s.typed ? Token::ink : Token::quiet,
           .across = Across::right,
           .fit = Fit::shrink});
  if (ui::accent(ui, ui::accent_place(ui),
                 {.name = "pad.ok",
                  .icon = s.typed ? ui::Icon::check : ui::Icon::hourglass_empty,
                  .text = s.typed ? ui.tr("Save") : ui.tr("Not yet:"),
                  .second = s.typed ? text_of(ui, *s.typed) : ui.tr("nothing typed"),
                  .enabled = s.typed.has_value()}))
    action = Save{};
  return action;
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  const std::string place =
      ui.tr("line {1} of {2}", ui.numbers().count(static_cast<std::int64_t>(s.current) + 1),
            ui.numbers().count(static_cast<std::int64_t>(s.rows.size())));
  if (const auto tap =
          draw_header(ui, area, s.frame, {.title = ui.tr("Reception"), .middle = place}))
    action = FollowHeader{*tap};
  if (s.typing) {
    if (const auto tap = typing(s, ui, area)) action = tap;
    return action;
  }
  if (const auto tap = bar(s, ui, area)) action = tap;
  Rect work = ui::work_zone(ui, area);
  if (s.failed) ui::strip(ui, work.cut_top(ui.metrics().strip, 0.8f), failed_strip(ui, *s.failed));
  if (const auto tap = lines(s, ui, work)) action = tap;
  return action;
}

}  // namespace screens::received
