// What every screen shows around its work: who is here and the three lamps. Filled by the app,
// drawn by the view; plain values.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/header.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens {

enum class Health { good, fault, absent };  // absent: none configured, no lamp
// The third lamp, where a server is configured; without one it counts what is to export.
enum class ServerLamp { absent, good, busy, fault };

struct Frame {
  std::string person;  // empty: nobody yet
  Health scale = Health::good;
  Health printer = Health::good;
  long waiting_labels = 0;  // what the queue has not taken
  long to_export = 0;       // entries since the last export
  ServerLamp server = ServerLamp::absent;
  long to_send = 0;  // cells whose figure the server does not have yet
};

struct Heading {
  bool back = true;
  std::string title = {};
  std::string note = {};
  ui::Profile note_from = ui::Profile::extra;
  std::string middle = {};
};

std::optional<ui::HeaderTap> draw_header(ui::Ui& ui, ui::Rect& area, const Frame& frame,
                                         const Heading& heading);

}  // namespace screens
