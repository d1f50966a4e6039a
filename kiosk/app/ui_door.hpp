// Lets a thread beside the UI thread have something done there and wait until it is: the database
// has one owner, and a step of a push is committed before its bytes leave.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>

namespace kiosk {

class UiDoor {
 public:
  // `on_ui_thread` runs something there soon; callable from any thread.
  explicit UiDoor(std::function<void(std::function<void()>)> on_ui_thread)
      : on_ui_thread_(std::move(on_ui_thread)) {}

  // From the other thread. True once it has run; false where the door was closed before.
  bool ask(const std::function<void()>& what);
  // UI thread: nothing is answered any more, and who waits goes on.
  void close();

 private:
  void serve();

  struct Question {
    const std::function<void()>& what;
    bool done = false;
  };

  const std::function<void(std::function<void()>)> on_ui_thread_;
  std::mutex mutex_;
  std::condition_variable answered_;
  std::deque<Question*> waiting_;
  bool closed_ = false;
};

}  // namespace kiosk
