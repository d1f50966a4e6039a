// A scale protocol as a pure function of its bytes: no port, no clock, no thread. The events do not
// depend on how the bytes are cut (USB HID: whole reports); a time-out is told by idle(). One file
// a protocol in decoders/; scales.md 0.1 says what a byte does that cannot stand at its place.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "devices/scales/scale_event.hpp"

namespace scales {

using Bytes = std::span<const std::uint8_t>;

class Decoder {
 public:
  virtual ~Decoder() = default;
  // Appends to `out` what these bytes complete.
  virtual void feed(Bytes bytes, Events& out) = 0;
  // A byte came whose parity is wrong: it spoils the frame it stands in.
  virtual void spoil(Events& out) = 0;
  // The profile's frame time-out passed without a byte, or the input ended.
  virtual void idle(Events& out) = 0;
  // More than a second passed, or the port was lost: nothing said before may be repeated as if it
  // were new (8217 status_repeat).
  virtual void forget() {}
};

}  // namespace scales
