// Expected failures are values. A function that can fail for a reason outside this program (a page,
// a person, a disk, a device) returns Result; a broken promise inside it calls ensure() and stops.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace domain {

// What went wrong, for code and for the sentence in a person's language (kiosk/ui/texts).
enum class Fault {
  bad_value,      // text that is no number, a line or file that breaks its format
  refused,        // well-formed, but against a rule of the field
  not_found,      // a cell, day, template, port that is not there
  ambiguous,      // two candidates, nobody has chosen
  page_torn,      // a page that ends too early or whose sums disagree
  page_foreign,   // a page of another kind than the one needed
  page_hostile,   // a page beyond the size, depth or shape that a server makes
  order_open,     // the order is still being ordered from
  damaged,        // a file that was ours and no longer holds together
  newer_version,  // a file written by a newer Romaine
  busy,           // another process has it
  no_rights,      // the system says no
  disk_full,
  device_gone,  // unplugged, switched off, unreachable
  device_silent,
  interrupted,  // this program is told to end
  io,  // any other failure of disk, line or network
};

struct Error {
  Fault fault;
  std::string detail;  // one clear English sentence: what happened, what is safe, what to do
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Fault fault, std::string detail) {
  return tl::unexpected<Error>(Error{fault, std::move(detail)});
}

// For promises between parts of this program. Logs the place and stops the process; the journal
// brings the screen back where it was.
void ensure(bool holds, const char* promise);

}  // namespace domain
