// What the screens of the live server say alike: troubles in a person's language, amounts of cells
// that may no longer be there, and one row "whose, what, before → after".
#pragma once

#include <optional>
#include <string>

#include "kiosk/screens/common/named_amount.hpp"
#include "kiosk/screens/desk.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens {

// The desk's server, which is there wherever one of these screens is.
ServerDesk& server_of(Desk& desk);

// The third lamp of the header.
void fill_lamp(Frame& frame, const ServerStatus& status);

// A fault of the server as two sentences.
struct ServerSentence {
  std::string happened, to_do;
};
ServerSentence sentence_of(const ui::Ui& ui, domain::Fault fault);
// Why an order takes nothing; empty where nothing is wrong.
std::string sentence_of(const ui::Ui& ui, OrderTrouble trouble);
// "3 of 40, Ferme des Aulnes".
std::string text_of(const ui::Ui& ui, const ServerRun& run);

// As the cell's article says it; a bare number where the day does not know the cell.
NamedAmount amount_in(const domain::Day& day, domain::CellId cell, domain::Quantity quantity);

// One line of a list: what was and what is, of one cell.
struct BeforeAfter {
  std::string ordergroup, article;
  std::optional<NamedAmount> before{}, after{};
};
void draw_before_after(ui::Ui& ui, const ui::Rect& rect, const BeforeAfter& row);
// The bold words over a list and the quiet ones at its right end; cuts itself off `work`.
void draw_list_head(ui::Ui& ui, ui::Rect& work, const std::string& head, const std::string& note);
// What runs: a word, how far, a bar.
float run_height(const ui::Ui& ui);
void draw_run(ui::Ui& ui, const ui::Rect& rect, const std::string& what, const ServerRun& run);
// Two paging keys of the bar for a list that has them there: -1, +1 or 0.
int draw_page_buttons(ui::Ui& ui, ui::Bar& bar, std::string_view list);

}  // namespace screens
