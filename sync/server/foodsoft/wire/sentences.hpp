// What the network or the server said, as one clear sentence for people: what happened, what is
// safe, what to do. Pure; never holds a password, a token or a cookie.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/result.hpp"
#include "sync/server/foodsoft/wire/http.hpp"

namespace server {

// Whom we talk to, as the sentences name it.
struct Peer {
  std::string address;  // without a slash at the end
  std::string user;

  std::string host() const;
};

domain::Error sentence_of(const HttpFailure& failure, const Peer& peer);

// Where a redirect leads, by its path alone: behind a proxy scheme and host may be others.
enum class Redirect { none, login, home, elsewhere };
Redirect redirect_of(const HttpReply& reply, const Peer& peer);

// Why a reply is none that can be read on: a redirect, 4xx, 5xx. Nothing for 200. `needs` names the
// role without which the server sends home ("finance").
std::optional<domain::Error> refusal_of(const HttpReply& reply, const Peer& peer,
                                        std::string_view needs);

domain::Error no_foodsoft(const Peer& peer);
domain::Error html_for_script(const Peer& peer);
bool is_html(const HttpReply& reply);
bool is_script(const HttpReply& reply);

}  // namespace server
