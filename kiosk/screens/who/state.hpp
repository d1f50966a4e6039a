// Who is at this station: names to tap, languages in their own words, the last person goes on.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/common/named_amount.hpp"
#include "kiosk/screens/common/resume.hpp"
#include "kiosk/ui/texts.hpp"

namespace screens::who {

struct Person {
  int number;  // of the configuration, from 1
  std::string name;
};

struct Gesture {
  std::string ordergroup;
  NamedAmount amount;
};

struct State {
  Frame frame;
  std::string station;
  std::vector<Person> people;  // by name
  std::size_t page = 0;
  std::string last;  // who was here last; empty: nobody yet
  std::optional<Resume> resume;
  std::vector<Gesture> gestures;  // the last ones here, oldest first
  std::string left_at;            // when the last of them was
  ui::Language language = ui::Language::fr;
};

struct Choose {
  std::string name;
};
struct Continue {};
struct Page {
  int by;
};
struct Speak {
  ui::Language language;
};
struct OpenLamp {
  ui::HeaderTap tap;
};
using Action = std::variant<Choose, Continue, Page, Speak, OpenLamp>;

}  // namespace screens::who
