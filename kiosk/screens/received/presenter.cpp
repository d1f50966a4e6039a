#include "kiosk/screens/received/presenter.hpp"

#include <array>

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::received {
namespace {

using domain::Quantity;

// Kilograms only where the unit itself is a mass; a piece of 1.5 kg is received by the piece.
bool in_kilograms(const domain::UnitMeaning& meaning) {
  return meaning.is_mass() &&
         (meaning.source == domain::UnitSource::text || meaning.source == domain::UnitSource::code);
}

std::optional<NamedAmount> amount_of(const domain::Day& day, domain::ArticlePlace at,
                                     std::optional<Quantity> quantity) {
  if (!quantity) return std::nullopt;
  const auto& meaning = day.figures(at).meaning;
  if (in_kilograms(meaning)) {
    const auto weight = domain::weight_of(*quantity, meaning);
    return weight ? std::optional<NamedAmount>(*weight) : std::nullopt;
  }
  return Pieces{*quantity, day.article(at).unit.name};
}

// What the server said, whatever entries say.
std::optional<Quantity> expected_of(const domain::OrderArticle& article) {
  const auto& told = article.units_received ? article.units_received : article.units_to_order;
  if (!told || !article.per_supplier_unit) return std::nullopt;
  const auto units = article.per_supplier_unit->scale(told->units());
  return units ? std::optional(Quantity(*units)) : std::nullopt;
}

}  // namespace

Presenter::Presenter(Desk& desk, domain::OrderArticleId article) : desk_(desk) {
  if (const auto at = desk.day().find(article)) order_ = at->order;
  refresh();
  choose(article);
}

void Presenter::refresh() {
  const auto& day = desk_.day();
  state_.frame = desk_.frame();
  state_.rows.clear();
  if (day.orders().empty()) return;
  const auto& order = day.orders()[static_cast<std::size_t>(order_)];
  state_.supplier = order.supplier;
  state_.created_by = order.created_by;
  for (int a = 0; a < static_cast<int>(order.articles.size()); ++a) {
    const domain::ArticlePlace at{order_, a};
    const auto& article = day.article(at);
    if (!article.id) continue;
    ArticleRow row{*article.id, article.name, amount_of(day, at, expected_of(article)), {}, {}};
    const auto& figures = day.figures(at);
    if (figures.received_by == domain::ReceivedBy::entry)
      row.received = amount_of(day, at, figures.received);
    if (row.received && row.expected) row.difference = less(*row.received, *row.expected);
    state_.rows.push_back(std::move(row));
  }
}

void Presenter::choose(domain::OrderArticleId article) {
  for (std::size_t r = 0; r < state_.rows.size(); ++r)
    if (state_.rows[r].article == article) state_.current = r;
}

void Presenter::act(const Action& action) {
  state_.failed.reset();
  std::visit(
      Overloaded{[this](const Choose& c) { choose(c.article); }, [this](Came what) { came(what); },
                 [this](const Key& key) { press(key.key); },
                 [this](const Save&) {
                   if (state_.typed) save(NamedAmount(*state_.typed));
                 },
                 [this](const FollowHeader& header) {
                   // The arrow closes the pad first.
                   if (header.tap == ui::HeaderTap::back && state_.typing)
                     state_.typing.reset();
                   else
                     follow_header(desk_, header.tap);
                 }},
      action);
}

void Presenter::came(Came what) {
  if (state_.current >= state_.rows.size()) return;
  const ArticleRow& row = state_.rows[state_.current];
  const auto at = desk_.day().find(row.article);
  if (!at) return;
  const bool kilograms = in_kilograms(desk_.day().figures(*at).meaning);
  if (what == Came::as_expected && row.expected) return save(NamedAmount(*row.expected));
  if (what == Came::missing)
    return save(kilograms ? NamedAmount(domain::Weight())
                          : NamedAmount(Pieces{Quantity(), desk_.day().article(*at).unit.name}));
  state_.typing = pad::Calculator(kilograms ? pad::Measures::weight : pad::Measures::pieces);
  state_.typed.reset();
}

void Presenter::press(ui::PadKey key) {
  if (!state_.typing) return;
  pad::press(*state_.typing, key);
  state_.typed.reset();
  if (const auto weight = state_.typing->weight()) state_.typed = *weight;
  if (const auto count = state_.typing->quantity()) {
    const auto at = desk_.day().find(state_.rows[state_.current].article);
    if (at) state_.typed = Pieces{*count, desk_.day().article(*at).unit.name};
  }
}

void Presenter::typed(char c) {
  if (!state_.typing) return;
  if (const auto key = pad::key_of(c)) press(*key);
  if (c == '\n' && state_.typed) save(NamedAmount(*state_.typed));
}

void Presenter::save(const NamedAmount& amount) {
  const domain::OrderArticleId article = state_.rows[state_.current].article;
  domain::Received body{article, domain::Weight()};
  if (const auto* weight = std::get_if<domain::Weight>(&amount))
    body.amount = *weight;
  else
    body.amount = std::get<Pieces>(amount).number;
  const std::array<domain::Body, 1> bodies{body};
  if (const auto saved = desk_.save(bodies); !saved) {
    state_.failed = saved.error().fault;
    return;
  }
  state_.typing.reset();
  state_.typed.reset();
  refresh();
  // On to the next line that nobody has counted yet; where all are, stay.
  for (std::size_t step = 1; step <= state_.rows.size(); ++step) {
    const std::size_t next = (state_.current + step) % state_.rows.size();
    if (state_.rows[next].received) continue;
    state_.current = next;
    return;
  }
}

}  // namespace screens::received
