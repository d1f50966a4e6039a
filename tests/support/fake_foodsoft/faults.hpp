// What goes wrong on request, or by the dice: chosen once a request, before anything is done.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <optional>
#include <random>
#include <regex>
#include <string>
#include <vector>

namespace fake {

enum class FaultKind {
  delay,              // the answer comes late
  slow,               // its body drips
  reset,              // the connection breaks in the middle of it
  lost_after,         // carried out, and no byte of an answer
  lost_before,        // closed, nothing carried out
  error_after,        // carried out, 500
  error_before,       // 500, nothing carried out
  stale_after,        // a cell's PATCH: saved, 500, its group's total as before (a lost race)
  bad_gateway,        // 502 of a proxy, nothing carried out
  bad_gateway_after,  // 502 of a proxy, carried out
  expired,            // the session is gone
  maintenance,        // 503
  html_for_js,        // carried out, 200 and a page where a script was due
};
inline constexpr std::array<const char*, 13> fault_names{
    "delay",       "slow",         "reset",       "lost_after",  "lost_before",
    "error_after", "error_before", "stale_after", "bad_gateway", "bad_gateway_after",
    "expired",     "maintenance",  "html_for_js"};
std::optional<FaultKind> fault_named(const std::string& name);

struct Fault {
  FaultKind kind = FaultKind::delay;
  int ms = 50;  // delay, slow
};

struct FaultRule {
  Fault fault;
  std::string method = ".*", path = ".*";  // whole words of the request, regular expressions
  int at = 1;                              // the first matching request that it hits
  int times = 1;                           // how many from there on; below 0 all
  int seen = 0, fired = 0;
};

class Faults {
 public:
  std::optional<Fault> pick(const std::string& method, const std::string& path);
  void add(FaultRule rule);
  void clear();  // rules and dice
  // Each request fails with this chance, in one of these ways.
  void roll(std::uint64_t seed, double rate, std::vector<FaultKind> kinds);
  std::vector<FaultRule> rules();
  std::array<int, fault_names.size()> fired();

 private:
  std::mutex mutex_;
  std::vector<FaultRule> rules_;
  std::mt19937_64 dice_;
  double rate_ = 0;
  std::vector<FaultKind> kinds_;
  std::array<int, fault_names.size()> fired_{};
};

}  // namespace fake
