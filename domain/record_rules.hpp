// What may be recorded in a day, whoever records it: the kiosk's screens or `day record`. The
// refusals of contracts.md 2.3, each with its sentence. Pure.
#pragma once

#include "domain/day.hpp"

namespace domain {

Result<void> may_record(const Day& day, const Body& body);

}  // namespace domain
