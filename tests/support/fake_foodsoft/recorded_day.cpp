// The order that was recorded, from the dump of its database.
#include <zlib.h>

#include <cstdlib>
#include <sstream>
#include <stdexcept>

#include "fake_foodsoft/day_maker.hpp"

namespace fake {
namespace {

using Row = std::map<std::string, std::string>;

std::string unpacked(const std::string& path) {
  gzFile file = gzopen(path.c_str(), "rb");
  if (!file) throw std::runtime_error("cannot read " + path);
  std::string text;
  char part[65536];
  for (int n = 0; (n = gzread(file, part, sizeof part)) > 0;)
    text.append(part, static_cast<std::size_t>(n));
  gzclose(file);
  return text;
}

std::vector<std::string> split(const std::string& line, char mark) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (std::size_t end; (end = line.find(mark, at)) != std::string::npos; at = end + 1)
    parts.push_back(line.substr(at, end - at));
  parts.push_back(line.substr(at));
  return parts;
}

std::vector<Row> rows_of(const std::string& text) {
  std::istringstream lines(text);
  std::string line;
  std::getline(lines, line);
  const auto names = split(line, '\t');
  std::vector<Row> rows;
  while (std::getline(lines, line)) {
    const auto values = split(line, '\t');
    Row row;
    for (std::size_t n = 0; n < names.size() && n < values.size(); ++n) row[names[n]] = values[n];
    rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<Decimal> or_null(const std::string& text) {
  if (text == "NULL") return std::nullopt;
  return Decimal::of(text);
}

Units units_in(const Row& row, bool four) {
  Units units{.text = row.at("unit")};
  if (four) {
    units.box = std::atoi(row.at("unit_quantity").c_str());
    return units;
  }
  units.supplier = row.at("supplier_order_unit");
  units.group = row.at("group_order_unit");
  units.billing = row.at("billing_unit");
  std::istringstream ratios(row.at("ratios"));
  for (std::string quantity, unit; ratios >> quantity >> unit;)
    units.ratios.push_back({Decimal::of(quantity), unit});
  return units;
}

std::string category(char letter) {
  return letter == 'L'   ? "Légumes"
         : letter == 'F' ? "Fruits"
         : letter == 'C' ? "Crémerie"
                         : "Boulangerie";
}

Article article_in(const Row& row, int order, bool four) {
  return {.id = std::atoi(row.at("order_article_id").c_str()),
          .order = order,
          .number = row.at("order_number"),
          .name = row.at("article"),
          .category = category(row.at("order_number").front()),
          .manufacturer = "Duval",
          .note = "récolte du matin",
          .units = units_in(row, four),
          .price = Decimal::of(row.at("net_price")),
          .tax = Decimal::of(row.at("tax")),
          .deposit = Decimal::of(row.at("deposit")),
          .units_to_order = Decimal::of(row.at("units_to_order")),
          .units_received = or_null(row.at("units_received"))};
}

}  // namespace

void load_recorded(Coop& coop, const std::string& data, int order) {
  const bool four = coop.four();
  const std::string path = data + (four ? "/4.9.2" : "/5.0.0-rc1") + "/truth.finished.tsv.gz";
  for (const Row& row : rows_of(unpacked(path))) {
    Article read = article_in(row, order, four);
    Article& article = coop.articles.try_emplace(read.id, read).first->second;
    const int group_order = std::atoi(row.at("group_order_id").c_str());
    coop.group_orders[group_order] = {.id = group_order,
                                      .order = order,
                                      .ordergroup = std::atoi(row.at("ordergroup_id").c_str()),
                                      .price = Decimal::of(row.at("group_order_price"))};
    const Cell cell{.id = std::atoi(row.at("goa_id").c_str()),
                    .article = article.id,
                    .group_order = group_order,
                    .quantity = Decimal::of(row.at("quantity")),
                    .tolerance = Decimal::of(row.at("tolerance")),
                    .result = or_null(row.at("result")),
                    .computed = or_null(row.at("result_computed"))};
    coop.cells[cell.id] = cell;
    article.quantity = article.quantity + cell.quantity;
    article.tolerance = article.tolerance + cell.tolerance;
  }
}

}  // namespace fake
