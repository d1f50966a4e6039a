// Zone 1 of every screen: the way back and where I am, something in the middle, who, and the lamps.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/glyphs.hpp"
#include "kiosk/ui/ui.hpp"

namespace ui {

struct Lamp {
  Glyph glyph = Glyph::good;
  std::string text = {};   // empty: no lamp
  std::string brief = {};  // said instead where the title needs the room; empty: always the text
};

struct Header {
  bool back = true;
  std::string title = {};
  std::string note = {};  // quiet, beside the title
  Profile note_from = Profile::extra;
  std::string middle = {};  // quiet; not on the compact profile, and only where there is room
  std::string person = {};  // empty: nobody yet
  Lamp scale = {}, printer = {}, server = {};
};

enum class HeaderTap { back, person, scale, printer, server };

// Cuts itself off `area`, and the space to the work zone.
std::optional<HeaderTap> header(Ui& ui, Rect& area, const Header& header);

// The work zone between header and bar: call after header() and Bar.
Rect work_zone(const Ui& ui, const Rect& area);

}  // namespace ui
