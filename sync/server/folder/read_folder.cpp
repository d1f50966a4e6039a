#include "sync/server/folder/read_folder.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

#include "domain/unit.hpp"
#include "sync/server/folder/page_files.hpp"
#include "sync/server/foodsoft/build_order.hpp"
#include "sync/server/foodsoft/order_notes.hpp"
#include "sync/server/foodsoft/same_page.hpp"

namespace server {

namespace {

using domain::Fault;
using domain::OrderKind;
using domain::ServerState;

template <class Page>
struct Found {
  std::string file;
  Page page;
};

struct OrderFiles {
  std::vector<Found<GroupsPage>> groups;
  std::vector<Found<ArticlesPage>> articles;
  std::vector<Found<ReceivePage>> receive;

  std::string names() const {
    std::string all;
    const auto add = [&all](const auto& found) {
      for (const auto& one : found) all += (all.empty() ? "" : ", ") + one.file;
    };
    add(groups);
    add(articles);
    add(receive);
    return all;
  }
};

Refusal refusal(const std::string& file, Fault fault, const std::string& why) {
  return {file, {fault, domain::collapse_blanks(why)}};
}

// The first of pages that all tell the same, or the refusal of the order.
template <class Page>
tl::expected<const Page*, Refusal> one_of(const std::vector<Found<Page>>& found,
                                          const std::string& order) {
  if (found.empty()) return nullptr;
  for (const auto& other : found)
    if (const auto what = difference(found.front().page, other.page))
      return tl::unexpected(refusal(found.front().file + ", " + other.file, Fault::page_torn,
                                    order + " is left out: " + found.front().file + " and " +
                                        other.file + " contradict each other in " + *what +
                                        "; keep the newer one, then import again"));
  return &found.front().page;
}

// Pages with fields tell results with all decimals: they come first.
void sort_best_first(std::vector<Found<GroupsPage>>& found) {
  std::stable_partition(found.begin(), found.end(), [](const Found<GroupsPage>& one) {
    return std::any_of(one.page.cells.begin(), one.page.cells.end(),
                       [](const ShownCell& cell) { return cell.result.form != ResultForm::text; });
  });
}

tl::expected<domain::ReferenceOrder, Refusal> assemble(domain::OrderId id, OrderFiles& files) {
  const std::string order = "order " + std::to_string(id.value);
  const std::string address = "orders/" + std::to_string(id.value);
  sort_best_first(files.groups);
  OrderPages pages;
  const auto groups = one_of(files.groups, order);
  if (!groups) return tl::unexpected(groups.error());
  const auto articles = one_of(files.articles, order);
  if (!articles) return tl::unexpected(articles.error());
  const auto receive = one_of(files.receive, order);
  if (!receive) return tl::unexpected(receive.error());
  pages = {*groups, *articles, *receive};
  const auto refuse = [&](Fault fault, const std::string& why) {
    return tl::unexpected(
        refusal(files.names(), fault, order + " is left out (" + files.names() + "): " + why));
  };
  if (!pages.groups)
    return refuse(Fault::not_found, address + "?view=groups is missing; save it beside the others");
  const OrderHead& head = pages.groups->head;
  if (head.state == ServerState::open)
    return refuse(Fault::order_open,
                  "it is still open for ordering; close it in Foodsoft, then save its pages again");
  const bool needs_receive = head.kind == OrderKind::supplier && head.state != ServerState::closed;
  if (needs_receive && !pages.receive)
    return refuse(Fault::not_found, address + "/receive is missing; save it beside the others");
  if (pages.receive && !pages.receive->rows.empty() &&
      pages.receive->series != pages.groups->series)
    return refuse(Fault::page_torn, "its pages come from two servers; save them all from one");
  auto built = build_order(pages);
  if (!built) return refuse(built.error().fault, built.error().detail);
  return std::move(*built);
}

}  // namespace

domain::Result<ImportReport> read_folder(const std::filesystem::path& folder) {
  const auto files = page_files(folder);
  if (!files) return tl::unexpected(files.error());
  ImportReport report;
  std::map<domain::OrderId, OrderFiles> orders;
  for (const auto& file : *files) {
    const std::string name = file.filename().string();
    auto page = read_page_file(file);
    if (!page) {
      report.refused.push_back(
          refusal(name, page.error().fault, name + " is refused: " + page.error().detail));
      continue;
    }
    OrderFiles& of = orders[order_of(*page)];
    if (auto* groups = std::get_if<GroupsPage>(&*page))
      of.groups.push_back({name, std::move(*groups)});
    else if (auto* articles = std::get_if<ArticlesPage>(&*page))
      of.articles.push_back({name, std::move(*articles)});
    else
      of.receive.push_back({name, std::move(std::get<ReceivePage>(*page))});
  }
  std::unordered_set<domain::CellId> taken;
  for (auto& [id, of] : orders) {
    auto order = assemble(id, of);
    if (!order) {
      report.refused.push_back(order.error());
      continue;
    }
    if (const auto cell = taken_cell(*order, taken)) {
      report.refused.push_back(refusal(of.names(), Fault::refused,
                                       "order " + std::to_string(id.value) + " is left out (" +
                                           of.names() + "): its cell " +
                                           std::to_string(cell->value) +
                                           " stands in another order too, so they come from two "
                                           "servers; import them into two days"));
      continue;
    }
    if (auto note = note_on(*order)) report.notes.push_back(std::move(*note));
    report.orders.push_back(std::move(*order));
  }
  return report;
}

}  // namespace server
