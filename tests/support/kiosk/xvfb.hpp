// An X server without a screen, on a display of its own choice, for as long as the object lives;
// DISPLAY names it meanwhile.
#pragma once

#include <sys/types.h>

#include <string>

namespace support {

class Xvfb {
 public:
  Xvfb(int width, int height);  // throws when it does not start
  ~Xvfb();
  Xvfb(const Xvfb&) = delete;
  Xvfb& operator=(const Xvfb&) = delete;
  const std::string& display() const { return display_; }

 private:
  pid_t pid_ = -1;
  std::string display_;
};

}  // namespace support
