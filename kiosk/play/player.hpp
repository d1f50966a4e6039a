// Plays a script on a stage. The first line that fails is told with its number.
#pragma once

#include <iosfwd>
#include <span>

#include "kiosk/play/stage.hpp"

namespace kiosk::play {

// The program's exit code: 0, or 1 after one sentence on `errors`. `targets` goes to `out`.
int play(std::span<const Line> script, Stage& stage, Devices& devices, std::ostream& out,
         std::ostream& errors);

// The targets and named texts of a frame as contracts.md 6 writes them: a JSON array on one line.
std::string targets_json(const ui::TouchTargets& targets);

}  // namespace kiosk::play
