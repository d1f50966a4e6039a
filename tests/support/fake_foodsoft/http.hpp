// Requests and replies as the fake's own values, away from the wire.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fake {

using Fields = std::vector<std::pair<std::string, std::string>>;  // in the order of the body

struct Request {
  std::string method, path;  // without the query; the method after `_method`
  Fields query, body;
  std::string raw_body;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string sent_method;                     // as on the wire

  std::string header(const std::string& name) const;
  bool has_header(const std::string& name) const { return headers.contains(name); }
  std::optional<std::string> in_query(const std::string& name) const;
  std::optional<std::string> in_body(const std::string& name) const;
};

struct Reply {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

std::optional<std::string> field_of(const Fields& fields, const std::string& name);
Fields parse_form(const std::string& text);
// Objects become "a[b]"; null an empty string with a mark of its own (see json_null).
std::optional<Fields> parse_json_body(const std::string& text);
inline const std::string json_null{"\0null", 5};

std::string url_decoded(const std::string& text);
// The body, `_method` and query made out of what came on the wire.
void read_body(Request& request);

Reply js(std::string body);
Reply html(std::string body, int status = 200);
Reply redirect(const Request& request, const std::string& to, bool four, int status = 302);
// The pages for 404 and 500.
Reply error_page(int status, bool four);

}  // namespace fake
