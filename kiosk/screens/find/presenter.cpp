#include "kiosk/screens/find/presenter.hpp"

#include <algorithm>

#include "domain/sort_name.hpp"
#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"

namespace screens::find {
namespace {

constexpr std::size_t most_letters = 2;

}  // namespace

std::string letters_of(std::string_view name) {
  std::string letters;
  for (const char c : domain::sort_name(name))
    if (c >= 'A' && c <= 'Z') letters += c;
  return letters;
}

Presenter::Presenter(Desk& desk) : desk_(desk) { refresh(); }

void Presenter::refresh() {
  state_.frame = desk_.frame();
  collect();
  search();
}

void Presenter::collect() {
  const domain::Day& day = desk_.day();
  const auto& matrix = desk_.matrix();
  all_.clear();
  for (int c = 0; c < matrix.columns(); ++c) {
    const std::string& name = matrix.column(c).ordergroup;
    all_.push_back({letters_of(name), {Hit::ordergroup, name, {}, desk_.crate(name)}, c});
  }
  const auto articles = static_cast<std::ptrdiff_t>(all_.size());
  for (int r = 0; r < matrix.rows(); ++r) {
    const domain::ArticlePlace at = matrix.row(r);
    const std::string& name = day.article(at).name;
    const std::string& supplier = day.orders()[static_cast<std::size_t>(at.order)].supplier;
    all_.push_back({letters_of(name), {Hit::article, name, supplier, 0}, r});
  }
  std::stable_sort(all_.begin() + articles, all_.end(), [](const Named& a, const Named& b) {
    return domain::name_before(a.hit.name, b.hit.name);
  });
}

void Presenter::search() {
  state_.hits.clear();
  state_.leads = {};
  found_.clear();
  // After both letters the keys stand for other second letters.
  const std::string before = state_.letters.substr(0, most_letters - 1);
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Named& named = all_[i];
    if (named.letters.starts_with(before) && named.letters.size() > before.size())
      state_.leads[static_cast<std::size_t>(named.letters[before.size()] - 'A')] = true;
    if (state_.letters.empty() || !named.letters.starts_with(state_.letters)) continue;
    found_.push_back(i);
    state_.hits.push_back(named.hit);
  }
}

// At its first open cell, where there is one.
void Presenter::open(const Named& named) {
  const auto& matrix = desk_.matrix();
  const bool column = named.hit.kind == Hit::ordergroup;
  std::optional<domain::CellPlace> found;
  const int cells = column ? matrix.rows() : matrix.columns();
  for (int i = 0; i < cells; ++i) {
    const auto at = column ? matrix.at(i, named.place) : matrix.at(named.place, i);
    if (!at) continue;
    if (!found) found = at;
    if (desk_.day().state(*at) != domain::CellState::to_do) continue;
    found = at;
    break;
  }
  desk_.go(AtMatrix{found ? desk_.day().cell(*found).id : domain::CellId{}});
}

void Presenter::act(const Action& action) {
  std::visit(Overloaded{
                 [&](ui::HeaderTap tap) { follow_header(desk_, tap); },
                 [&](Letter tapped) {
                   if (state_.letters.size() == most_letters) state_.letters.pop_back();
                   state_.letters += tapped.letter;
                   search();
                 },
                 [&](Delete) {
                   if (!state_.letters.empty()) state_.letters.pop_back();
                   search();
                 },
                 [&](Open tapped) { open(all_[found_[tapped.hit]]); },
             },
             action);
}

}  // namespace screens::find
