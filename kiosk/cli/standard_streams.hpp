// The three streams that a command gets from whoever started it.
#pragma once

namespace kiosk {

// Puts /dev/null where one of the first three descriptors is closed, or the journal's own file
// would take its number and be written to by every answer. A closed output stays one that cannot be
// written. Before anything is opened.
void hold_standard_streams();

// The exit code, once all answers are out: never 0 where one could not be written.
int after_answers(int code);

}  // namespace kiosk
