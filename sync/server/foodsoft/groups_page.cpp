#include <string>
#include <unordered_map>
#include <unordered_set>

#include "domain/unit.hpp"
#include "sync/server/foodsoft/cell_fields.hpp"
#include "sync/server/foodsoft/pages.hpp"

namespace server {

namespace {

constexpr std::size_t fields_v4 = 9, fields_v5 = 8;

class GroupsReader {
 public:
  explicit GroupsReader(GroupsPage& page) : page_(page) {}

  domain::Result<void> table(Element table);

 private:
  domain::Result<void> group(Element body);
  domain::Result<void> row(Element tr);
  domain::Result<void> check_sum(const ShownGroup& group, std::size_t first_cell) const;
  int article(const RowFields& fields);

  GroupsPage& page_;
  std::unordered_map<std::string, int> articles_;
  std::unordered_set<std::int64_t> cells_, groups_;
  std::size_t width_ = 0;  // fields of a row: 9 in 4.x, 8 in 5.x
};

// The result field of 5.x names the units; articles that share name and unit text may differ there.
int GroupsReader::article(const RowFields& fields) {
  const Element input = input_named(fields.td[3], "[result]");
  const std::string name(trimmed(fields.td[0].text()));
  const std::string unit = domain::collapse_blanks(fields.td[1].text());
  std::string key = name + '\n' + unit;
  static constexpr std::string_view unit_attributes[] = {
      "data-supplier-order-unit", "data-custom-unit",           "data-default-unit",
      "data-ratio-quantity-0",    "data-ratio-unit-0",          "data-ratio-quantity-1",
      "data-ratio-unit-1",        "data-multiply-before-submit"};
  if (input)
    for (const auto attribute : unit_attributes)
      key.append(1, '\n').append(input.attribute(attribute).value_or(std::string_view{}));
  const auto [at, fresh] = articles_.try_emplace(key, static_cast<int>(page_.articles.size()));
  if (!fresh) return at->second;
  ArticleShown shown{name, unit, {}, {}, {}};
  if (input) shown.units = read_unit_facts(input);
  if (fields.count > fields_v5) shown.package = read_times(fields.td[fields_v5].text());
  shown.price_cents = read_currency(fields.td[5].text());
  page_.articles.push_back(std::move(shown));
  return at->second;
}

domain::Result<void> GroupsReader::row(Element tr) {
  const auto id = number_after(tr.id(), "goa_");
  if (!id) return torn("a row without its cell's number", place_of(tr, "groups table"));
  const std::string place = place_of(tr, "cell " + std::to_string(*id));
  const RowFields fields = fields_of(tr);
  if (width_ == 0) width_ = fields.count;
  if ((fields.count != fields_v4 && fields.count != fields_v5) || fields.count != width_)
    return torn("a row of another shape", place);
  if (!fields.td[0].has_class("name") || !fields.td[7].has_class("price"))
    return torn("a row whose fields are mixed up", place);
  if (!cells_.insert(*id).second) return torn("one cell stands twice", place);
  const auto asked = asked_of(fields.td[2], place);
  if (!asked) return tl::unexpected(asked.error());
  const auto result = result_of(fields.td[3], place);
  if (!result) return tl::unexpected(result.error());
  const auto price = price_of(fields.td[7], place);
  if (!price) return tl::unexpected(price.error());
  if (trimmed(fields.td[0].text()).empty()) return torn("an article without a name", place);
  page_.cells.push_back({domain::CellId{*id}, static_cast<int>(page_.groups.size()),
                         article(fields), *asked, *result, *price, tr.line()});
  return {};
}

// The server cuts each price at ~32 digits, we at 18: the last one may differ for each cell.
domain::Result<void> GroupsReader::check_sum(const ShownGroup& group,
                                             std::size_t first_cell) const {
  domain::FinePrice sum;
  for (std::size_t i = first_cell; i < page_.cells.size(); ++i) sum = sum + page_.cells[i].price;
  const domain::Wide off = sum.units - group.price_sum.units;
  const auto slack = static_cast<domain::Wide>(page_.cells.size() - first_cell + 1);
  if (off <= slack && off >= -slack) return {};
  return domain::fail(domain::Fault::page_torn,
                      "the prices of \"" + group.name + "\" (group order " +
                          std::to_string(group.id.value) + ") add up to " + text_of(sum) +
                          ", the page says " + text_of(group.price_sum) + "; save the page again");
}

domain::Result<void> GroupsReader::group(Element body) {
  const auto id = number_after(body.id(), "group_order_");
  const std::string place =
      place_of(body, id ? "group order " + std::to_string(*id) : "groups table");
  if (!id) {
    if (body.find("td", "price") || body.find("td", "input-delta"))
      return torn("cells without their group", place);
    return {};
  }
  if (!groups_.insert(*id).second) return torn("one group stands twice", place);
  ShownGroup group{domain::GroupOrderId{*id}, {}, {}};
  const std::size_t first_cell = page_.cells.size();
  bool named = false, summed = false;
  for (Element tr = body.first(); tr; tr = tr.next()) {
    if (!tr.is("tr")) continue;
    const Element sum = tr.find("th", "price_sum");
    const Element title = named ? Element() : tr.find("h4", "name");
    if (const Element total = tr.find("th", "total")) {
      const auto price = price_of(total, place);
      if (!price) return tl::unexpected(price.error());
      group.total = *price;
    }
    if (sum) {
      if (summed) return torn("a group with two sums", place);
      const auto price = price_of(sum, place);
      if (!price) return tl::unexpected(price.error());
      group.price_sum = *price;
      summed = true;
    } else if (title) {
      group.name = std::string(trimmed(title.text()));
      named = true;
    } else if (!tr.id().empty() || tr.find("td", "price")) {
      if (summed) return torn("a cell below its group's sum", place);
      if (const auto taken = row(tr); !taken) return taken;
    }
  }
  if (!named || group.name.empty()) return torn("a group without a name", place);
  if (!summed) return torn("a group without its sum", place);
  if (const auto checked = check_sum(group, first_cell); !checked) return checked;
  page_.groups.push_back(std::move(group));
  return {};
}

domain::Result<void> GroupsReader::table(Element table) {
  for (Element part = table.first(); part; part = part.next()) {
    if (part.is("tbody")) {
      if (const auto taken = group(part); !taken) return taken;
    } else if (part.is("thead")) {
      if (const Element tr = part.find("tr")) {
        for (Element th = tr.first(); th; th = th.next()) width_ += th.is("th") ? 1 : 0;
      }
    } else if (part.find("td", "price")) {
      return torn("cells outside a group", place_of(part, "groups table"));
    }
  }
  if (width_ != fields_v4 && width_ != fields_v5)
    return torn("a table of another shape", place_of(table, "groups table"));
  page_.series = width_ == fields_v4 ? domain::Series::v4 : domain::Series::v5;
  return {};
}

}  // namespace

domain::Result<GroupsPage> read_groups_page(GuardedPage guarded) {
  const auto html = Html::parse(guarded.html);
  if (!html) return tl::unexpected(html.error());
  Element table;
  for (Element e = html->root(); e && !table; e = e.after(html->root()))
    if (e.is("table") && e.id() == "articles_by_groups") table = e;
  if (!table) return torn("the table of groups is missing", "view=groups");
  GroupsPage page;
  auto head = read_order_head(html->root(), table);
  if (!head) return tl::unexpected(head.error());
  page.head = std::move(*head);
  if (const auto read = GroupsReader(page).table(table); !read) return tl::unexpected(read.error());
  page.units = UnitsData(std::move(guarded.units));
  return page;
}

}  // namespace server
