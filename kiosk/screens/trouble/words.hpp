// The words of the trouble screen: one sentence each for what happens, what is safe, what to do.
#pragma once

#include <string>

#include "kiosk/screens/trouble/state.hpp"

namespace screens::trouble {

struct Words {
  std::string title, happens, safe, to_do;
  bool well = false;  // no trouble at all
};
Words words_of(const State& state, const ui::Ui& ui);

}  // namespace screens::trouble
