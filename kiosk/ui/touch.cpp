#include "kiosk/ui/touch.hpp"

#include <algorithm>

namespace ui {

TouchQueue::Finger TouchQueue::next() {
  // Moves of a held finger merge; a press or a release always gets a frame of its own.
  while (pending_.size() > 1 && finger_.down && pending_[0].down && pending_[1].down)
    pending_.pop_front();
  if (lifting_) {  // the frame after a release: no finger
    finger_ = {};
    lifting_ = false;
  } else if (!pending_.empty()) {
    const Touch touch = pending_.front();
    pending_.pop_front();
    lifting_ = finger_.down && !touch.down;  // the release frame itself still needs the position
    finger_.down = touch.down;
    finger_.at.reset();
    if (touch.down || lifting_) finger_.at = Point{touch.x, touch.y};
  }
  return finger_;
}

const Target* TouchTargets::find(std::string_view name) const {
  const auto it = std::find_if(all_.begin(), all_.end(), [&](const Target& target) {
    return target.name == name ||
           std::find(target.also.begin(), target.also.end(), name) != target.also.end();
  });
  return it == all_.end() ? nullptr : &*it;
}

}  // namespace ui
