// A fake Foodsoft (tests/support/fake_foodsoft) beside a test: a process of its own on loopback,
// with its admin door. Ends with its owner.
#pragma once

#include <sys/types.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace support {

class FakeServer {
 public:
  // "4.9.2" or "5.0.0-rc1"; options as on its command line. Throws where it does not start.
  explicit FakeServer(const std::string& version, const std::vector<std::string>& options = {});
  ~FakeServer();
  FakeServer(const FakeServer&) = delete;
  FakeServer& operator=(const FakeServer&) = delete;

  int port() const { return port_; }
  std::string address() const;  // with the co-op's slug
  static constexpr const char* password = "distribution";

  // The recorded order and the made-up ones by what they are: "main", "small", "open", "received",
  // "settled", "transport", "stock".
  int order(const std::string& what) const;

  nlohmann::json state();
  nlohmann::json writes();
  // What another person does: "set_cell", "settle", … (docs/foodsoft.md). Throws where it cannot.
  void act(const std::string& action, nlohmann::json what = nlohmann::json::object());
  void fault(const std::string& kind, nlohmann::json rule = nlohmann::json::object());
  void clear_faults();
  // Each request fails with this chance; without kinds in any way.
  void random_faults(std::uint64_t seed, double rate, const std::vector<std::string>& kinds = {});
  void timing(nlohmann::json ms);  // {"patch": 3}

 private:
  nlohmann::json ask(const std::string& method, const std::string& path, const std::string& body);

  pid_t process_ = -1;
  int stdin_ = -1, port_ = 0;
  bool four_ = true;
};

}  // namespace support
