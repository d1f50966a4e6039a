#include "kiosk/app/demo.hpp"

#include <toml++/toml.h>

#include <sstream>

#include "kiosk/app/assets.hpp"

namespace kiosk {

namespace {

using namespace domain;

std::string text(const toml::table& table, std::string_view key) {
  return table[key].value_or(std::string());
}

// "13 1000 1010 not_delivered": crate, asked, given, cause.
struct CellLine {
  int crate = 0;
  std::int64_t asked = 0;
  std::optional<std::int64_t> given;
  std::optional<Cause> cause;
};

std::optional<CellLine> read_cell(const std::string& line) {
  std::istringstream in(line);
  CellLine cell;
  std::int64_t given = 0;
  std::string cause;
  if (!(in >> cell.crate >> cell.asked)) return std::nullopt;
  if (in >> given) cell.given = given;
  if (in >> cause) {
    const auto read = read_cause(cause);
    if (!read) return std::nullopt;
    cell.cause = *read;
  }
  return cell;
}

class Builder {
 public:
  Result<DemoDay> read(const toml::table& file) {
    day_.name = text(file, "name");
    day_.person = text(file, "person");
    day_.open_cell = file["open_cell"].value_or(std::int64_t{0});
    for (const auto& name : *file["people"].as_array())
      day_.people.push_back(name.value_or(std::string()));
    for (const auto& name : *file["ordergroups"].as_array())
      ordergroups_.push_back(name.value_or(std::string()));
    for (const auto& order : *file["order"].as_array())
      if (const auto done = add_order(*order.as_table()); !done)
        return tl::unexpected(done.error());
    return std::move(day_);
  }

 private:
  Result<void> add_order(const toml::table& table) {
    ReferenceOrder order;
    order.id = {table["id"].value_or(std::int64_t{0})};
    order.series = Series::v5;
    order.supplier = text(table, "supplier");
    order.created_by = text(table, "created_by");
    for (std::size_t g = 0; g < ordergroups_.size(); ++g)
      order.group_orders.push_back(
          {GroupOrderId{order.id.value * 100 + static_cast<int>(g) + 1}, ordergroups_[g], {}, {}});
    for (const auto& article : *table["article"].as_array())
      if (const auto done = add_article(order, *article.as_table()); !done) return done;
    day_.orders.push_back(std::move(order));
    return {};
  }

  Result<void> add_article(ReferenceOrder& order, const toml::table& table) {
    OrderArticle article;
    const int index = static_cast<int>(order.articles.size());
    article.id = OrderArticleId{order.id.value * 100 + index + 1};
    article.name = text(table, "name");
    article.producer = order.supplier;
    const auto unit = text(table, "unit");
    article.unit = {unit, unit, read_unit_text(unit)};
    const auto price = read_decimal(text(table, "price"), unit_price_places);
    if (!price) return tl::unexpected(price.error());
    article.unit_price = UnitPrice(*price);
    article.per_supplier_unit = Fraction(1);
    article.units_to_order = amount(article, table["received"].value_or(std::int64_t{0}));
    for (const auto& line : *table["cells"].as_array()) {
      const auto cell = read_cell(line.value_or(std::string()));
      if (!cell)
        return fail(Fault::bad_value, "a cell of the demo's day cannot be read: " + article.name);
      add_cell(order, article, index, *cell);
    }
    day_.entries.push_back(Received{*article.id, *article.units_to_order});
    order.articles.push_back(std::move(article));
    return {};
  }

  void add_cell(ReferenceOrder& order, const OrderArticle& article, int index,
                const CellLine& line) {
    ReferenceCell cell;
    cell.id = CellId{order.id.value * 10'000 + (index + 1) * 100 + line.crate};
    cell.group = line.crate - 1;
    cell.article = index;
    cell.asked = cell.base = amount(article, line.asked);
    cell.tolerance = Quantity();
    // 10^-9 of the price times 10^-6 of the unit, in 10^-18.
    cell.price =
        FinePrice{static_cast<Wide>(article.unit_price->units()) * cell.base->units() * 1000};
    const OnCell on{cell.id, cell.base, {}};
    if (line.given.value_or(0) > 0) {
      if (article.unit.meaning.is_mass())
        day_.entries.push_back(Weighed{on, grams(*line.given), {}, grams(2)});
      else
        day_.entries.push_back(Counted{on, whole_units(*line.given)});
    }
    if (line.cause) day_.entries.push_back(ShortfallNoted{on, *line.cause});
    order.cells.push_back(std::move(cell));
  }

  static Quantity amount(const OrderArticle& article, std::int64_t count) {
    return article.unit.meaning.is_mass() ? Quantity(count * 1000) : whole_units(count);
  }

  DemoDay day_;
  std::vector<std::string> ordergroups_;
};

}  // namespace

Result<DemoDay> read_demo_day(const std::string& content) {
  try {
    return Builder().read(toml::parse(content));
  } catch (const toml::parse_error& error) {
    return fail(Fault::damaged,
                "the demo's day cannot be read: " + std::string(error.description()));
  }
}

Result<DemoDay> shipped_demo_day() {
  return read_asset("demo/day.toml").and_then([](const std::string& t) {
    return read_demo_day(t);
  });
}

}  // namespace kiosk
