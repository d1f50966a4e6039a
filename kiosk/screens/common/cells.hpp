// What matrix, whole day and crate say alike: the amount and the shape of a cell, whether what
// arrived of an article suffices, and the next step. Values from the day, without words; the view
// puts them into words. UI thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/day.hpp"
#include "kiosk/screens/desk.hpp"
#include "kiosk/ui/button.hpp"
#include "kiosk/ui/glyphs.hpp"

namespace screens {

// As it is shown: a weight where the unit is known as a mass, else so many of the server's unit.
using Amount = std::variant<domain::Weight, domain::Quantity>;
Amount amount_of(domain::Quantity quantity, const domain::UnitMeaning& meaning);
// What a cell has; weights as they were weighed, not by way of the rounded quantity.
Amount given_of(const domain::CellFigures& figures, const domain::UnitMeaning& meaning);
// "1 250 g", "12,400 kg"; counted units all read "pc" where there is no room for their names.
std::string short_text(const ui::Ui& ui, const Amount& amount);
// The same with fewer decimals of a kilogram, as many as fit into `room`; never cut.
std::string short_text(const ui::Ui& ui, const Amount& amount, float room, const ui::Style& style);

// The state of a cell as colour and shape. A begun cell has something, but not enough yet, and no
// shortfall is noted.
enum class Mark { to_do, begun, good, shortfall, absent, over };
Mark mark_of(domain::CellState state, bool something_given);
Mark mark_of(const domain::Day& day, domain::CellPlace at);

// Whether what arrived of an article suffices for its cells. The gravest that holds.
struct Supply {
  enum Kind {
    unknown,    // nobody told what arrived
    enough,     // so far
    noted,      // a cell's shortfall is noted; lack: what those cells miss
    will_lack,  // the open cells ask for more than is left; lack: by how much
  } kind = unknown;
  domain::Quantity lack;
  bool finished = false;  // no open cell
};
Supply supply_of(const domain::Day& day, domain::ArticlePlace at);

// The accent of these screens.
struct NextStep {
  enum Kind { weigh, count, ask_unit, all_done, no_cells, day_over } kind = no_cells;
  domain::CellId cell;
  std::string article, ordergroup;
  std::optional<Amount> asked;
};
NextStep step_to(const Desk& desk, std::optional<domain::CellPlace> cell);
// Where it leads; nothing where it cannot be taken.
std::optional<Place> place_of(const NextStep& step, const Desk& desk);
// Weighing or counting a cell; what its unit means is asked first where nobody knows.
Place place_of(const domain::Day& day, domain::CellPlace at);
// `second` is the line below the verb; the ordergroup where it is empty.
ui::Accent accent_of(const ui::Ui& ui, std::string_view name, const NextStep& step,
                     const std::string& second = {});
// An accent that says a name from outside, cut where it must be.
ui::Accent named_accent(const ui::Ui& ui, std::string_view name, ui::Icon icon,
                        const std::string& text, const std::string& second);

}  // namespace screens
