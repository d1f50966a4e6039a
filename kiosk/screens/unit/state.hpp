// What the screen shows that asks once what a unit means: the text, three answers with what the
// text says of each, the chosen one; or the number pad, for a size that the text does not tell.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/pad/calculator.hpp"
#include "kiosk/screens/unit/suggest.hpp"
#include "kiosk/ui/pad.hpp"

namespace screens::unit {

struct State {
  Frame frame;
  std::string text;
  std::string article;  // where it was met first; may be empty
  Suggestion answers;   // from the text, or typed
  domain::Measure chosen = domain::Measure::unknown;
  // What the chosen answer means; nothing while its size is not known.
  std::optional<domain::UnitMeaning> meaning() const;

  bool typing = false;  // the size of the chosen measure, on the pad
  pad::Calculator line{pad::Measures::weight};
  std::optional<domain::UnitMeaning> typed;  // what the line comes to
  std::optional<domain::Fault> failed;
};

struct Header {
  ui::HeaderTap tap;
};
struct Choose {
  domain::Measure measure;
};
struct Key {
  ui::PadKey key;
};
struct TakeTyped {};  // pad.ok
struct Save {};
using Action = std::variant<Header, Choose, Key, TakeTyped, Save>;

}  // namespace screens::unit
