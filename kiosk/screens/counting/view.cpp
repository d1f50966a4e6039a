#include "kiosk/screens/counting/view.hpp"

#include <algorithm>

#include "kiosk/ui/widgets.hpp"

namespace screens::counting {
namespace {

using domain::Quantity;
using ui::Face;
using ui::Fit;
using ui::Rect;
using ui::Size;
using ui::Token;

constexpr ui::Style quiet{.color = Token::quiet};
// More blocks than this are too thin to count; a bar says it then.
constexpr std::int64_t most_blocks = 24;

std::string pieces(const State& s, const ui::Ui& ui, Quantity number) {
  return text_of(ui, Pieces{number, s.unit});
}

ui::Tone tone_of(Say say) {
  switch (say) {
    case Say::add:
      return ui::Tone::under;
    case Say::good:
      return ui::Tone::good;
    case Say::take_off:
      return ui::Tone::over;
    case Say::no_aim:
      return ui::Tone::quiet;
  }
  return ui::Tone::quiet;
}

ui::Strip strip_of(const State& s, const ui::Ui& ui) {
  if (s.failed) return failed_strip(ui, *s.failed);
  switch (s.say) {
    case Say::add:
      return {ui::Tone::under, ui::Glyph::add, ui.tr("Add {1}", pieces(s, ui, s.amount))};
    case Say::good:
      return {ui::Tone::good, ui::Glyph::tick, ui.tr("Good, exact")};
    case Say::take_off:
      return {ui::Tone::over, ui::Glyph::take_off, ui.tr("Take off {1}", pieces(s, ui, s.amount))};
    case Say::no_aim:
      return {ui::Tone::quiet, ui::Glyph::none, ui.tr("Count what there is")};
  }
  return {};
}

ui::Accent accent_of(const State& s, const ui::Ui& ui) {
  const std::string count = pieces(s, ui, s.count);
  const auto wait = [&](const std::string& why) {
    return ui::Accent{"weigh.save", ui::Icon::hourglass_empty, ui.tr("Not yet:"), why, false};
  };
  if (s.say == Say::add) return wait(ui.tr("{1} missing", pieces(s, ui, s.amount)));
  if (s.count <= Quantity()) return wait(ui.tr("nothing counted"));
  if (s.say == Say::take_off)
    return {"weigh.save", ui::Icon::check, ui.tr("Keep {1}", count),
            ui.tr("{1} more", pieces(s, ui, s.amount)), true};
  return {"weigh.save", ui::Icon::check, ui.tr("Save"), count, true};
}

std::string asked_text(const State& s, const ui::Ui& ui) {
  if (!s.asked) return ui.tr("no amount told");
  const std::string asked = pieces(s, ui, *s.asked);
  if (s.already > Quantity())
    return ui.tr("already {1}, asked {2}", pieces(s, ui, s.already), asked);
  return ui.tr("asked {1}", asked);
}

std::optional<Action> bar(const State& s, ui::Ui& ui, Rect& area) {
  ui::Bar bar(ui, area, {.buttons = 2});
  std::optional<Action> action;
  if (bar.button(
          {.name = "weigh.short", .glyph = ui::Glyph::too_little, .text = ui.tr("Too little")}))
    action = TooLittle{};
  if (bar.button(
          {.name = "weigh.pad", .icon = ui::Icon::dialpad, .text = ui.tr("Count on the pad")}))
    action = TypeCount{};
  if (bar.accent(accent_of(s, ui))) action = Keep{};
  return action;
}

// French writes no noun with a capital; German all of them.
std::string inside_a_sentence(std::string name, const ui::Ui& ui) {
  if (ui.settings().language != ui::Language::fr || name.empty()) return name;
  if (name[0] >= 'A' && name[0] <= 'Z') name[0] = static_cast<char>(name[0] - 'A' + 'a');
  const auto second = name.size() > 1 ? static_cast<unsigned char>(name[1]) : 0;
  if (name.starts_with('\xc3') && second >= 0x80 && second <= 0x9e)  // À to Þ
    name[1] = static_cast<char>(second + 0x20);
  if (name.starts_with("Œ")) name.replace(0, 2, "œ");
  return name;
}

// The number as large digits, its unit beside it.
void number(const State& s, ui::Ui& ui, const Rect& area) {
  const std::string value = ui.numbers().quantity(s.count);
  UnitWords words = unit_words(s.count, s.unit);
  // "de 6" says of what: the article's name.
  if (!words.rest.empty() && words.rest.back() >= '0' && words.rest.back() <= '9')
    words.rest += " " + inside_a_sentence(s.article, ui);
  const ui::Style digits{.size = Size::digits, .fit = Fit::shrink};
  const ui::Style word{.size = Size::verb, .face = Face::semibold, .fit = Fit::shrink};
  constexpr float between = 1.4f;
  const float value_width = std::min(ui.width(value, digits) + 0.1f, area.w * 0.62f);
  const float room = area.w - value_width - between;
  const float word_width =
      std::min(std::max(ui.width(words.word, word), ui.width(words.rest)) + 0.1f, room);
  Rect line = area.centred(value_width + between + word_width, ui.metrics().digits * 0.66f);
  ui.text(value, line.cut_left(value_width, between), digits);
  const float rest = words.rest.empty() ? 0 : ui.line_height(Size::small);
  Rect stack = line.centred(line.w, ui.line_height(Size::verb) + rest);
  ui.text(words.word, stack.cut_top(ui.line_height(Size::verb)), word);
  if (rest > 0) ui.text(words.rest, stack, {.color = Token::quiet, .fit = Fit::ellipsis});
  ui.named_text("weigh.net", text_of(ui, Pieces{s.count, s.unit}), area);
}

std::optional<Action> counter(const State& s, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  std::optional<Action> action;
  const float width = m.pick(20, 15, 15);
  const auto step = [&](const char* name, const char* text, const Rect& place, bool enabled) {
    return ui::button(ui, place,
                      {.name = name, .text = text, .size = Size::verb, .enabled = enabled});
  };
  if (step("count.minus", "−1", area.cut_left(width, m.gap), s.count > Quantity()))
    action = Step{-1};
  if (step("count.plus", "+1", area.cut_right(width, m.gap), true)) action = Step{1};
  number(s, ui, area);
  return action;
}

std::int64_t whole(Quantity q) {
  const std::int64_t one = domain::whole_units(1).units();
  return (q.units() + one - 1) / one;
}

// One block a piece: those that are there filled, those too many as well, in the strip's colour.
void blocks(const State& s, ui::Ui& ui, const Rect& area) {
  const Quantity there = s.already + s.count;
  const std::int64_t full = whole(there);
  const std::int64_t all = std::max(s.asked ? whole(*s.asked) : 0, full);
  if (all == 0) return;
  const Token fill = ui::fill_of(tone_of(s.say));
  constexpr float radius = 0.5f;
  if (all > most_blocks) {
    ui.fill(area, Token::surface, radius);
    const float share = static_cast<float>(full) / static_cast<float>(all);
    if (full > 0) ui.fill({area.x, area.y, area.w * share, area.h}, fill, radius);
    ui.outline(area, Token::outline, ui::stroke::control, radius);
    return;
  }
  for (std::int64_t i = 0; i < all; ++i) {
    const Rect block =
        area.column(static_cast<int>(i), static_cast<int>(all), all > 12 ? 0.4f : 1.0f);
    ui.fill(block, i < full ? fill : Token::surface, radius);
    ui.outline(block, i < full ? Token::ink : Token::outline, ui::stroke::control, radius);
  }
}

std::string next_text(const State& s, const ui::Ui& ui) { return ui.tr("then {1}", s.next->name); }

// What scripts read, whether the foot shows it or what was just saved.
void name_facts(const State& s, ui::Ui& ui, const Rect& area) {
  if (s.left) ui.named_text("weigh.left", pieces(s, ui, *s.left), area);
  if (s.next) ui.named_text("weigh.then", s.next->name + " " + text_of(ui, s.next->asked), area);
}

// Below the blocks: the boxes it comes in, what is left, who is next; or what was saved last.
bool foot(const State& s, ui::Ui& ui, Rect area) {
  if (says_saved(s)) return draw_saved(ui, area, s);
  const ui::Metrics& m = ui.metrics();
  if (s.next && !m.compact()) {
    const std::string then = next_text(s, ui);
    const Rect place = area.cut_right(std::min(ui.width(then) + 0.1f, area.w / 3), 2);
    ui.text(then, place, {.color = Token::quiet, .fit = Fit::ellipsis});
  }
  if (s.boxes) {
    const ui::Numbers n = ui.numbers();
    const std::string sum = ui.tr_n(
        "{1} box x {2} = {3}", "{1} boxes x {2} = {3}", s.boxes->boxes, n.count(s.boxes->each),
        pieces(s, ui, domain::whole_units(s.boxes->boxes * s.boxes->each)));
    ui::Line line(ui, area, 0.8f);
    line.icon(ui::Icon::inventory_2, m.normal, Token::quiet).text(sum, quiet);
    area = line.rest();
  }
  if (!s.left) return false;
  const std::string left = ui.tr("{1} left", pieces(s, ui, *s.left));
  ui::Style style = quiet;
  style.across = !s.boxes                 ? ui::Across::left
                 : m.compact() || !s.next ? ui::Across::right
                                          : ui::Across::centre;
  style.fit = Fit::ellipsis;
  if (!s.will_lack) {
    ui.text(left, area, style);
    return false;
  }
  const std::string lack = ui.tr("it will lack") + " " + pieces(s, ui, *s.will_lack);
  ui::Line line(ui, area, 0.8f);
  line.glyph(ui::Glyph::attention);
  ui.text(lack, line.rest(), {.fit = Fit::ellipsis});
  return false;
}

std::optional<Action> work(const State& s, ui::Ui& ui, Rect area) {
  const ui::Metrics& m = ui.metrics();
  std::optional<Action> action;
  constexpr float between = 0.8f;
  const auto listed = [&](const Rect& place) {
    if (const auto cell = draw_cells(ui, place, s)) action = ToCell{*cell};
  };
  if (!m.compact()) listed(area.cut_left(m.pick(0, 30, 25), m.gap + 0.4f));
  const bool list_only = m.compact() && s.list_open;
  const Rect line = area.cut_top(m.key, list_only ? m.gap : between);
  if (draw_cell_line(ui, line, s, asked_text(s, ui)) == LineTap::list) action = ToggleList{};
  if (list_only) {
    listed(area);
    return action;
  }
  ui::strip(ui, area.cut_top(m.strip, between), strip_of(s, ui));
  constexpr float block = 2;
  const float foot_height = m.compact() ? m.normal : m.key;
  name_facts(s, ui, area);
  if (m.compact() && says_saved(s)) {  // its key needs the room of both
    if (draw_saved(ui, area.cut_bottom(m.key, m.gap), s)) action = Undo{};
  } else {
    if (foot(s, ui, area.cut_bottom(foot_height, between))) action = Undo{};
    blocks(s, ui, area.cut_bottom(block, between));
  }
  if (const auto tapped = counter(s, ui, area)) action = tapped;
  return action;
}

}  // namespace

std::optional<Action> draw(const State& state, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_work_header(ui, area, state)) action = Header{*tap};
  if (const auto tapped = bar(state, ui, area)) action = tapped;
  if (const auto tapped = work(state, ui, ui::work_zone(ui, area))) action = tapped;
  return action;
}

}  // namespace screens::counting
