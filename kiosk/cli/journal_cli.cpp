#include "kiosk/cli/globals.hpp"

namespace kiosk {

void add_journal_commands(CLI::App&, const Globals&, Command&) {}

}  // namespace kiosk
