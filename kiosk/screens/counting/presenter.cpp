#include "kiosk/screens/counting/presenter.hpp"

#include <algorithm>

#include "kiosk/screens/common/overloaded.hpp"

namespace screens::counting {
namespace {

using domain::Quantity;

// A supplier's box as whole boxes of whole units, where both are whole.
std::optional<Boxes> boxes_of(const domain::OrderArticle& article,
                              std::optional<Quantity> received) {
  if (!received || !article.per_supplier_unit || article.per_supplier_unit->denominator() != 1)
    return std::nullopt;
  const std::int64_t each = article.per_supplier_unit->numerator();
  const std::int64_t box = domain::whole_units(each).units();
  if (each < 2 || received->units() <= 0 || received->units() % box != 0) return std::nullopt;
  return Boxes{received->units() / box, each};
}

}  // namespace

Presenter::Presenter(Desk& desk, domain::CellId cell) : desk_(desk), cell_(cell) { refresh(); }

void Presenter::refresh() {
  const auto at = desk_.day().find(cell_);
  if (!at) return;
  desk_.weighing().take(desk_.reading(), desk_.now());
  fill(state_, desk_, *at);
  show(*at);
}

void Presenter::show(domain::CellPlace at) {
  const domain::Day& day = desk_.day();
  const domain::CellFigures figures = day.figures(at);
  const domain::ArticlePlace article = day.article_of(at);
  const domain::ArticleFigures& of_article = day.figures(article);
  state_.unit = day.article(article).unit.name;
  state_.asked = figures.target;
  state_.already = figures.given.value_or(Quantity());
  state_.left = of_article.left();
  state_.will_lack.reset();
  if (state_.left) {
    if (of_article.still_asked > *state_.left)
      state_.will_lack = of_article.still_asked - *state_.left;
    *state_.left -= state_.count;
  }
  state_.boxes = boxes_of(day.article(article), of_article.received);
  if (!state_.asked) {
    state_.say = Say::no_aim;
    state_.amount = {};
    return;
  }
  const Quantity over = state_.already + state_.count - *state_.asked;
  state_.say = over < Quantity() ? Say::add : over > Quantity() ? Say::take_off : Say::good;
  state_.amount = over < Quantity() ? -over : over;
}

void Presenter::act(const Action& action) {
  state_.failed.reset();
  std::visit(
      Overloaded{
          [&](const Header& header) { follow_header(desk_, header.tap); },
          [&](const Step& step) {
            state_.count = std::clamp(state_.count + domain::whole_units(step.by), Quantity(),
                                      domain::largest_result);
            refresh();
          },
          [&](const Keep&) { keep(); },
          [&](const TooLittle&) { desk_.go(AtShortfall{.cell = cell_, .counted = state_.count}); },
          [&](const TypeCount&) { desk_.go(AtPad{cell_}); },
          [&](const Undo&) {
            if (const auto undone = undo_saved(desk_); !undone)
              state_.failed = undone.error().fault;
          },
          [&](const ToggleList&) { state_.list_open = !state_.list_open; },
          [&](const ToCell& to) {
            state_.list_open = false;
            desk_.work_on(domain::CellId{to.cell});
          },
      },
      action);
}

void Presenter::keep() {
  const auto at = desk_.day().find(cell_);
  if (!at || state_.count <= Quantity() || state_.say == Say::add) return;
  const domain::Body counted = domain::Counted{
      .on = desk_.day().on(*at), .pieces = state_.count, .label = domain::Label::due};
  if (const auto saved = desk_.save(std::span(&counted, 1)); !saved) {
    state_.failed = saved.error().fault;
    return;
  }
  work_on_next(desk_, *at);
}

}  // namespace screens::counting
