// Reading again where a reply is lost: after 2, 5, 15 and 60 seconds (foodsoft.md 9), never at
// once.
#pragma once

#include <array>
#include <chrono>

#include "domain/result.hpp"
#include "sync/server/foodsoft/push/push.hpp"

namespace server {

inline constexpr std::array<std::chrono::seconds, 4> push_waits = {
    std::chrono::seconds(2), std::chrono::seconds(5), std::chrono::seconds(15),
    std::chrono::seconds(60)};
// Between two looks for a comment whose reply was lost (contracts.md 8).
inline constexpr std::chrono::seconds between_looks{20};

// Asking again helps: the server or the line failed, and may be mended.
inline bool may_pass(const domain::Error& error) {
  switch (error.fault) {
    case domain::Fault::busy:
    case domain::Fault::device_gone:
    case domain::Fault::device_silent:
    case domain::Fault::page_torn:
    case domain::Fault::page_foreign:
      return true;
    default:
      return false;
  }
}

// What `read` gives; again after each wait while its error may pass.
template <class Read>
auto ask(PushClock& clock, Read read) -> decltype(read()) {
  auto reply = read();
  for (const auto wait : push_waits) {
    if (reply || !may_pass(reply.error()) || !clock.wait(wait)) break;
    reply = read();
  }
  return reply;
}

}  // namespace server
