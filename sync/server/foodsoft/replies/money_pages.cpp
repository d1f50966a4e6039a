// The treasurer's pages that Romaine reads and never writes: what settling would charge, and what
// groups have on their accounts.
#include "domain/unit.hpp"
#include "sync/server/foodsoft/cell_fields.hpp"
#include "sync/server/foodsoft/replies/replies.hpp"

namespace server {

namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

std::string_view attribute(Element e, std::string_view name) {
  return e.attribute(name).value_or(std::string_view{});
}

// The group of "/f/finance/ordergroups/5/financial_transactions".
std::optional<std::int64_t> group_in_link(std::string_view link) {
  constexpr std::string_view before = "/finance/ordergroups/", behind = "/financial_transactions";
  const auto at = link.find(before);
  if (at == link.npos || !ends_with(link, behind)) return std::nullopt;
  const auto begin = at + before.size();
  return number_after(link.substr(begin, link.size() - behind.size() - begin), "");
}

std::optional<std::int64_t> group_of_row(Element row) {
  for (Element e = row.after(row); e; e = e.after(row))
    if (e.is("a"))
      if (const auto id = group_in_link(attribute(e, "href"))) return id;
  return std::nullopt;
}

}  // namespace

domain::Result<std::vector<StoredTotal>> read_confirm_page(const GuardedPage& page,
                                                           domain::OrderId order) {
  const auto html = Html::parse(page.html);
  if (!html) return tl::unexpected(html.error());
  const std::string action = "/finance/balancing/" + std::to_string(order.value) + "/close";
  Element form;
  for (Element e = html->root(); e && !form; e = e.after(html->root()))
    if (e.is("form") && ends_with(attribute(e, "action"), action)) form = e;
  if (!form) return torn("the list of what groups will be charged is missing", "confirm");
  std::vector<StoredTotal> totals;
  for (Element e = form.after(form); e; e = e.after(form)) {
    if (!e.is("tr")) continue;
    const RowFields fields = fields_of(e);
    if (fields.count < 2) continue;
    const auto cents = read_currency(fields.td[1].text());
    if (!cents) return torn("a group's total cannot be read", place_of(e, "confirm"));
    totals.push_back({std::string(trimmed(fields.td[0].text())), domain::cents(*cents)});
  }
  return totals;
}

domain::Result<std::vector<GroupCredit>> read_credits_page(const GuardedPage& page) {
  const auto html = Html::parse(page.html);
  if (!html) return tl::unexpected(html.error());
  Element top;
  for (Element e = html->root(); e && !top; e = e.after(html->root()))
    if (e.id() == "ordergroupsTable") top = e;
  if (!top) return torn("the list of accounts is missing", "finance/ordergroups");
  std::vector<std::string> accounts;
  std::vector<GroupCredit> credits;
  for (Element e = top.after(top); e; e = e.after(top)) {
    if (e.is("th") && e.has_class("numeric")) accounts.push_back(domain::collapse_blanks(e.text()));
    if (!e.is("tr")) continue;
    const auto id = group_of_row(e);
    if (!id) continue;
    const RowFields fields = fields_of(e);
    GroupCredit credit{{*id}, domain::collapse_blanks(fields.td[0].text()), {}};
    for (std::size_t i = 0; i < fields.count; ++i) {
      if (!fields.td[i].has_class("numeric")) continue;
      const auto cents = read_currency(fields.td[i].text());
      if (!cents) return torn("what a group has cannot be read", place_of(e, credit.name));
      const std::size_t n = credit.balances.size();
      credit.balances.push_back(
          {n < accounts.size() ? accounts[n] : std::string(), domain::cents(*cents)});
    }
    credits.push_back(std::move(credit));
  }
  return credits;
}

}  // namespace server
