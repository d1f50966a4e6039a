#include "kiosk/screens/differences/presenter.hpp"

#include <algorithm>

#include "kiosk/screens/common/cell_work.hpp"
#include "kiosk/screens/common/overloaded.hpp"
#include "kiosk/screens/common/server_words.hpp"

namespace screens::differences {

Presenter::Presenter(Desk& desk) : desk_(desk), server_(server_of(desk)) { refresh(); }

void Presenter::refresh() {
  state_.frame = desk_.frame();
  const auto waits = [this](const CellRow& row) {
    const auto& conflicts = server_.plan().conflicts;
    return std::any_of(conflicts.begin(), conflicts.end(),
                       [&](const Conflict& c) { return c.cell == row.card.cell; });
  };
  // What vanished without a choice of ours was settled elsewhere.
  std::erase_if(cells_, [&](const CellRow& row) { return !row.taken && !waits(row); });
  for (const Conflict& conflict : server_.plan().conflicts) {
    const auto same = std::find_if(cells_.begin(), cells_.end(), [&](const CellRow& row) {
      return row.card.cell == conflict.cell;
    });
    if (same == cells_.end())
      cells_.push_back({card_of(desk_, conflict), std::nullopt});
    else
      *same = {card_of(desk_, conflict), std::nullopt};
  }
  arrange();
}

// By article, the articles in the order in which their first cell came up.
void Presenter::arrange() {
  state_.rows.clear();
  state_.open = state_.settled = 0;
  std::vector<bool> placed(cells_.size());
  const auto same_number = [this](std::int64_t id) {
    return std::any_of(cells_.begin(), cells_.end(),
                       [id](const CellRow& row) { return row.card.cell.value == id; });
  };
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    (cells_[i].taken ? state_.settled : state_.open) += 1;
    if (placed[i]) continue;
    std::vector<Row> rows;
    const auto& article = cells_[i].card.article;
    for (std::size_t j = i; j < cells_.size(); ++j) {
      if (j != i && (!article || cells_[j].card.article != article)) continue;
      placed[j] = true;
      rows.emplace_back(cells_[j]);
    }
    if (rows.size() > 1) {
      const std::string number = std::to_string(article->value);
      state_.rows.emplace_back(
          ArticleRow{*article, cells_[i].card.name, static_cast<long>(rows.size()),
                     (same_number(article->value) ? "conflict.article." : "conflict.") + number});
    }
    state_.rows.insert(state_.rows.end(), rows.begin(), rows.end());
  }
}

void Presenter::choose(domain::CellId cell, Take take) {
  const auto saved = server_.take(cell, take);
  state_.not_saved = saved ? std::nullopt : std::optional(saved.error().fault);
  if (!saved) return;
  for (CellRow& row : cells_)
    if (row.card.cell == cell) row.taken = take;
}

void Presenter::choose_all(domain::OrderArticleId article, Take take) {
  const auto saved = server_.take(article, take);
  state_.not_saved = saved ? std::nullopt : std::optional(saved.error().fault);
  if (!saved) return;
  for (CellRow& row : cells_)
    if (row.card.article == article) row.taken = take;
}

void Presenter::act(const Action& action) {
  std::visit(
      Overloaded{[this](const Choose& chosen) { choose(chosen.cell, chosen.take); },
                 [this](const ChooseAll& chosen) { choose_all(chosen.article, chosen.take); },
                 [this](const Done&) { desk_.back(); },
                 [this](const FollowHeader& header) { follow_header(desk_, header.tap); }},
      action);
  refresh();
}

}  // namespace screens::differences
