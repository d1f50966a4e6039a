// The decoder of every protocol whose frames begin with a mark of their own (STX, a fixed header):
// reads anew from the next byte wherever what it holds can no longer become a frame. A protocol
// gives only its grammar.
#pragma once

#include <string>
#include <string_view>

#include "devices/scales/decoder.hpp"

namespace scales {

// Whether bytes from their first one on can be a frame.
enum class Verdict { none, partial, full };

class FrameGrammar {
 public:
  virtual ~FrameGrammar() = default;
  // `bytes` is never empty. Appends the frame's events where the verdict is full; `bytes` then is
  // exactly that frame. Asked again after every byte; partial must end after a bounded length.
  virtual Verdict match(std::string_view bytes, Events& out) = 0;
  virtual void forget() {}
};

class FrameScanner final : public Decoder {
 public:
  explicit FrameScanner(std::unique_ptr<FrameGrammar> grammar);
  void feed(Bytes bytes, Events& out) override;
  void spoil(Events& out) override;
  void idle(Events& out) override;
  void forget() override;

 private:
  void settle(Events& out);
  void drop(char byte, Events& out);
  void tell_garbage(Events& out);

  std::unique_ptr<FrameGrammar> grammar_;
  std::string held_;              // a frame that is still partial
  std::int64_t garbage_ = 0;      // bytes dropped and not told yet; NULs are told with others only
  bool foreign_ = false;          // whether one of them is no NUL
  std::int64_t since_frame_ = 0;  // dropped since the last frame or time-out, NULs left out
  bool overrun_ = false;          // told; silence until the next frame
};

}  // namespace scales
