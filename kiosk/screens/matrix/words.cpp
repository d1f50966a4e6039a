#include "kiosk/screens/matrix/words.hpp"

#include <algorithm>

#include "kiosk/screens/common/fitted.hpp"
#include "kiosk/screens/matrix/view.hpp"

namespace screens::matrix {
namespace {

// The unit on a line of its own where number and unit are too wide for one.
std::string cell_text(const ui::Ui& ui, const Amount& amount, float room) {
  const ui::Style style = text_style(Lit::no);
  std::string text = short_text(ui, amount);
  if (ui.width(text, style) <= room) return text;
  text =
      short_text(ui, amount, room + ui.width(std::string(ui::no_break_space) + "kg", style), style);
  const std::size_t blank = text.rfind(ui::no_break_space);
  if (blank != std::string::npos) text.replace(blank, ui::no_break_space.size(), "\n");
  return text;
}

// Given stands over received: where number and unit are too wide for one line, the unit below does
// for both.
std::string given_text(const ui::Ui& ui, const Row& row, float room) {
  const ui::Style style = text_style(Lit::no);
  const std::string text = short_text(ui, row.given);
  if (ui.width(text, style) <= room) return text;
  const std::string number = text.substr(0, text.rfind(ui::no_break_space));
  if (row.received && ui.width(number, style) <= room) return number;
  return short_text(ui, row.given, room, style);
}

}  // namespace

ui::Glyph shape_of(const Supply& supply) {
  switch (supply.kind) {
    case Supply::will_lack:
      return ui::Glyph::attention;
    case Supply::noted:
      return ui::Glyph::shortfall;
    case Supply::enough:
      return supply.finished ? ui::Glyph::good : ui::Glyph::none;
    case Supply::unknown:
      break;
  }
  return ui::Glyph::none;
}

void View::prepare(const State& s, ui::Ui& ui, const Table& t) {
  const ui::Metrics& m = ui.metrics();
  const ui::Numbers n = ui.numbers();
  const int last = s.first_column + t.shown.columns;
  range_ = ui.tr("{1} to {2}\nof {3}", n.count(s.first_column + 1), n.count(last),
                 n.count(s.all_columns));
  const std::size_t line_end = range_.find('\n');
  of_all_ = line_end == std::string::npos ? std::string() : range_.substr(line_end + 1);
  range_.resize(std::min(line_end, range_.size()));
  given_word_ = ui.tr("given");
  received_word_ = ui.tr("received");
  accent_ = accent_of(ui, "matrix.next", s.step);
  version_ = s.version;
  settings_ = ui.settings();

  heads_.clear();
  for (const Head& head : s.heads) {
    Words words;
    for (const auto id : head.group_orders)
      words.also.push_back("matrix.head." + std::to_string(id.value));
    if (!words.also.empty()) words.name = words.also.front(), words.also.erase(words.also.begin());
    words.text = head.ordergroup;
    words.second = two_lines(ui, head.ordergroup, t.column - 0.1f, text_style(head.lit));
    heads_.push_back(std::move(words));
  }

  rows_.clear();
  margins_.clear();
  for (const Row& row : s.rows) {
    const float room = t.figures.row_head - head_pad - 0.3f;
    const ui::Style style = text_style(row.lit);
    Words words;
    const bool breaks = row.unit.empty() && ui.width(row.article, style) > room;
    words.text =
        breaks ? two_lines(ui, row.article, room, style) : one_line(ui, row.article, room, style);
    words.second = one_line(ui, row.unit, room, text_style(Lit::no));
    rows_.push_back(std::move(words));

    const float pad = margin_pad(m);
    const float margin = t.figures.margin - pad - 0.3f;
    const bool marked = shape_of(row.supply) != ui::Glyph::none;
    const float mark = marked ? margin_mark(m) + mark_to_sum : 0;
    Words sums;
    if (row.id) sums.name = "matrix.received." + std::to_string(row.id->value);
    sums.text = given_text(ui, row, margin - mark);
    const float ring = row.expected ? margin_mark(m) + mark_to_sum : 0;
    sums.second = row.received ? short_text(ui, *row.received, margin - ring, text_style(Lit::no))
                               : ui.tr("unknown");
    margins_.push_back(std::move(sums));
  }

  cells_.clear();
  for (const auto& cell : s.cells) {
    Words words;
    if (cell) {
      words.name = "matrix.cell." + std::to_string(cell->id.value);
      const float tab = cell->mark == Mark::to_do ? 0 : t.figures.tab;
      const float room = t.column - t.figures.free_x - t.figures.pad - tab -
                         2 * (cell->next ? ui::stroke::current : ui::stroke::hair);
      words.text = cell->amount ? cell_text(ui, *cell->amount, room) : "?";
    }
    cells_.push_back(std::move(words));
  }
}

}  // namespace screens::matrix
