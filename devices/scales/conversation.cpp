#include "devices/scales/conversation.hpp"

namespace scales {

namespace {

using domain::Moment;

// After a reply that never came: so long a quiet before the next question, but no longer than this.
constexpr Moment quiet_before_asking{200};
constexpr Moment longest_quieting{1000};
// A load that was reported longer ago may not be repeated (scales.md 0.3).
constexpr Moment repeat_limit{1000};

// Bytes that are no frame answer nothing.
bool is_frame(const ScaleEvent& event) {
  const auto* reject = std::get_if<RejectEvent>(&event);
  return !reject || (reject->reason != Reason::garbage && reject->reason != Reason::incomplete &&
                     reject->reason != Reason::overrun);
}

}  // namespace

Conversation::Conversation(const Profile& profile, Moment frame_timeout,
                           std::unique_ptr<Decoder> decoder)
    : profile_(profile), frame_timeout_(frame_timeout), decoder_(std::move(decoder)) {}

bool Conversation::ask_due(Moment now) const {
  return polled() && state_ == State::ready && (!next_ask_ || now >= *next_ask_);
}

void Conversation::asked(Moment now) {
  state_ = State::awaiting;
  since_ = now;
  next_ask_ = now + profile_.period;
}

void Conversation::received(Bytes bytes, Moment now, Events& out) {
  heard_at_ = now;
  idle_told_ = false;
  forgotten_ = false;
  decoder_->feed(bytes, out);
}

void Conversation::tick(Moment now, Events& out) {
  const Moment quiet = heard_at_ ? now - *heard_at_ : Moment::max();
  if (!idle_told_ && quiet > frame_timeout_) {
    decoder_->idle(out);
    idle_told_ = true;
  }
  if (!forgotten_ && quiet > repeat_limit) {
    decoder_->forget();
    forgotten_ = true;
  }
  if (state_ == State::awaiting && now - since_ > profile_.reply_timeout) {
    state_ = State::quieting;
    since_ = now;
  }
  if (state_ == State::quieting &&
      (quiet >= quiet_before_asking || now - since_ > longest_quieting)) {
    // What is left of a late reply must not become the head of the next one.
    if (!idle_told_) decoder_->idle(out);
    idle_told_ = true;
    state_ = State::ready;
  }
}

bool Conversation::counts(const ScaleEvent& event) {
  if (!polled()) return true;
  if (!is_frame(event)) return false;
  const bool answers = state_ == State::awaiting;
  if (answers) state_ = State::ready;
  return answers;
}

}  // namespace scales
