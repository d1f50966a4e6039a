#include "kiosk/screens/common/cells.hpp"

#include <algorithm>

#include "kiosk/screens/common/fitted.hpp"

namespace screens {
namespace {

using domain::CellPlace;
using domain::CellState;
using domain::Quantity;

// A verb (or none) and a name that fit on two lines of small text at least, the name ended by "…".
std::string two_line_verb(const ui::Ui& ui, const char* english, const std::string& name,
                          float room) {
  const ui::Style style{.face = ui::Face::semibold};
  const auto fits = [&](const std::string& text) {
    if (ui.lines(text, room, style) > 2) return false;
    std::size_t from = 0;
    while (from < text.size()) {
      const std::size_t end = std::min(text.find(' ', from), text.size());
      if (ui.width(text.substr(from, end - from), style) > room) return false;
      from = end + 1;
    }
    return true;
  };
  const auto said = [&](const std::string& shown) {
    return english == nullptr ? shown : ui.tr(english, shown);
  };
  std::string text = said(name), shown = name;
  while (!fits(text) && !shown.empty()) {
    shown = without_last_letter(shown);
    text = said(shown + "…");
  }
  return text;
}

}  // namespace

Amount amount_of(Quantity quantity, const domain::UnitMeaning& meaning) {
  if (const auto weight = domain::weight_of(quantity, meaning)) return *weight;
  return quantity;
}

Amount given_of(const domain::CellFigures& figures, const domain::UnitMeaning& meaning) {
  if (meaning.is_mass() && figures.counted == Quantity()) return figures.weighed;
  return amount_of(figures.given.value_or(Quantity()), meaning);
}

std::string short_text(const ui::Ui& ui, const Amount& amount) {
  if (const auto* weight = std::get_if<domain::Weight>(&amount))
    return ui.numbers().weight(*weight);
  return ui.numbers().quantity(std::get<Quantity>(amount), ui.tr("pc"));
}

std::string short_text(const ui::Ui& ui, const Amount& amount, float room, const ui::Style& style) {
  std::string text = short_text(ui, amount);
  const auto* weight = std::get_if<domain::Weight>(&amount);
  const std::string::size_type unit = text.rfind(ui::no_break_space);
  if (weight == nullptr || unit == std::string::npos || text.ends_with("kg") == false) return text;
  std::int64_t step = 1'000;  // milligrams; tenfold for each decimal less
  for (int dropped = 1; dropped <= 3 && ui.width(text, style) > room; ++dropped) {
    step *= 10;
    const domain::Weight rounded(domain::narrow(domain::divide_rounded(weight->units(), step)) *
                                 step);
    text = ui.numbers().weight(rounded);
    const auto end = text.rfind(ui::no_break_space);
    // The last decimal that is left out takes its mark along.
    const std::size_t cut = static_cast<std::size_t>(dropped == 3 ? 4 : dropped);
    text.erase(end - cut, cut);
  }
  return text;
}

Mark mark_of(CellState state, bool something_given) {
  switch (state) {
    case CellState::to_do:
      return something_given ? Mark::begun : Mark::to_do;
    case CellState::weighed:
    case CellState::counted:
      return Mark::good;
    case CellState::short_given:
      return Mark::shortfall;
    case CellState::absent:
      return Mark::absent;
    case CellState::over:
      return Mark::over;
  }
  return Mark::to_do;
}

Mark mark_of(const domain::Day& day, CellPlace at) {
  return mark_of(day.state(at), day.any_standing(at));
}

Supply supply_of(const domain::Day& day, domain::ArticlePlace at) {
  const domain::ArticleFigures& figures = day.figures(at);
  Supply supply;
  supply.finished = figures.open == 0;
  const std::optional<Quantity> left = figures.left();
  if (left && figures.open > 0 && figures.still_asked > *left) {
    supply.kind = Supply::will_lack;
    supply.lack = figures.still_asked - *left;
    return supply;
  }
  if (figures.noted > 0) {
    supply.kind = Supply::noted;
    supply.lack = figures.missing;
    return supply;
  }
  supply.kind = left ? Supply::enough : Supply::unknown;
  return supply;
}

Place place_of(const domain::Day& day, CellPlace at) {
  const domain::ArticlePlace article = day.article_of(at);
  const domain::CellId cell = day.cell(at).id;
  if (day.figures(article).meaning.measure == domain::Measure::unknown)
    return AtUnit{day.article(article).unit.text, cell};
  return AtCell{cell};
}

NextStep step_to(const Desk& desk, std::optional<CellPlace> cell) {
  const domain::Day& day = desk.day();
  NextStep step;
  if (!cell) {
    if (desk.matrix().rows() > 0) step.kind = NextStep::all_done;
    return step;
  }
  const domain::ArticlePlace article = day.article_of(*cell);
  const domain::UnitMeaning& meaning = day.figures(article).meaning;
  step.kind = meaning.is_mass()                             ? NextStep::weigh
              : meaning.measure == domain::Measure::unknown ? NextStep::ask_unit
                                                            : NextStep::count;
  if (!desk.day_open()) step.kind = NextStep::day_over;
  step.cell = day.cell(*cell).id;
  step.article = day.article(article).name;
  step.ordergroup = day.ordergroup(*cell);
  if (const auto target = day.figures(*cell).target) step.asked = amount_of(*target, meaning);
  return step;
}

std::optional<Place> place_of(const NextStep& step, const Desk& desk) {
  if (step.kind == NextStep::all_done) return AtEnd{};
  if (step.kind == NextStep::no_cells || step.kind == NextStep::day_over) return std::nullopt;
  const auto at = desk.day().find(step.cell);
  if (!at) return std::nullopt;
  return place_of(desk.day(), *at);
}

ui::Accent accent_of(const ui::Ui& ui, std::string_view name, const NextStep& step,
                     const std::string& second) {
  const float room = ui::accent_room(ui) - 0.2f;
  const std::string below = one_line(ui, second.empty() ? step.ordergroup : second, room, {});
  const auto verb = [&](const char* english) {
    return two_line_verb(ui, english, step.article, room);
  };
  switch (step.kind) {
    case NextStep::weigh:
      return {name, ui::Icon::scale, verb(ui::msg("Weigh {1}")), below, true};
    case NextStep::count:
      return {name, ui::Icon::apps, verb(ui::msg("Count {1}")), below, true};
    case NextStep::ask_unit:
      return {name, ui::Icon::help_outline, verb(ui::msg("Unit of {1}")), below, true};
    case NextStep::all_done:
      return {name, ui::Icon::flag, ui.tr("All is done"), ui.tr("to the day’s end"), true};
    case NextStep::no_cells:
      return {name, ui::Icon::block, ui.tr("Nothing to weigh"), {}, false};
    case NextStep::day_over:
      return {name, ui::Icon::block, ui.tr("The day has ended"), {}, false};
  }
  return {name, ui::Icon::block, {}, {}, false};
}

ui::Accent named_accent(const ui::Ui& ui, std::string_view name, ui::Icon icon,
                        const std::string& text, const std::string& second) {
  const float room = ui::accent_room(ui) - 0.2f;
  return {name, icon, two_line_verb(ui, nullptr, text, room), one_line(ui, second, room, {}), true};
}

}  // namespace screens
