// When a scale is asked, and which of its frames answers: the timing of a line without the line.
// Pure; times are given in. Used by listen() on its thread.
#pragma once

#include <memory>
#include <optional>

#include "devices/scales/profiles.hpp"
#include "domain/reading.hpp"

namespace scales {

class Conversation {
 public:
  Conversation(const Profile& profile, domain::Moment frame_timeout,
               std::unique_ptr<Decoder> decoder);

  // Whether the profile's request is to be sent now; then call asked().
  bool ask_due(domain::Moment now) const;
  void asked(domain::Moment now);
  void received(Bytes bytes, domain::Moment now, Events& out);
  // Time-outs: of a frame, of a reply, and of what may still be repeated. A few times a second.
  void tick(domain::Moment now, Events& out);
  // Whether this event is a reading: of a scale that is asked, only the first after each request. A
  // late or doubled answer is none (scales.md F-24).
  bool counts(const ScaleEvent& event);

 private:
  enum class State { ready, awaiting, quieting };

  bool polled() const { return !profile_.request.empty(); }

  const Profile& profile_;
  domain::Moment frame_timeout_;
  std::unique_ptr<Decoder> decoder_;
  State state_ = State::ready;
  domain::Moment since_{0};  // when awaiting or quieting began
  std::optional<domain::Moment> next_ask_;
  std::optional<domain::Moment> heard_at_;
  bool idle_told_ = true;
  bool forgotten_ = true;
};

}  // namespace scales
