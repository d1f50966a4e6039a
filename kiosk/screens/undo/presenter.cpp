#include "kiosk/screens/undo/presenter.hpp"

#include <array>

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::undo {
namespace {

constexpr std::size_t last_ones = 5;

std::optional<GestureRow> cell_row(const domain::Day& day, const domain::Entry& entry) {
  const auto* on = domain::on_cell(entry.body);
  const auto at = on ? day.find(on->cell) : std::nullopt;
  if (!at) return std::nullopt;
  GestureRow row{
      entry.ref, {}, entry.person, day.ordergroup(*at), day.article(day.article_of(*at)).name,
      {},        {}};
  if (const auto* weighed = std::get_if<domain::Weighed>(&entry.body)) {
    row.amount = weighed->net;
    row.kind = weighed->typed == domain::Typed::yes ? Kind::typed : Kind::weighed;
  } else if (const auto* counted = std::get_if<domain::Counted>(&entry.body)) {
    row.amount = named_amount(day, *at, counted->pieces);
    row.kind = counted->typed == domain::Typed::yes ? Kind::typed : Kind::counted;
  } else {
    row.kind = Kind::shortfall;
  }
  return row;
}

std::optional<GestureRow> received_row(const domain::Day& day, const domain::Entry& entry) {
  const auto* received = std::get_if<domain::Received>(&entry.body);
  const auto at = received ? day.find(received->article) : std::nullopt;
  if (!at) return std::nullopt;
  GestureRow row{entry.ref, {}, entry.person, {}, day.article(*at).name, {}, Kind::received};
  if (const auto* weight = std::get_if<domain::Weight>(&received->amount))
    row.amount = *weight;
  else
    row.amount = Pieces{std::get<domain::Quantity>(received->amount), day.article(*at).unit.name};
  return row;
}

}  // namespace

void Presenter::refresh() {
  state_.frame = desk_.frame();
  state_.resume = resume_of(desk_);
  state_.rows.clear();
  const auto& day = desk_.day();
  const auto entries = desk_.entries();
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (state_.shown == Shown::last && state_.rows.size() == last_ones) break;
    if (day.undoable(entry->ref) != domain::Day::Undoable::yes) continue;
    auto row = cell_row(day, *entry);
    if (!row) row = received_row(day, *entry);
    if (!row) continue;
    row->at = desk_.clock(entry->at);
    state_.rows.push_back(std::move(*row));
  }
}

void Presenter::act(const Action& action) {
  std::visit(Overloaded{[this](const Undo& u) { undo(u.ref); },
                        [this](const ShowAll&) {
                          state_.shown = state_.shown == Shown::all ? Shown::last : Shown::all;
                          refresh();
                        },
                        [this](const Resumed&) {
                          if (state_.resume)
                            desk_.work_on(state_.resume->cell);
                          else
                            desk_.back();
                        },
                        [this](const FollowHeader& header) { follow_header(desk_, header.tap); }},
             action);
}

void Presenter::undo(const domain::EntryRef& ref) {
  const std::array<domain::Body, 1> bodies{domain::Undone{ref}};
  const auto saved = desk_.save(bodies);
  state_.failed = saved ? std::nullopt : std::optional(saved.error().fault);
  refresh();
}

}  // namespace screens::undo
