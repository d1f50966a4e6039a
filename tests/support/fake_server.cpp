#include "support/fake_server.hpp"

#include <httplib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <stdexcept>

namespace support {
namespace {

struct Pipe {
  int read = -1, write = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    read = ends[0];
    write = ends[1];
  }
};

std::string line_from(int end) {
  std::string line;
  for (char byte = 0; ::read(end, &byte, 1) == 1 && byte != '\n';) line += byte;
  return line;
}

}  // namespace

FakeServer::FakeServer(const std::string& version, const std::vector<std::string>& options)
    : four_(version == "4.9.2") {
  std::vector<std::string> words{ROMAINE_FAKE_FOODSOFT, "--version", version};
  words.insert(words.end(), options.begin(), options.end());
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  Pipe to, from;
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(to.read, STDIN_FILENO);
    ::dup2(from.write, STDOUT_FILENO);
    ::execv(arguments[0], arguments.data());
    ::_exit(127);
  }
  ::close(to.read);
  ::close(from.write);
  stdin_ = to.write;
  const std::string line = line_from(from.read);
  ::close(from.read);
  const auto told = nlohmann::json::parse(line, nullptr, false);
  if (told.is_discarded()) throw std::runtime_error("the fake Foodsoft does not start: " + line);
  port_ = told.at("port").get<int>();
}

FakeServer::~FakeServer() {
  ::close(stdin_);  // its end
  ::waitpid(process_, nullptr, 0);
}

std::string FakeServer::address() const {
  return "http://127.0.0.1:" + std::to_string(port_) + "/f";
}

int FakeServer::order(const std::string& what) const {
  constexpr std::array<const char*, 7> names{"main",    "small",     "open", "received",
                                             "settled", "transport", "stock"};
  for (std::size_t n = 0; n < names.size(); ++n)
    if (what == names[n]) return (four_ ? 4 : 6) + static_cast<int>(n);
  throw std::runtime_error("no order is " + what);
}

nlohmann::json FakeServer::ask(const std::string& method, const std::string& path,
                               const std::string& body) {
  httplib::Client client("127.0.0.1", port_);
  client.set_read_timeout(60);
  const std::string whole = "/__fake" + path;
  const auto reply = method == "GET"      ? client.Get(whole)
                     : method == "DELETE" ? client.Delete(whole)
                                          : client.Post(whole, body, "application/json");
  if (!reply) throw std::runtime_error("the fake Foodsoft does not answer " + whole);
  auto told = nlohmann::json::parse(reply->body);
  if (told.is_object() && told.contains("error"))
    throw std::runtime_error(body + ": " + told["error"].get<std::string>());
  return told;
}

nlohmann::json FakeServer::state() { return ask("GET", "/state", ""); }
nlohmann::json FakeServer::writes() { return ask("GET", "/writes", ""); }

void FakeServer::act(const std::string& action, nlohmann::json what) {
  what["do"] = action;
  ask("POST", "/do", what.dump());
}

void FakeServer::fault(const std::string& kind, nlohmann::json rule) {
  rule["kind"] = kind;
  ask("POST", "/faults", rule.dump());
}

void FakeServer::clear_faults() { ask("DELETE", "/faults", ""); }

void FakeServer::random_faults(std::uint64_t seed, double rate,
                               const std::vector<std::string>& kinds) {
  ask("POST", "/random", nlohmann::json{{"seed", seed}, {"rate", rate}, {"kinds", kinds}}.dump());
}

void FakeServer::timing(nlohmann::json ms) { ask("POST", "/timing", ms.dump()); }

}  // namespace support
