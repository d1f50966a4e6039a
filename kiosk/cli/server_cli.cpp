#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "kiosk/cli/interrupt.hpp"
#include "kiosk/cli/server_commands.hpp"
#include "kiosk/server_access.hpp"
#include "sync/server/foodsoft/wire/check.hpp"

namespace kiosk {

namespace {

using nlohmann::ordered_json;

const char* units_word(domain::Series units) {
  return units == domain::Series::v4 ? "text" : "code";
}

std::string facts_json(const server::ServerFacts& facts) {
  ordered_json json;
  json["version"] = facts.version.empty() ? ordered_json() : ordered_json(facts.version);
  json["units"] = facts.units ? ordered_json(units_word(*facts.units)) : ordered_json();
  json["roles"] = {
      {"finance", facts.finance}, {"orders", facts.orders}, {"pickups", facts.pickups}};
  json["user_id"] = facts.user_id ? ordered_json(*facts.user_id) : ordered_json();
  return json.dump();
}

void print_facts(const server::ServerFacts& facts, const ServerConfig& server, std::ostream& out) {
  const auto line = [&out](bool holds, const char* can, const char* cannot) {
    out << (holds ? "  yes  " : "  no   ") << (holds ? can : cannot) << '\n';
  };
  out << "Foodsoft " << (facts.version.empty() ? "of an untold version" : facts.version) << " at "
      << server.url << ", units by "
      << (facts.units == domain::Series::v5 ? "codes (5.x)"
          : facts.units                     ? "free texts (4.x)"
                                            : "an unknown system, there is no order to see")
      << "\nThe account \"" << server.user << "\"";
  if (facts.user_id) out << ", number " << *facts.user_id << ',';
  out << " was let in. It may:\n";
  line(facts.pickups || facts.orders, "read orders and their cells",
       "read orders: that needs the role pickups or orders");
  line(facts.pickups, "see which orders are due on which pickup day",
       "see the pickup days: that needs the role pickups; the list of all orders is read instead");
  line(facts.finance, "send results, exactly read, and see ordergroups and their credit",
       "send results, or read them with all decimals: that needs the role finance");
  line(facts.pickups || facts.orders, "comment on orders and mark them as received",
       "mark orders as received: that needs the role pickups or orders");
}

}  // namespace

int server_check(const Globals& globals, std::ostream& out) {
  const Interrupt interrupt;
  const auto config = read_config(globals.config);
  if (!config) return report(config.error());
  const auto access = ServerAccess::open(*config, interrupt.finish());
  if (!access) return report(access.error());
  const auto facts = server::check_server((*access)->foodsoft());
  if (!facts) return report(facts.error());
  if (globals.json)
    out << facts_json(*facts) << '\n';
  else
    print_facts(*facts, *config->server, out);
  return 0;
}

void add_server_commands(CLI::App& app, const Globals& globals, Command& chosen) {
  CLI::App* server = app.add_subcommand("server", "the Foodsoft that orders come from");
  server->require_subcommand(1)->fallthrough();
  server->add_subcommand("check", "tries address and account, says what the account may do")
      ->fallthrough()
      ->callback([&] { chosen = [&globals] { return server_check(globals, std::cout); }; });
}

}  // namespace kiosk
