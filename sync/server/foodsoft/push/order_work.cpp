// What is to be sent of an order and what stops it, by the day alone.
#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "sync/server/foodsoft/push/plan.hpp"

namespace server {

namespace {

using domain::CellPlace;
using domain::Day;
using domain::OurFigure;
using domain::PushState;

const domain::ReferenceOrder& order_of(const Day& day, int order) {
  return day.orders()[static_cast<std::size_t>(order)];
}

bool stands(const OurFigure& ours, const domain::CellPush& pushed) {
  return ours.kind == OurFigure::figure && pushed.verified && pushed.verified->ours == ours.value &&
         !pushed.pending && !pushed.in_conflict && pushed.refused.empty();
}

bool chosen_since(const domain::CellPush& pushed) {
  return !pushed.taken.empty() && pushed.verified &&
         pushed.taken.back().server == pushed.verified->read &&
         pushed.taken.back().side == domain::Side::ours &&
         pushed.verified->read != pushed.verified->ours;
}

void add_name(std::vector<std::string>& names, const std::string& name) {
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

bool zero_received(const Day& day, domain::ArticlePlace at) {
  const auto& figures = day.figures(at);
  return figures.received_by == domain::ReceivedBy::entry &&
         figures.received == domain::Quantity(0);
}

std::string joined(const std::vector<std::string>& names, const char* between) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : between) + name;
  return text;
}

std::string order_named(const domain::ReferenceOrder& order) {
  return "Order " + std::to_string(order.id.value) + " (" + order.supplier + ")";
}

// The first cell with an entry that the two versions tell differently.
const domain::ReferenceCell* told_differently(const Day& day, const domain::ReferenceOrder& before,
                                              const domain::ReferenceOrder& now) {
  std::unordered_map<domain::CellId, const domain::ReferenceCell*> known;
  for (const auto& cell : now.cells) known.emplace(cell.id, &cell);
  for (const auto& cell : before.cells) {
    const auto at = known.find(cell.id);
    const auto place = day.find(cell.id);
    if (at == known.end() || !place || !day.any_standing(*place)) continue;
    const auto& old_group = before.group_orders[static_cast<std::size_t>(cell.group)];
    const auto& new_group = now.group_orders[static_cast<std::size_t>(at->second->group)];
    const auto& old_article = before.articles[static_cast<std::size_t>(cell.article)];
    const auto& new_article = now.articles[static_cast<std::size_t>(at->second->article)];
    const bool other_id = old_article.id && new_article.id && *old_article.id != *new_article.id;
    if (old_group.id != new_group.id || old_group.ordergroup != new_group.ordergroup || other_id ||
        old_article.name != new_article.name)
      return &cell;
  }
  return nullptr;
}

bool read_as_text(const domain::ReferenceOrder& order) {
  return !order.cells.empty() &&
         std::all_of(order.cells.begin(), order.cells.end(), [](const auto& cell) {
           return cell.base_certainty == domain::Certainty::about;
         });
}

// Cells whose base some version took from a page that rounds.
std::unordered_set<domain::CellId> rounded_bases(std::span<const ToldOrder> told) {
  std::unordered_set<domain::CellId> cells;
  for (const auto& version : told)
    if (read_as_text(version.order))
      for (const auto& cell : version.order.cells) cells.insert(cell.id);
  return cells;
}

}  // namespace

std::vector<int> OrderWork::articles_to_read() const {
  std::vector<int> articles;
  for (const auto& cell : cells) {
    if (!cell.open) continue;
    const int article = cell.article;
    if (std::find(articles.begin(), articles.end(), article) == articles.end())
      articles.push_back(article);
  }
  return articles;
}

OrderWork order_work(const Day& day, int order, const PushState& state,
                     std::span<const ToldOrder> told) {
  OrderWork work;
  const auto rounded = rounded_bases(told);
  const auto& reference = order_of(day, order);
  for (int c = 0; c < static_cast<int>(reference.cells.size()); ++c) {
    const CellPlace at{order, c};
    const auto& cell = reference.cells[static_cast<std::size_t>(c)];
    const auto& article = reference.articles[static_cast<std::size_t>(cell.article)];
    const auto& pushed = state.cell(cell.id);
    const OurFigure ours = domain::our_figure(day, at, pushed);
    const bool any_entry = day.any_standing(at);
    if (!any_entry) {
      ++work.untouched;
      add_name(work.untouched_articles, article.name);
      if (zero_received(day, {order, cell.article})) add_name(work.nothing_arrived, article.name);
    } else if (day.state(at) == domain::CellState::to_do) {
      work.begun.push_back(day.ordergroup(at) + ": " + article.name);
    }
    if (ours.kind == OurFigure::none) continue;
    work.cells.push_back({at, cell.article, ours, !stands(ours, pushed) || chosen_since(pushed),
                          rounded.count(cell.id) != 0});
  }
  return work;
}

std::string why_not(const Day& day, int order, std::span<const ToldOrder> told,
                    const std::string& address) {
  const auto& now = order_of(day, order);
  const std::string name = order_named(now);
  if (told.empty() || told.back().source != address)
    return name + " came from saved pages, not from " + address +
           "; nothing of it was sent; 'romaine day pull' first, then push.";
  if (read_as_text(now) && now.state != domain::ServerState::closed)
    return name +
           " was pulled with rounded results, as an account without the role finance sees "
           "them; nothing of it was sent; pull again with an account that has it.";
  bool settled = false;
  for (const auto& version : told) {
    if (version.source == address) {
      settled = settled || version.order.state == domain::ServerState::closed;
      continue;
    }
    const bool other_supplier = version.order.supplier != now.supplier;
    const auto* cell = told_differently(day, version.order, now);
    if (other_supplier || cell)
      return name + " is another one on " + address + " than in the saved pages" +
             (cell ? " (cell " + std::to_string(cell->id.value) + " differs)" : "") +
             "; nothing of it was sent; its figures are safe, give them to the treasurer as the "
             "export.";
  }
  if (settled && now.state != domain::ServerState::closed)
    return name +
           " was settled when we looked earlier and is open again; settling it once more "
           "charges everybody twice; nothing of it was sent; tell the treasurer.";
  return {};
}

std::string what_is_open(const OrderWork& work) {
  std::string text;
  if (!work.begun.empty()) text = "begun and not finished: " + joined(work.begun, "; ");
  if (!work.nothing_arrived.empty())
    text += std::string(text.empty() ? "" : ". ") +
            "nothing arrived, but not every cell says so: " + joined(work.nothing_arrived, ", ");
  return text;
}

std::string untouched_sentence(const OrderWork& work) {
  if (work.untouched == 0) return {};
  return std::to_string(work.untouched) +
         (work.untouched == 1 ? " cell nobody weighed will be charged as ordered: "
                              : " cells nobody weighed will be charged as ordered: ") +
         joined(work.untouched_articles, ", ");
}

}  // namespace server
