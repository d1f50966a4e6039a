// One request to a server and what came back, as values; the door to the network. Kinds of failure
// are kept apart, because they are told and treated differently: what never left may be sent again,
// what may have arrived may not.
#pragma once

#include <chrono>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "domain/result.hpp"

namespace server {

enum class Method { get, post, patch };

struct HttpRequest {
  Method method = Method::get;
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;  // of a post or patch
  // On a connection of its own: what is asked on an older one that then turns out dead, libcurl
  // asks a second time by itself, unless a body has left.
  bool own_line = false;
};

// Redirects are not followed: they are how the server says no (foodsoft.md 1.1).
struct HttpReply {
  int status = 0;
  std::string location;      // of a redirect
  std::string content_type;  // as sent, parameters too
  std::string body;          // unpacked
};

struct HttpFailure {
  enum Kind {
    name_not_found,
    unreachable,
    tls,          // no trust, no common version, wrong name
    ca_file,      // our own file of authorities cannot be read
    timed_out,    // no byte for too long
    cut,          // the connection ended before the reply did
    too_large,    // more than any page of a server
    bad_address,  // no address that can be asked
    interrupted,  // we were told to stop
  } kind = unreachable;
  std::string detail;  // the library's own words, for the sentence's bracket
  bool left = false;   // the request, or a part of it, has left this machine
};

// Blocks until the reply is whole. May be called from two threads at once, which share the cookies.
class Http {
 public:
  virtual ~Http() = default;
  virtual tl::expected<HttpReply, HttpFailure> ask(const HttpRequest& request) = 0;
  // Begins a new cookie jar. No request may be under way.
  virtual void forget_cookies() = 0;
};

}  // namespace server
