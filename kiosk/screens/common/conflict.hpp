// A conflict as two screens show it: ours, the server's and the base side by side, and the choice.
#pragma once

#include <optional>
#include <string>

#include "kiosk/screens/common/named_amount.hpp"
#include "kiosk/screens/desk.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens {

struct ConflictCard {
  domain::CellId cell;
  std::optional<domain::OrderArticleId> article;
  std::string ordergroup, name;
  Conflict::Why why = Conflict::changed;
  bool two_stations = false;
  NamedAmount ours;
  std::optional<NamedAmount> server{}, base{};
  std::string by;       // who weighed ours last; empty where nobody said
  std::string seen_at;  // "11:20"
};
ConflictCard card_of(Desk& desk, const Conflict& conflict);

// What was tapped on it: a choice, or the way to the cell's own screen.
struct Choose {
  domain::CellId cell;
  Take take = Take::ours;
};
struct OpenCellOf {
  domain::CellId cell;
};

// "conflict.80.ours".
std::string conflict_target(std::int64_t id, Take take);
// "changed meanwhile on the server".
std::string why_text(const ui::Ui& ui, const ConflictCard& card);

float conflict_card_height(const ui::Ui& ui);
// Its frame, its head (what and how many) and three columns.
struct ConflictTap {
  std::optional<Take> take;
  bool open_cell = false;
};
ConflictTap draw_conflict(ui::Ui& ui, const ui::Rect& rect, const ConflictCard& card,
                          const std::string& head);

// The framed card of a question above a list: head, and where its columns go.
ui::Rect draw_question_card(ui::Ui& ui, const ui::Rect& rect, const std::string& head,
                            const std::string& note);
// A large button of such a card: a quiet word over what it does.
struct CardButton {
  std::string_view name;
  std::string over, text;
  bool enabled = true;
};
bool draw_card_button(ui::Ui& ui, const ui::Rect& rect, const CardButton& button);
// Its three columns: two buttons and what only informs.
struct CardColumns {
  ui::Rect first, second, third;
};
CardColumns card_columns(const ui::Ui& ui, ui::Rect rect);

}  // namespace screens
