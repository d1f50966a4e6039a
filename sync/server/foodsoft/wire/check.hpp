// What a server is and what the account may do there, found by what its pages answer, never by its
// version's text, which is not reliable (foodsoft.md 0.20, 3.7).
#pragma once

#include <optional>
#include <string>

#include "sync/server/foodsoft/wire/wire_foodsoft.hpp"

namespace server {

struct ServerFacts {
  std::string version;                  // as its footer says; empty where the co-op put its own
  std::optional<domain::Series> units;  // by free texts (4.x) or by codes (5.x)
  bool finance = false, orders = false, pickups = false;
  std::optional<std::int64_t> user_id;  // told on an order's page: unknown where there is none
};

// Logs in and asks for one page a role. Writes nothing.
domain::Result<ServerFacts> check_server(WireFoodsoft& server);

}  // namespace server
