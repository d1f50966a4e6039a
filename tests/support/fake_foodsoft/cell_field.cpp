// A cell's fields: what was asked, and the result as an input or as text (foodsoft.md 3.4, 14.4).
#include <fmt/format.h>

#include "fake_foodsoft/look.hpp"
#include "fake_foodsoft/pricing.hpp"
#include "fake_foodsoft/text_places.hpp"
#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

int forced_places = 0;

std::string form_head(const Cell& cell, const Look& look, std::string_view classes) {
  return fmt::format(
      R"(<form class="simple_form {0}" id="edit_group_order_article_{1}" data-submit-onchange="changed" action="{2}/group_order_articles/{1}" accept-charset="UTF-8" data-remote="true" method="post"><input type="hidden" name="_method" value="patch" autocomplete="off" />)",
      classes, cell.id, look.root);
}

std::string step_button(const Cell& cell, std::string_view sign, std::string_view word,
                        std::string_view classes, std::string_view icon) {
  return fmt::format(
      R"(<button name="delta" type="button" value="{}1" data-{}="r_{}" tabindex="-1" class="{}"><i class="{}"></i></button>)",
      sign, word, cell.id, classes, icon);
}

std::string old_form(const Look& look, const Cell& cell) {
  return form_head(cell, look, "delta-input") +
         R"(<div class="delta-input input-prepend input-append">)" +
         step_button(cell, "-", "decrement", "btn", "icon icon-minus") +
         fmt::format(
             R"(<input class="delta optional input-nano" data-min="0" data-delta="1" id="r_{}" value="{}" type="text" autocomplete="off" name="group_order_article[result]" />)",
             cell.id, number(effective_result(look.coop, cell), 3, look.lang)) +
         step_button(cell, "", "increment", "btn", "icon icon-plus") + "</div></form>";
}

std::string new_form(const Look& look, const Cell& cell) {
  const Units& units = look.coop.articles.at(cell.article).units;
  const Decimal shown = in_billing_unit(look.coop, units, effective_result(look.coop, cell));
  return form_head(cell, look, "form-inline") +
         R"(<div class="row"><div class="delta-input col-xs-4 input-group input-group-sm"><span class="input-group-btn">)" +
         step_button(cell, "-", "decrement", "btn btn-default modify",
                     "glyphicon glyphicon-minus") +
         step_button(cell, "", "increment", "btn btn-default modify", "glyphicon glyphicon-plus") +
         fmt::format(
             R"(</span><input class="delta optional form-control" data-min="0"{} data-multiply-before-submit="{}" data-delta="1" id="r_{}" value="{}" type="number" step="any" autocomplete="off" name="group_order_article[result]" /></div></div></form>)",
             unit_attributes(units), multiply_before_submit(units), cell.id,
             shown.rounded(3).text());
}

}  // namespace

int text_places(Lang lang) { return forced_places > 0 ? forced_places : lang == Lang::de ? 2 : 3; }

void force_text_places(int places) { forced_places = places; }

std::string result_form(const Look& look, const Cell& cell) {
  return look.four() ? old_form(look, cell) : new_form(look, cell);
}

std::string result_field(const Look& look, const Cell& cell) {
  const bool editable = is_finished(order_of(look.coop, cell).state) && look.user->finance;
  return editable ? result_form(look, cell)
                  : number(effective_result(look.coop, cell), text_places(look.lang), look.lang);
}

std::string asked_text(const Look& look, const Article& article, const Cell& cell) {
  const auto shown = [&](const Decimal& amount) {
    return number(in_billing_unit(look.coop, article.units, amount), 3, look.lang);
  };
  return shown(cell.quantity) + " + " + shown(cell.tolerance);
}

std::string package_mark(const Look& look, const Article& article) {
  const PackageText package = package_text(look.coop, article.units, look.lang);
  return package.in_box ? fmt::format("<i class=\"package \">{}</i>", package.text) : package.text;
}

}  // namespace fake
