// Everything that is tapped: quiet buttons, small keys, and the action bar with its one accent.
// A button registers its target, draws itself, darker while held, and says whether it was tapped.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/glyphs.hpp"
#include "kiosk/ui/ui.hpp"

namespace ui {

enum class Layout { column, row };
enum class Fill { surface, sunk };
enum class Chosen { no, yes };

struct Button {
  std::string_view name;   // of the target
  Icon icon = Icon::none;  // above or before the words; or a glyph
  Glyph glyph = Glyph::none;
  std::string text = {};    // semibold; at most two lines, line ends are part of the text
  std::string second = {};  // quiet line below
  float apart = 0;          // between mark and lines; then the second line is in ink. 0: as usual
  Size size = Size::small;
  Layout layout = Layout::column;
  bool leads = false;          // in a row: words at the left, the icon at the right edge
  float icon_size = 0;         // in u; 0: the bar's
  bool enabled = true;         // disabled: sunk, quiet
  Chosen chosen = Chosen::no;  // ink frame
  Fill back = Fill::surface;
  std::string_view group = {};
};

bool button(Ui& ui, const Rect& rect, const Button& button);

// Small button of the work zone: icon, words, as wide as they need.
float key_width(const Ui& ui, const Button& button);
bool key(Ui& ui, const Rect& rect, const Button& button);

struct Accent {
  std::string_view name;
  Icon icon = Icon::check;
  std::string text = {};  // a verb, and a number; when disabled: why not
  std::string second = {};
  bool enabled = true;
  Fit second_fit = Fit::shrink;  // ellipsis where it bears a name from outside
};

// The bar at the bottom. It cuts itself off `area`; the buttons come in the order they are called,
// from the left; the accent has the same rectangle on every screen.
class Bar {
 public:
  // How many quiet buttons and pairs of paging keys there will be.
  struct Plan {
    int buttons = 0;
    int pairs = 0;
  };
  Bar(Ui& ui, Rect& area, Plan plan);

  bool button(const Button& button);
  // Two keys over one word. 0: none, 1: the first was tapped, 2: the second.
  struct PairKey {
    std::string_view name;
    Icon icon;
    bool enabled = true;
  };
  int pair(const PairKey& first, const PairKey& second, const std::string& word);
  bool accent(const Accent& accent);
  // What is left between the buttons and the accent, e.g. for a legend.
  Rect rest() const { return left_; }

 private:
  Ui& ui_;
  Rect left_, accent_;
  float width_ = 0;
};

// The accent alone, for a screen without a bar (number pad): `area` is where the bar would be.
Rect accent_place(const Ui& ui);
bool accent(Ui& ui, const Rect& rect, const Accent& accent);
// The width that its words have beside its icon.
float accent_room(const Ui& ui);

}  // namespace ui
