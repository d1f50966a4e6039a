// What the screens of the work on one cell share: the cell and its crate, the others of its run in
// the walk, what comes next, what was saved last. Values, filled from the desk; the parts of the
// view that show them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/common/named_amount.hpp"
#include "kiosk/screens/desk.hpp"
#include "kiosk/ui/widgets.hpp"

namespace screens {

struct CellRow {
  long cell;
  std::string name;
  ui::Glyph state;
  NamedAmount amount;  // given, or asked while nothing is
};

struct NextCell {
  int crate;
  std::string name;
  NamedAmount asked;
};

struct SavedBag {
  std::string name;
  NamedAmount amount;
  enum Kind { bag, shortfall } kind = bag;
};

struct CellWork {
  Frame frame;
  std::string article, producer;
  long bag = 1, bags = 1;  // "bag 3 of 12"
  std::string cell;
  int crate = 0;
  std::vector<CellRow> cells;
  long current = -1;       // index in cells
  bool list_open = false;  // compact profile: the list stands over the work
  std::optional<NextCell> next;
  std::optional<SavedBag> saved;        // for 4 s after a save
  bool resumed = false;                 // back after a power cut: said for 4 s
  std::string notice;                   // what could not be done, in words of the app
  std::optional<domain::Fault> failed;  // what was tapped last could not be saved
};

// Everything of CellWork but list_open and failed.
void fill(CellWork& work, const Desk& desk, domain::CellPlace at);

// Where the header leads from the work.
void follow_header(Desk& desk, ui::HeaderTap tap);
// On to the next cell of the walk; where all are done, home.
void work_on_next(Desk& desk, domain::CellPlace after);
// Counters what was saved last, all of its transaction, and goes back to its cell.
domain::Result<void> undo_saved(Desk& desk);
// Deadlines: the sooner of two, when what was saved last vanishes, when the newest reading is no
// longer fresh.
std::optional<domain::Moment> sooner(std::optional<domain::Moment> a,
                                     std::optional<domain::Moment> b);
std::optional<domain::Moment> saved_until(const Desk& desk);
std::optional<domain::Moment> fresh_until(const Desk& desk);

// The state of a cell as a shape.
ui::Glyph shape_of(const domain::CellFigures& figures);

// "Not saved: the disk is full".
std::string not_saved(const ui::Ui& ui, domain::Fault fault);
// The strip that stands instead of a screen's own while something failed.
ui::Strip failed_strip(const ui::Ui& ui, domain::Fault fault);

enum class LineTap { none, list };
// Whose bag it is, its crate, what was asked; on the compact profile the key that opens the list.
enum class ListKey { no, yes };
LineTap draw_cell_line(ui::Ui& ui, ui::Rect line, const CellWork& work, const std::string& asked,
                       ListKey key = ListKey::yes);

// The cells of the run; the id of the one that was tapped.
std::optional<long> draw_cells(ui::Ui& ui, const ui::Rect& area, const CellWork& work);

// The header of the work: article, "bag 3 of 12".
std::optional<ui::HeaderTap> draw_work_header(ui::Ui& ui, ui::Rect& area, const CellWork& work);

bool says_saved(const CellWork& work);
// What was saved last with its undo, or what could not be done. True when undo was tapped.
bool draw_saved(ui::Ui& ui, const ui::Rect& rect, const CellWork& work);

}  // namespace screens
