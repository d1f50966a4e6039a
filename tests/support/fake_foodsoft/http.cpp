#include "fake_foodsoft/http.hpp"

#include <fmt/format.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

namespace fake {
namespace {

void flatten(const nlohmann::json& value, const std::string& name, Fields& out) {
  if (value.is_object()) {
    if (value.empty() && !name.empty()) out.emplace_back(name + "[]", "");
    for (const auto& [key, inner] : value.items())
      flatten(inner, name.empty() ? key : name + "[" + key + "]", out);
  } else if (value.is_array()) {
    for (const auto& inner : value) flatten(inner, name + "[]", out);
  } else {
    out.emplace_back(name, value.is_null()     ? json_null
                           : value.is_string() ? value.get<std::string>()
                                               : value.dump());
  }
}

}  // namespace

std::optional<std::string> field_of(const Fields& fields, const std::string& name) {
  // The last one counts, as in Rack.
  for (auto at = fields.rbegin(); at != fields.rend(); ++at)
    if (at->first == name) return at->second;
  return std::nullopt;
}

std::string Request::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}
std::optional<std::string> Request::in_query(const std::string& name) const {
  return field_of(query, name);
}
std::optional<std::string> Request::in_body(const std::string& name) const {
  return field_of(body, name);
}

std::string url_decoded(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '+') {
      out += ' ';
    } else if (text[at] == '%' && at + 2 < text.size()) {
      out += static_cast<char>(std::strtol(text.substr(at + 1, 2).c_str(), nullptr, 16));
      at += 2;
    } else {
      out += text[at];
    }
  }
  return out;
}

Fields parse_form(const std::string& text) {
  Fields out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('&', at), text.size());
    const std::string pair = text.substr(at, end - at);
    const std::size_t equals = pair.find('=');
    if (!pair.empty())
      out.emplace_back(url_decoded(pair.substr(0, equals)),
                       equals == std::string::npos ? "" : url_decoded(pair.substr(equals + 1)));
    at = end + 1;
  }
  return out;
}

std::optional<Fields> parse_json_body(const std::string& text) {
  const auto value = nlohmann::json::parse(text, nullptr, false);
  if (value.is_discarded() || !value.is_object()) return std::nullopt;
  Fields out;
  flatten(value, "", out);
  return out;
}

void read_body(Request& request) {
  const bool json = request.header("content-type").find("json") != std::string::npos;
  request.body =
      json ? parse_json_body(request.raw_body).value_or(Fields{}) : parse_form(request.raw_body);
  request.sent_method = request.method;
  if (request.method != "POST") return;
  if (const auto wanted = request.in_body("_method")) {
    request.method = *wanted;
    for (char& c : request.method)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
}

Reply js(std::string body) {
  return {.type = "text/javascript; charset=utf-8", .body = std::move(body)};
}
Reply html(std::string body, int status) { return {.status = status, .body = std::move(body)}; }

Reply redirect(const Request& request, const std::string& to, bool four, int status) {
  const std::string where = "http://" + request.header("host") + to;
  Reply reply{.status = status};
  if (four)
    reply.body = fmt::format(
        "<html><body>You are being <a href=\"{}\">redirected</a>.</body></html>", where);
  reply.headers.emplace_back("Location", where);
  return reply;
}

Reply error_page(int status, bool four) {
  const bool unknown = status == 404;
  return html(
      fmt::format(R"page(<i class='{}'></i>
<div class='{}'>
<h1>{}</h1>
<div class='alert {}'>
{}
</div>
<a class="btn btn-primary" href="javascript:history.go(-1)">Back</a>
</div>

)page",
                  four ? "hidden-phone large-error-icon icon-exclamation-sign"
                       : "hidden-xs glyphicon glyphicon-exclamation-sign",
                  four ? "span6" : "col-md-6", unknown ? "Page not found" : "Internal server error",
                  unknown ? "alert-warn" : "alert-error",
                  unknown ? "<p>This page does not appear to exist, sorry!</p>\n"
                          : "<p>An unexpected error has occured. Sorry!</p>\n<p>We&#39;ve been "
                            "notified. If this remains a problem, please tell us so.</p>\n"),
      status);
}

}  // namespace fake
