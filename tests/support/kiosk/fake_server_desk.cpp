#include "support/kiosk/fake_server_desk.hpp"

namespace support {
namespace {

std::string taken(std::int64_t id, screens::Take take) {
  return "take " + std::to_string(id) + (take == screens::Take::ours ? " ours" : " server");
}

}  // namespace

domain::Result<void> FakeServerDesk::take(domain::CellId cell, screens::Take take) {
  if (failure) return tl::unexpected(*failure);
  errands.push_back(taken(cell.value, take));
  std::erase_if(planned.conflicts, [&](const screens::Conflict& c) { return c.cell == cell; });
  return {};
}

domain::Result<void> FakeServerDesk::take(domain::OrderArticleId article, screens::Take take) {
  if (failure) return tl::unexpected(*failure);
  errands.push_back(taken(article.value, take));
  std::erase_if(planned.conflicts,
                [&](const screens::Conflict& c) { return c.article == article; });
  return {};
}

void FakeServerDesk::send_even_so(domain::OrderId order) {
  errands.push_back("even so " + std::to_string(order.value));
  for (auto& each : planned.orders)
    if (each.id == order) each.even_so = true;
}

void FakeServerDesk::leave_unfinished() {
  errands.push_back("leave");
  now.unfinished = false;
}

domain::Result<void> FakeServerDesk::print_receipt() {
  if (failure) return tl::unexpected(*failure);
  errands.push_back("print");
  return {};
}

}  // namespace support
