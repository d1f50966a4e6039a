// Ctrl-C and the end of a service, for commands that talk to a server: the first SIGINT asks to
// finish what is under way, a second one or SIGTERM cuts. Make it before any other thread: it
// blocks the two signals in this thread and those that come from it, and gives them back at its
// end.
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace kiosk {

class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token finish() const { return finish_.get_token(); }
  std::stop_token cut() const { return cut_.get_token(); }

 private:
  void listen(const std::stop_token& over);

  sigset_t signals_{}, before_{};
  std::stop_source finish_, cut_;
  std::jthread listener_;
};

}  // namespace kiosk
