// When the next request may start: at most 5 whole pages a second, and after a time-out a pause as
// long again, since the server goes on computing what nobody waits for any more (foodsoft.md 14.5,
// "cancelled pulls"). Pure: times in, times out.
#pragma once

#include <chrono>

namespace server {

class Pace {
 public:
  using Time = std::chrono::steady_clock::time_point;
  using Span = std::chrono::milliseconds;

  explicit Pace(Span between_pages) : between_pages_(between_pages) {}

  // When a whole page asked for at `now` may start; that time is taken.
  Time page(Time now);
  // When any other request may start.
  Time other(Time now) const { return now < quiet_until_ ? quiet_until_ : now; }
  // A request that began `waited` ago was given up at `now`.
  void gave_up(Time now, Span waited) { quiet_until_ = now + waited; }

 private:
  Span between_pages_;
  Time next_page_{}, quiet_until_{};
};

}  // namespace server
