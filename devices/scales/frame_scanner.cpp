#include "devices/scales/frame_scanner.hpp"

namespace scales {

namespace {

// scales.md 0.1: so many bytes without a frame are one overrun.
constexpr std::int64_t overrun_bytes = 256;

}  // namespace

FrameScanner::FrameScanner(std::unique_ptr<FrameGrammar> grammar) : grammar_(std::move(grammar)) {}

void FrameScanner::feed(Bytes bytes, Events& out) {
  for (const std::uint8_t byte : bytes) {
    held_.push_back(static_cast<char>(byte));
    settle(out);
  }
}

void FrameScanner::settle(Events& out) {
  Events found;
  switch (grammar_->match(held_, found)) {
    case Verdict::partial:
      return;
    case Verdict::full:
      tell_garbage(out);
      out.insert(out.end(), found.begin(), found.end());
      held_.clear();
      since_frame_ = 0;
      overrun_ = false;
      return;
    case Verdict::none:
      break;
  }
  // Byte by byte again from the next one on: what follows may hold a whole frame and more.
  const std::string rest = held_.substr(1);
  drop(held_.front(), out);
  held_.clear();
  for (const char byte : rest) {
    held_.push_back(byte);
    settle(out);
  }
}

void FrameScanner::drop(char byte, Events& out) {
  ++garbage_;
  if (byte == '\0') return;
  foreign_ = true;
  if (++since_frame_ < overrun_bytes || overrun_) return;
  overrun_ = true;
  out.emplace_back(RejectEvent{Reason::overrun, 0});
}

void FrameScanner::tell_garbage(Events& out) {
  if (foreign_ && !overrun_) out.emplace_back(RejectEvent{Reason::garbage, garbage_});
  garbage_ = 0;
  foreign_ = false;
}

void FrameScanner::spoil(Events& out) {
  for (const char byte : held_) drop(byte, out);
  held_.clear();
  drop('\xff', out);
}

void FrameScanner::idle(Events& out) {
  tell_garbage(out);
  if (!held_.empty() && !overrun_) out.emplace_back(RejectEvent{Reason::incomplete, 0});
  held_.clear();
  since_frame_ = 0;
}

void FrameScanner::forget() { grammar_->forget(); }

}  // namespace scales
