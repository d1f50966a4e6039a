#include "kiosk/cli/globals.hpp"

namespace kiosk {

void add_label_commands(CLI::App&, const Globals&, Command&) {}

}  // namespace kiosk
