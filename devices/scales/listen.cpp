#include "devices/scales/listen.hpp"

#include <array>
#include <thread>

#include "devices/scales/boot_clock.hpp"
#include "devices/scales/conversation.hpp"

namespace scales {

namespace {

using domain::Moment;

constexpr Moment read_wait{50};
constexpr Moment retry_wait{200};
// Longer between two turns of the loop means that the machine slept.
constexpr Moment slept_after{2000};

// The request as it goes over the wire.
std::vector<std::uint8_t> request_of(const Profile& profile, Parity parity) {
  std::vector<std::uint8_t> bytes(profile.request.begin(), profile.request.end());
  for (auto& byte : bytes) byte = add_parity(byte, parity);
  return bytes;
}

Parity parity_of(const DecoderSettings& settings) {
  const auto strip = settings.option("strip_parity");
  return strip == "even" ? Parity::even : strip == "odd" ? Parity::odd : Parity::none;
}

// Until the port is lost, the machine slept, or it is stopped.
void talk(Port& port, Conversation& conversation, Bytes request, Listener& listener,
          const std::stop_token& stop) {
  std::array<std::uint8_t, 512> buffer{};
  Events events;
  const auto deliver = [&](Moment at) {
    for (const ScaleEvent& event : events)
      listener.event(event, conversation.counts(event) ? Answers::yes : Answers::no, at);
    events.clear();
  };
  for (Moment now = boot_now(); !stop.stop_requested();) {
    if (conversation.ask_due(now)) {
      if (const auto written = port.write(request); !written)
        return listener.lost(written.error(), now);
      conversation.asked(now);
    }
    const auto count = port.read(buffer, read_wait);
    const Moment before = now;
    now = boot_now();
    if (!count) return listener.lost(count.error(), now);
    if (now - before > slept_after) return;
    if (*count > 0) {
      listener.heard(now);
      conversation.received(Bytes(buffer).first(*count), now, events);
      deliver(now);
    }
    conversation.tick(now, events);
    deliver(now);
    listener.turn(now);
  }
}

void wait_to_retry(const std::stop_token& stop) {
  for (Moment waited{0}; waited < retry_wait && !stop.stop_requested(); waited += read_wait)
    std::this_thread::sleep_for(read_wait);
}

}  // namespace

void listen(PortOpener& opener, const Profile& profile, DecoderSettings settings,
            const LineSettings& line, Listener& listener, const std::stop_token& stop) {
  if (opener.parity() != Parity::none)
    settings.options["strip_parity"] = opener.parity() == Parity::even ? "even" : "odd";
  const auto request = request_of(profile, parity_of(settings));
  while (!stop.stop_requested()) {
    const auto port = opener.open();
    if (!port) {
      listener.lost(port.error(), boot_now());
      wait_to_retry(stop);
      continue;
    }
    listener.opened(boot_now());
    Conversation conversation(profile, frame_timeout(line), make_decoder(profile, settings));
    talk(**port, conversation, request, listener, stop);
  }
}

}  // namespace scales
