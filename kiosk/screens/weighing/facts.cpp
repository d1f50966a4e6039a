#include "kiosk/screens/weighing/parts.hpp"

namespace screens::weighing {
namespace {

using ui::Across;
using ui::Rect;
using ui::Size;
using ui::Token;

constexpr ui::Style quiet{.color = Token::quiet};

std::string gross_text(const State& s, const ui::Ui& ui) {
  return s.gross_known ? ui.numbers().weight(s.gross) : "–";
}

std::string next_text(const State& s, const ui::Ui& ui) {
  return s.next->name + " " + text_of(ui, s.next->asked);
}

// A quiet word above its figure.
void fact(ui::Ui& ui, Rect& area, const std::string& word, const std::string& figure, Size size) {
  ui.text(word, area.cut_top(ui.line_height(Size::small), 0.2f), quiet);
  ui.text(figure, area.cut_top(ui.line_height(size), 0.9f), {.size = size, .fit = ui::Fit::shrink});
}

// What scripts read, whether the line shows it or what was just saved.
void name_facts(const State& s, ui::Ui& ui, const Rect& area) {
  if (s.left) ui.named_text("weigh.left", ui.numbers().weight(*s.left), area);
  if (s.next) ui.named_text("weigh.then", next_text(s, ui), area);
}

void lacking(ui::Ui& ui, const Rect& line) {
  ui::Line(ui, line, 0.8f).glyph(ui::Glyph::attention).text(ui.tr("it will lack"));
}

}  // namespace

void gross_and_tare(const State& s, ui::Ui& ui, const Rect& area) {
  const ui::Numbers n = ui.numbers();
  const float line = ui.line_height(Size::small);
  Rect stack = area.centred(area.w, 4 * line + 3 * 0.2f);
  const auto put = [&](const std::string& text, Token color) {
    ui.text(text, stack.cut_top(line, 0.2f), {.color = color, .across = Across::right});
  };
  put(ui.tr("gross"), Token::quiet);
  put(gross_text(s, ui), Token::ink);
  put(ui.tr("tare"), Token::quiet);
  put(n.weight(s.tare), Token::ink);
  ui.named_text("weigh.gross", gross_text(s, ui), area);
  ui.named_text("weigh.tare_value", n.weight(s.tare), area);
}

bool facts_line(const State& s, ui::Ui& ui, Rect area) {
  name_facts(s, ui, area);
  if (says_saved(s)) return draw_saved(ui, area, s);
  const ui::Numbers n = ui.numbers();
  const float line = ui.line_height(Size::small);
  const auto two = [&](const Rect& column, const std::string& word, const std::string& figure) {
    Rect stack = column.centred(column.w, 2 * line + 0.2f);
    ui.text(word, stack.cut_top(line, 0.2f), quiet);
    ui.text(figure, stack, {.fit = ui::Fit::ellipsis});
  };
  if (s.next) {
    const std::string word = ui.tr("then crate {1}", n.count(s.next->crate));
    const float width =
        std::min(std::max(ui.width(word), ui.width(next_text(s, ui))) + 0.1f, area.w / 2);
    const Rect place = area.cut_right(width, 1.6f);
    two(place, word, next_text(s, ui));
  }
  if (!s.left) return false;
  const std::string left = n.weight(*s.left), asked = n.weight(s.still_asked);
  const std::string word = ui.tr("left in the box");
  const float width =
      std::max(ui.width(word), ui.width(left + " " + ui.tr("for") + " " + asked)) + 0.4f;
  const Rect place = area.cut_left(width, 1.6f);
  Rect stack = place.centred(place.w, 2 * line + 0.2f);
  ui.text(word, stack.cut_top(line, 0.2f), quiet);
  ui::Line(ui, stack, ui.width(" ")).text(left).text(ui.tr("for"), quiet).text(asked);
  if (!s.will_lack) return false;
  const std::string lack = ui.tr("it will lack");
  const float wide = ui.width(lack) + ui.metrics().small + 1;
  Rect middle =
      Rect{area.x + (area.w - wide) / 2, area.y, wide, area.h}.centred(wide, 2 * line + 0.2f);
  lacking(ui, middle.cut_top(line, 0.2f));
  ui.text(n.weight(*s.will_lack), middle);
  return false;
}

bool facts_lines(const State& s, ui::Ui& ui, const Rect& area) {
  name_facts(s, ui, area);
  const ui::Numbers n = ui.numbers();
  const float line = ui.line_height(Size::small), between = 0.7f, word = ui.width(" ");
  const bool saved = says_saved(s);
  const int lines = 1 + (s.left ? 1 : 0) + (saved ? 0 : (s.will_lack ? 1 : 0) + (s.next ? 1 : 0));
  float height = static_cast<float>(lines) * (line + between) - between;
  if (saved) height += between + ui.metrics().key;
  Rect stack = area.centred(area.w, height);
  const Rect first = stack.cut_top(line, between);
  ui::Line split(ui, first, word);
  split.text(ui.tr("gross"), quiet).text(gross_text(s, ui));
  Rect rest = split.rest();
  rest.cut_left(2.4f - word);
  ui::Line(ui, rest, word).text(ui.tr("tare"), quiet).text(n.weight(s.tare));
  ui.named_text("weigh.gross", gross_text(s, ui), first);
  ui.named_text("weigh.tare_value", n.weight(s.tare), first);
  if (s.left) {
    const Rect place = stack.cut_top(line, between);
    ui::Line(ui, place, word)
        .text(ui.tr("box"), quiet)
        .text(n.weight(*s.left))
        .text(ui.tr("for"), quiet)
        .text(n.weight(s.still_asked));
  }
  if (saved) return draw_saved(ui, stack, s);
  if (s.will_lack) {
    ui::Line lack(ui, stack.cut_top(line, between), 0.8f);
    lack.glyph(ui::Glyph::attention).text(ui.tr("it will lack") + " " + n.weight(*s.will_lack));
  }
  if (s.next) {
    const Rect place = stack.cut_top(line);
    ui::Line then(ui, place, word);
    then.text(ui.tr("then"), quiet);
    ui.text(next_text(s, ui), then.rest(), {.fit = ui::Fit::ellipsis});
  }
  return false;
}

bool facts_card(const State& s, ui::Ui& ui, const Rect& area) {
  const ui::Numbers n = ui.numbers();
  ui::card(ui, area);
  Rect stack = area.inset(1.2f, 1.2f);
  name_facts(s, ui, stack);
  bool undo = false;
  const Rect first = stack;
  fact(ui, stack, ui.tr("gross, tare"), gross_text(s, ui) + ", " + n.weight(s.tare), Size::normal);
  ui.named_text("weigh.gross", gross_text(s, ui), first);
  ui.named_text("weigh.tare_value", n.weight(s.tare), first);
  if (s.left) {
    fact(ui, stack, ui.tr("left in the box"), n.weight(*s.left), Size::normal);
    fact(ui, stack, ui.tr("still asked"), n.weight(s.still_asked), Size::normal);
  }
  if (says_saved(s)) {
    const float words = 2 * ui.line_height(Size::small) + 0.5f;
    undo = draw_saved(ui, stack.cut_top(words + ui.metrics().key, 0.9f), s);
  } else {
    if (s.will_lack) {
      lacking(ui, stack.cut_top(ui.line_height(Size::small), 0.2f));
      ui.text(n.weight(*s.will_lack), stack.cut_top(ui.line_height(Size::normal), 0.9f),
              {.size = Size::normal});
    }
    if (s.next) {
      fact(ui, stack, ui.tr("then crate {1}", n.count(s.next->crate)), next_text(s, ui),
           Size::normal);
    }
  }
  if (!s.producer.empty()) fact(ui, stack, ui.tr("producer"), s.producer, Size::normal);
  if (s.price) fact(ui, stack, ui.tr("price"), n.price(*s.price, "kg"), Size::normal);
  return undo;
}

}  // namespace screens::weighing
