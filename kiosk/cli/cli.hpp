// The command line of contracts.md 1. main() calls run(); everything else of this folder declares
// options with CLI11 and hands values to plain functions.
#pragma once

namespace kiosk {

// Runs one command, or opens the kiosk where none is given. The exit code: 0 done, 1 refused or
// failed (one sentence on stderr), 2 wrong usage.
int run(int argc, char** argv);

}  // namespace kiosk
