// The sheet that the person in the header opens: ways to go, and how this station looks and sounds.
#pragma once

#include <variant>

#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/desk.hpp"

namespace screens::person {

struct State {
  Frame frame;
  ui::Settings look;
  Sound sound = Sound::on;
  HandsFull hands_full = HandsFull::off;
};

enum class Way { back, change_person, gestures, overview, matrix };
struct Speak {
  ui::Language language;
};
enum class Toggle { size, light, sound, hands_full };
struct FollowHeader {
  ui::HeaderTap tap;
};
using Action = std::variant<Way, Speak, Toggle, FollowHeader>;

}  // namespace screens::person
