// The door behind the co-op's back: /__fake/…, JSON in and out (docs/foodsoft.md, "The fake
// server").
#pragma once

#include "fake_foodsoft/faults.hpp"
#include "fake_foodsoft/server.hpp"

namespace fake {

Reply answer_admin(Server& server, Faults& faults, const Request& request);

// The whole state as JSON text.
std::string dump(Server& server);
// Something done by another hand; a sentence where it cannot be done.
std::string do_action(Server& server, const std::string& json);

}  // namespace fake
