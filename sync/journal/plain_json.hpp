// A quick way through the JSON that this program writes itself: one object without blanks, plain
// ASCII without escapes, short whole numbers. Anything else, good or bad, is left to FlatJson's
// strict reader. Pure.
#pragma once

#include <string_view>

namespace journal {

class FlatJson;

// False where it is not of that kind; then `into` holds nothing of worth.
bool read_plain(std::string_view json, FlatJson& into);

}  // namespace journal
