#include "kiosk/app/paper_text.hpp"

#include <algorithm>
#include <numeric>

#include "domain/sort_name.hpp"

namespace kiosk {

std::string PaperText::quantity(std::optional<domain::Quantity> q,
                                const domain::UnitMeaning& unit) const {
  if (!q) return {};
  std::string text = numbers_.quantity(*q);
  if (!unit.is_mass()) return text;
  const char mark = texts_.language() == ui::Language::en ? '.' : ',';
  auto at = text.find(mark);
  if (at == text.npos) {
    at = text.size();
    text.push_back(mark);
  }
  text.resize(std::max(text.size(), at + 4), '0');
  return text;
}

std::string PaperText::difference(std::optional<domain::Quantity> q,
                                  const domain::UnitMeaning& unit) const {
  return (q && q->units() > 0 ? "+" : "") + quantity(q, unit);
}

std::string PaperText::money(std::optional<domain::Money> m) const {
  return m ? numbers_.money(*m) : texts_.tr("unknown");
}

std::string PaperText::cause(const domain::Cause& cause) const {
  switch (cause.kind) {
    case domain::Cause::not_delivered:
      return texts_.tr("not delivered");
    case domain::Cause::damaged:
      return texts_.tr("damaged");
    case domain::Cause::short_delivery:
      return texts_.tr("delivered short");
    case domain::Cause::other:
      break;
  }
  return cause.text;
}

std::string PaperText::order_title(const domain::ReferenceOrder& order) const {
  return texts_.tr("Order {1}, {2}", std::to_string(order.id.value), order.supplier);
}

std::vector<int> groups_by_name(const domain::ReferenceOrder& order) {
  std::vector<int> groups(order.group_orders.size());
  std::iota(groups.begin(), groups.end(), 0);
  std::sort(groups.begin(), groups.end(), [&order](int a, int b) {
    return domain::name_before(order.group_orders[static_cast<std::size_t>(a)].ordergroup,
                               order.group_orders[static_cast<std::size_t>(b)].ordergroup);
  });
  return groups;
}

}  // namespace kiosk
