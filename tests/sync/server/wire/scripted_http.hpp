// An Http that answers as a test says, counts jars and logs what was asked. Thread safe.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "sync/server/foodsoft/wire/http.hpp"
#include "sync/server/saved_pages.hpp"

namespace support {

class ScriptedHttp final : public server::Http {
 public:
  using Answer = tl::expected<server::HttpReply, server::HttpFailure>;
  using Rule = std::function<Answer(const server::HttpRequest&)>;

  explicit ScriptedHttp(Rule rule) : rule_(std::move(rule)) {}

  Answer ask(const server::HttpRequest& request) override {
    {
      const std::lock_guard hold(mutex_);
      asked.push_back(request);
    }
    return rule_(request);
  }
  void forget_cookies() override { ++jars; }

  // How many requests went to a path that ends so, its query apart.
  int count(const std::string& path) const {
    int n = 0;
    for (const auto& request : asked) {
      const auto url = request.url.substr(0, request.url.find('?'));
      if (url.size() >= path.size() && url.substr(url.size() - path.size()) == path) ++n;
    }
    return n;
  }

  std::vector<server::HttpRequest> asked;
  int jars = 0;

 private:
  Rule rule_;
  std::mutex mutex_;
};

inline server::HttpReply html(std::string body, int status = 200) {
  return {status, "", "text/html; charset=utf-8", std::move(body)};
}
inline server::HttpReply javascript(std::string body) {
  return {200, "", "text/javascript; charset=utf-8", std::move(body)};
}
inline server::HttpReply redirect(std::string to) {
  return {302, std::move(to), "text/html; charset=utf-8", ""};
}

inline constexpr const char* address = "https://foodsoft.example/sub/f";
inline constexpr const char* secret = "correct horse & battery";

// The part of an address behind the co-op's slug, without its query.
inline std::string place(const server::HttpRequest& request) {
  const std::string begin = address;
  if (request.url.compare(0, begin.size(), begin) != 0) return "elsewhere: " + request.url;
  const auto rest = request.url.substr(begin.size());
  return rest.substr(0, rest.find('?'));
}

inline std::string header(const server::HttpRequest& request, const std::string& name) {
  for (const auto& [known, value] : request.headers)
    if (known == name) return value;
  return {};
}

// A server that lets the account in; everything else by `rule`.
inline ScriptedHttp::Rule let_in(const std::string& version, ScriptedHttp::Rule rule) {
  return [version, rule](const server::HttpRequest& request) -> ScriptedHttp::Answer {
    const auto at = place(request);
    if (at == "/login") return html(recorded(version + "/login.en.html"));
    if (at == "/sessions") return redirect(std::string(address));
    if (at == "/") return html(recorded(version + "/home.en.html"));
    return rule(request);
  };
}

}  // namespace support
