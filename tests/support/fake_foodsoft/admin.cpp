#include "fake_foodsoft/admin.hpp"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace fake {
namespace {

using nlohmann::json;

Reply as_json(const json& value, int status = 200) {
  return {.status = status, .type = "application/json", .body = value.dump()};
}
Reply wrong(const std::string& why) { return as_json({{"error", why}}, 400); }

FaultKind kind_in(const json& what) {
  const std::string name = what.get<std::string>();
  const auto kind = fault_named(name);
  if (!kind) throw std::runtime_error("no such fault: " + name);
  return *kind;
}

Reply add_fault(Faults& faults, const json& what) {
  faults.add({.fault = {.kind = kind_in(what.at("kind")), .ms = what.value("ms", 50)},
              .method = what.value("method", ".*"),
              .path = what.value("path", ".*"),
              .at = what.value("at", 1),
              .times = what.value("times", 1)});
  return as_json({{"ok", true}});
}

Reply roll(Faults& faults, const json& what) {
  std::vector<FaultKind> kinds;
  for (const json& kind : what.value("kinds", json::array())) kinds.push_back(kind_in(kind));
  faults.roll(what.value("seed", std::uint64_t{1}), what.value("rate", 0.1), kinds);
  return as_json({{"ok", true}});
}

Reply faults_json(Faults& faults) {
  json rules = json::array(), fired = json::object();
  for (const FaultRule& rule : faults.rules())
    rules.push_back({{"kind", fault_names[static_cast<std::size_t>(rule.fault.kind)]},
                     {"method", rule.method},
                     {"path", rule.path},
                     {"seen", rule.seen},
                     {"fired", rule.fired}});
  const auto counts = faults.fired();
  for (std::size_t n = 0; n < counts.size(); ++n)
    if (counts[n] > 0) fired[fault_names[n]] = counts[n];
  return as_json({{"rules", rules}, {"fired", fired}});
}

Reply writes_json(Server& server) {
  json out = json::array();
  for (const Write& write : server.writes()) {
    json fields = json::array();
    for (const auto& [name, value] : write.fields)
      if (name != "authenticity_token" && name != "password") fields.push_back({name, value});
    out.push_back({{"method", write.method},
                   {"path", write.path},
                   {"fields", fields},
                   {"status", write.status}});
  }
  // Bodies that are no UTF-8 are shown with marks in their place.
  return {.type = "application/json",
          .body = out.dump(-1, ' ', false, json::error_handler_t::replace)};
}

Reply set_timing(Server& server, const json& what) {
  server.timing.patch = what.value("patch", server.timing.patch.load());
  server.timing.page = what.value("page", server.timing.page.load());
  server.timing.receive = what.value("receive", server.timing.receive.load());
  return as_json({{"ok", true}});
}

Reply route(Server& server, Faults& faults, const Request& request) {
  const std::string path = request.path.substr(std::string("/__fake").size());
  const bool get = request.method == "GET";
  if (get && path == "/state") return {.type = "application/json", .body = dump(server)};
  if (get && path == "/writes") return writes_json(server);
  if (get && path == "/faults") return faults_json(faults);
  if (request.method == "DELETE" && path == "/faults")
    return faults.clear(), as_json({{"ok", true}});
  if (request.method == "DELETE" && path == "/writes")
    return server.forget_writes(), as_json({{"ok", true}});
  if (request.method != "POST") return wrong("no such door");
  if (path == "/do") {
    const std::string error = do_action(server, request.raw_body);
    return error.empty() ? as_json({{"ok", true}}) : wrong(error);
  }
  const json what = json::parse(request.raw_body);
  if (path == "/faults") return add_fault(faults, what);
  if (path == "/random") return roll(faults, what);
  if (path == "/timing") return set_timing(server, what);
  return wrong("no such door");
}

}  // namespace

Reply answer_admin(Server& server, Faults& faults, const Request& request) {
  try {
    return route(server, faults, request);
  } catch (const std::exception& error) {
    return wrong(error.what());
  }
}

}  // namespace fake
