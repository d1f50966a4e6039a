#include "kiosk/app/ui_door.hpp"

namespace kiosk {

bool UiDoor::ask(const std::function<void()>& what) {
  Question question{what};
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return false;
    waiting_.push_back(&question);
  }
  on_ui_thread_([this] { serve(); });
  std::unique_lock lock(mutex_);
  answered_.wait(lock, [&] { return question.done || closed_; });
  return question.done;
}

// A call that comes after its question was dropped finds nothing to do.
void UiDoor::serve() {
  Question* question = nullptr;
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) return;
    question = waiting_.front();
    waiting_.pop_front();
  }
  question->what();  // close() is of this thread too, so nobody drops it meanwhile
  {
    const std::lock_guard lock(mutex_);
    question->done = true;
  }
  answered_.notify_all();
}

void UiDoor::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    waiting_.clear();
  }
  answered_.notify_all();
}

}  // namespace kiosk
