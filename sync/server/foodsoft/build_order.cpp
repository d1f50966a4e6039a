#include "sync/server/foodsoft/build_order.hpp"

#include <algorithm>

#include "sync/server/foodsoft/article_units.hpp"
#include "sync/server/foodsoft/interval.hpp"
#include "sync/server/foodsoft/price_solver.hpp"

namespace server {

namespace {

using domain::Certainty;
using domain::Fraction;
using domain::Quantity;
using domain::ReferenceCell;
using domain::Series;
constexpr std::int64_t nano_in_micro = 1'000;

// Where the page's digits are the number itself.
Interval exactly(Micro shown) {
  const std::int64_t nano = shown * nano_in_micro;
  return {nano, nano, nano};
}

class ArticleBuilder {
 public:
  ArticleBuilder(const OrderPages& pages, const JoinedArticle& joined, const ArticleUnits& units)
      : page_(*pages.groups), joined_(joined), units_(units) {}

  domain::OrderArticle article(const std::string& producer);
  // Cells in the joined order; call after article().
  domain::Result<std::vector<ReferenceCell>> cells() const;
  domain::Result<void> check_asked() const;

 private:
  const ShownCell& cell(std::size_t i) const {
    return page_.cells[static_cast<std::size_t>(joined_.cells[i])];
  }
  bool old() const { return page_.series == Series::v4; }
  std::optional<Quantity> asked(Micro shown) const;
  std::optional<Interval> result_interval(const ShownResult& result, bool as_shown) const;
  void solve();
  bool try_solve(bool as_shown);
  void price_of_article(domain::OrderArticle& article) const;
  void base_of(std::size_t i, ReferenceCell& out) const;

  const GroupsPage& page_;
  const JoinedArticle& joined_;
  const ArticleUnits& units_;
  std::optional<SolvedPrices> solved_;
};

std::optional<Quantity> ArticleBuilder::asked(Micro shown) const {
  if (old()) return domain::round_to_server(Quantity(shown));
  if (!units_.factor) return std::nullopt;
  const auto interval = interval_of(shown, half_of_3_decimals, *units_.factor);
  return interval ? simplest_in(*interval) : std::nullopt;
}

// Results in 4.x and texts are shown in the unit itself, with 2 decimals in some languages.
std::optional<Interval> ArticleBuilder::result_interval(const ShownResult& result,
                                                        bool as_shown) const {
  if (result.form == ResultForm::billing_input)
    return units_.factor ? interval_of(result.value, half_of_3_decimals, *units_.factor)
                         : std::nullopt;
  return as_shown ? exactly(result.value)
                  : interval_of(result.value, half_of_2_decimals, Fraction(1));
}

bool ArticleBuilder::try_solve(bool as_shown) {
  std::vector<PricedCell> priced;
  for (std::size_t i = 0; i < joined_.cells.size(); ++i) {
    const auto interval = result_interval(cell(i).result, as_shown);
    if (!interval) return false;
    priced.push_back({*interval, cell(i).price});
  }
  const auto per = old() ? std::optional(Fraction(1)) : units_.per_supplier_unit;
  solved_ = solve_prices(priced, per);
  return solved_.has_value();
}

void ArticleBuilder::solve() {
  if (!try_solve(true)) try_solve(false);
}

void ArticleBuilder::price_of_article(domain::OrderArticle& article) const {
  if (solved_ && solved_->unit_price) {
    article.unit_price = solved_->unit_price;
    return;
  }
  // The page shows the price of one billing unit in whole cents; 4.x keeps no more.
  const auto cents = joined_.shown->price_cents;
  if (cents && units_.factor) {
    constexpr std::int64_t nano_in_cent = 10'000'000;
    const auto of_one = Fraction(nano_in_cent).over(*units_.factor);
    const auto nano = of_one ? of_one->scale(*cents) : std::nullopt;
    if (nano) article.unit_price = domain::UnitPrice(*nano);
    const auto& per = units_.billing_per_supplier_unit;
    const bool whole = old() || (per && *per == Fraction(1));
    article.price_certainty =
        solved_ && whole && article.unit_price ? Certainty::exact : Certainty::about;
    if (article.unit_price) return;
  }
  article.price_certainty = Certainty::about;
  for (std::size_t i = 0; i < joined_.cells.size() && !article.unit_price; ++i) {
    ReferenceCell guess;
    base_of(i, guess);
    if (guess.base && cell(i).price.units != 0)
      article.unit_price = price_of_one(cell(i).price, *guess.base);
  }
}

domain::OrderArticle ArticleBuilder::article(const std::string& producer) {
  solve();
  domain::OrderArticle article;
  article.id = joined_.id;
  article.name = joined_.shown->name;
  article.producer = producer;
  article.unit = units_.unit;
  article.per_supplier_unit = units_.per_supplier_unit;
  if (const ReceiveRow* row = joined_.row) {
    article.number = row->number;
    article.units_to_order = Quantity(row->units_to_order);
    if (row->units_received) article.units_received = Quantity(*row->units_received);
  }
  price_of_article(article);
  return article;
}

void ArticleBuilder::base_of(std::size_t i, ReferenceCell& out) const {
  const ShownCell& shown = cell(i);
  if (shown.result.form == ResultForm::text) {
    out.base = domain::round_to_server(Quantity(shown.result.value));
    out.base_certainty = Certainty::about;
    return;
  }
  if (solved_) {
    out.base = solved_->numbers[i];
    return;
  }
  const auto interval = result_interval(shown.result, true);
  if (shown.price.units == 0 && interval && interval->contains(Quantity())) {
    out.base = Quantity();
    return;
  }
  out.base_certainty = Certainty::about;
  if (!interval) return;
  out.base = out.asked && interval->contains(*out.asked) ? out.asked : simplest_in(*interval);
}

domain::Result<std::vector<ReferenceCell>> ArticleBuilder::cells() const {
  std::vector<ReferenceCell> cells;
  for (std::size_t i = 0; i < joined_.cells.size(); ++i) {
    const ShownCell& shown = cell(i);
    ReferenceCell out;
    out.id = shown.id;
    out.group = shown.group;
    out.asked = asked(shown.asked.asked);
    out.tolerance = asked(shown.asked.tolerance);
    out.price = shown.price;
    base_of(i, out);
    for (const auto& quantity : {out.asked, out.tolerance, out.base})
      if (quantity && (*quantity > domain::largest_result || *quantity < -domain::largest_result))
        return domain::fail(domain::Fault::page_torn,
                            "cell " + std::to_string(shown.id.value) +
                                " has a quantity that no server holds; save the page again");
    cells.push_back(std::move(out));
  }
  return cells;
}

// The receive page tells the sum that the server keeps, 5.x in the group unit.
domain::Result<void> ArticleBuilder::check_asked() const {
  if (!joined_.row) return {};
  domain::Wide low = 0, high = 0;
  for (std::size_t i = 0; i < joined_.cells.size(); ++i) {
    const Micro shown = cell(i).asked.asked;
    auto interval = std::optional(exactly(shown));
    if (!old())
      interval =
          units_.factor ? interval_of(shown, half_of_3_decimals, *units_.factor) : std::nullopt;
    if (!interval) return {};
    low += interval->low;
    high += interval->high;
  }
  const domain::Wide told = static_cast<domain::Wide>(joined_.row->asked.asked) * nano_in_micro;
  if (told >= low && told <= high) return {};
  return domain::fail(domain::Fault::page_torn,
                      "what was asked of \"" + joined_.shown->name + "\" (order article " +
                          std::to_string(joined_.row->id.value) + ") is " +
                          domain::text_of(Quantity(joined_.row->asked.asked)) +
                          " on the receive page, its cells add up to another figure; save both "
                          "pages again, one right after the other");
}

// Articles on the receive page that nobody's cell names: nobody may have asked for them.
domain::Result<void> check_rows_without_cells(const OrderPages& pages,
                                              const std::vector<JoinedArticle>& joined) {
  if (!pages.receive) return {};
  for (const auto& row : pages.receive->rows) {
    const bool used = std::any_of(joined.begin(), joined.end(),
                                  [&row](const JoinedArticle& a) { return a.row == &row; });
    if (!used && row.asked.asked != 0)
      return domain::fail(domain::Fault::page_torn,
                          "\"" + row.name + "\" (order article " + std::to_string(row.id.value) +
                              ") stands on the receive page, but has no cell in view=groups; save "
                              "both again, one right after the other");
  }
  return {};
}

// With a receive page, only an article that nobody asked for may stand on no other page.
domain::Result<void> check_cells_without_article(const OrderPages& pages,
                                                 const JoinedArticle& article) {
  if (article.id || !pages.receive) return {};
  for (const int at : article.cells) {
    const ShownCell& cell = pages.groups->cells[static_cast<std::size_t>(at)];
    if (cell.asked.asked != 0)
      return domain::fail(domain::Fault::page_torn,
                          "cell " + std::to_string(cell.id.value) + " asks for \"" +
                              article.shown->name +
                              "\", which the receive page does not list; save both again, one "
                              "right after the other");
  }
  return {};
}

}  // namespace

domain::Result<domain::ReferenceOrder> build_order(const OrderPages& pages,
                                                   std::vector<std::string>* odd) {
  // Told or refused.
  const auto sound = [odd](const domain::Result<void>& checked) -> domain::Result<void> {
    if (checked || !odd) return checked;
    odd->push_back(checked.error().detail);
    return {};
  };
  const GroupsPage& groups = *pages.groups;
  domain::ReferenceOrder order;
  order.id = groups.head.id;
  order.series = groups.series;
  order.kind = groups.head.kind;
  order.state = groups.head.state;
  order.supplier = groups.head.supplier;
  order.created_by = groups.head.created_by;
  if (pages.articles)
    if (const auto checked = check_articles_page(pages); !checked)
      return tl::unexpected(checked.error());
  const auto joined = join_articles(pages);
  if (!joined) return tl::unexpected(joined.error());
  if (const auto checked = sound(check_rows_without_cells(pages, *joined)); !checked)
    return tl::unexpected(checked.error());
  for (const auto& group : groups.groups)
    order.group_orders.push_back({group.id, group.name, std::nullopt, group.price_sum});
  const UnitReader reader(pages);
  order.cells.resize(groups.cells.size());
  for (std::size_t a = 0; a < joined->size(); ++a) {
    const JoinedArticle& article = (*joined)[a];
    if (const auto checked = check_cells_without_article(pages, article); !checked)
      return tl::unexpected(checked.error());
    const auto units = reader.read(article);
    if (!units) return tl::unexpected(units.error());
    ArticleBuilder builder(pages, article, *units);
    if (const auto checked = sound(builder.check_asked()); !checked)
      return tl::unexpected(checked.error());
    order.articles.push_back(builder.article(order.supplier));
    auto cells = builder.cells();
    if (!cells) return tl::unexpected(cells.error());
    for (std::size_t i = 0; i < cells->size(); ++i) {
      (*cells)[i].article = static_cast<int>(a);
      if ((*cells)[i].base_certainty == Certainty::about) order.base_certainty = Certainty::about;
      order.cells[static_cast<std::size_t>(article.cells[i])] = (*cells)[i];
    }
  }
  return order;
}

}  // namespace server
