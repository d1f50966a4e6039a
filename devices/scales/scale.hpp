// A scale that is being listened to: serial (serial_scale.hpp), simulated (simulated_scale.hpp), or
// a fake of the tests. Owned by whoever opened it. Each real one has a thread of its own, started
// by start() and ended by stop(); everything it has to say goes through the Post given when it was
// made.
#pragma once

#include <functional>

#include "domain/reading.hpp"

namespace scales {

// Called on the scale's own thread, with no lock held, at every frame and at every change of
// trouble (a silent scale included). It must return at once: put the value into an inbox.
using Post = std::function<void(domain::Reading)>;

class Scale {
 public:
  virtual ~Scale() = default;
  // Both from the owner's thread. Starting never fails: what is wrong comes as a Reading's trouble,
  // and is tried again until it is mended. After stop() returns, at most 200 ms later, nothing is
  // posted.
  virtual void start() = 0;
  virtual void stop() = 0;
};

}  // namespace scales
