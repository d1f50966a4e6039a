// A list: card with rows, ▲▼ keys that page, and a finger that drags. Only visible rows are drawn.
// Where it stands is kept by its name; when `current` changes, that row is brought into view.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kiosk/ui/button.hpp"
#include "kiosk/ui/ui.hpp"

namespace ui {

// Where its paging keys stand: below the card, or drawn by the screen (list_pages).
enum class PagingKeys { below, elsewhere };
enum class Stretch { no, rows };  // rows: they fill the height, where all fit or a page is full

struct List {
  std::string_view name;  // of the list; also the group of its rows' targets
  long count = 0;
  float row = 0;  // least height; 0: the profile's
  long current = -1;
  Stretch stretch = Stretch::rows;
  std::string_view up = "list.up", down = "list.down";  // names of the paging keys
  PagingKeys keys = PagingKeys::below;
};

struct Row {
  long index;
  Rect rect;
  bool current;
  Corners corners;
};

using DrawRow = std::function<void(const Row&)>;
// The name of a row's target, for scripts that look for one scrolled out. May be empty.
using RowName = std::function<std::string(long)>;

// Draws `count` rows into `area`; the paging keys stand below the card when not all fit.
void list(Ui& ui, Rect area, const List& list, const DrawRow& draw, const RowName& name_of = {});

// Where a list with its keys elsewhere stood in the last frame: which of its keys lead somewhere.
struct Pages {
  bool up = false, down = false;
};
Pages list_pages(Ui& ui, std::string_view name);
// One of them was tapped: -1 up, +1 down.
void turn_list(Ui& ui, std::string_view name, int pages);

// Registers a row as a target and draws its ground: sunk with an ink bar when current, darker when
// held. A row that is only looked at calls row_ground instead.
Press row_target(Ui& ui, const Row& row, std::string_view name, std::string_view text,
                 std::string_view group);
void row_ground(Ui& ui, const Row& row);

// "1 à 6 sur 12" between two keys. -1: up was tapped, +1: down, 0: none.
struct Pager {
  std::string_view up, down;
  long first, last, count;  // shown rows, from 1
};
int pager(Ui& ui, const Rect& rect, const Pager& pager);

// A white card with a hairline around it.
void card(Ui& ui, const Rect& rect);

}  // namespace ui
