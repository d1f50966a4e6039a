// The loop of one scale on a line: opens, asks, reads, notices the loss, opens again. It runs on
// the caller's thread until stopped; the Listener is called on it.
#pragma once

#include <stop_token>

#include "devices/scales/port.hpp"
#include "devices/scales/profiles.hpp"
#include "domain/reading.hpp"

namespace scales {

// Whether an event is a reading, or came late, doubled or unasked.
enum class Answers { yes, no };

class Listener {
 public:
  virtual ~Listener() = default;
  // Also after the machine slept: everything said before is void.
  virtual void opened(domain::Moment now) = 0;
  // Called at every try while it cannot be opened.
  virtual void lost(const domain::Error& error, domain::Moment now) = 0;
  virtual void heard(domain::Moment now) = 0;
  virtual void event(const ScaleEvent& event, Answers answers, domain::Moment now) = 0;
  // At least ten times a second.
  virtual void turn(domain::Moment now) = 0;
};

// A loss is noticed within 100 ms, a stop too; a device that comes back is opened within 300 ms.
void listen(PortOpener& opener, const Profile& profile, DecoderSettings settings,
            const LineSettings& line, Listener& listener, const std::stop_token& stop);

}  // namespace scales
