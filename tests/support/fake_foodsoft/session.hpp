// Cookies, logins and CSRF tokens (foodsoft.md 1.1). No lock of its own: the server's guards it.
#pragma once

#include <map>
#include <optional>
#include <random>
#include <string>

#include "fake_foodsoft/http.hpp"

namespace fake {

struct Session {
  std::string id, secret;
  std::optional<int> user;
  std::optional<std::string> locale;
  std::string return_to, flash;
};

class Sessions {
 public:
  // The one that the cookie names, else a new one.
  Session& of(const Request& request);
  // All of them forgotten, as after a change of the server's secret.
  void forget_all() { sessions_.clear(); }
  void forget(const Request& request);
  // A token as a page carries it: another one each time, all good for the whole session.
  std::string token_for(const Session& session);
  bool good_token(const Session& session, const Request& request) const;
  static std::string cookie(const Session& session);

 private:
  std::string random_text(std::size_t length);

  std::map<std::string, Session> sessions_;
  std::mt19937_64 random_{std::random_device{}()};
};

}  // namespace fake
