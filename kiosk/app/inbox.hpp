// Values that other threads have for the UI thread. post() from any thread; take_all() from the UI
// thread. The wake is called only when the inbox goes from empty to not empty, with no lock held.
#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace kiosk {

template <class Event>
class Inbox {
 public:
  explicit Inbox(std::function<void()> wake = [] {}) : wake_(std::move(wake)) {}

  void post(Event event) {
    bool first = false;
    {
      const std::lock_guard lock(mutex_);
      first = events_.empty();
      events_.push_back(std::move(event));
    }
    if (first) wake_();
  }

  std::vector<Event> take_all() {
    const std::lock_guard lock(mutex_);
    return std::exchange(events_, {});
  }

 private:
  const std::function<void()> wake_;
  std::mutex mutex_;
  std::vector<Event> events_;
};

}  // namespace kiosk
