#include "sync/server/foodsoft/html.hpp"
#include "sync/server/foodsoft/replies/replies.hpp"
#include "sync/server/foodsoft/shown_number.hpp"

namespace server {

namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool within(Element e, std::string_view tag) {
  for (; e; e = e.parent())
    if (e.is(tag)) return true;
  return false;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "v4.9.2" → "4.9.2".
std::string version_in(std::string_view footer) {
  for (std::size_t at = 0; at + 1 < footer.size(); ++at) {
    const bool begins = at == 0 || static_cast<unsigned char>(footer[at - 1]) <= ' ';
    if (!begins || footer[at] != 'v' || !is_digit(footer[at + 1])) continue;
    const auto end = footer.find_first_of(" \t\r\n", at);
    return std::string(footer.substr(at + 1, end == footer.npos ? end : end - at - 1));
  }
  return {};
}

void see(Element e, PageFrame& frame, bool& password, bool& sessions) {
  const auto attribute = [e](std::string_view name) {
    return e.attribute(name).value_or(std::string_view{});
  };
  if (e.is("meta") && attribute("name") == "csrf-token") {
    frame.csrf_token = std::string(attribute("content"));
  } else if (e.is("input") && attribute("type") == "password") {
    password = true;
  } else if (e.is("form") && ends_with(attribute("action"), "/sessions")) {
    sessions = true;
  } else if (e.is("a") && ends_with(attribute("href"), "/logout")) {
    frame.logged_in = true;
  } else if (e.is("footer") && frame.version.empty()) {
    frame.version = version_in(e.text());
  } else if (frame.alert.empty() && e.has_class("alert") &&
             (e.has_class("alert-error") || e.has_class("alert-danger")) &&
             !within(e, "noscript")) {
    frame.alert = std::string(trimmed(e.text()));
  }
}

}  // namespace

domain::Result<PageFrame> read_page_frame(const GuardedPage& page) {
  const auto html = Html::parse(page.html);
  if (!html) return tl::unexpected(html.error());
  PageFrame frame;
  bool password = false, sessions = false;
  for (Element e = html->root(); e; e = e.after(html->root())) see(e, frame, password, sessions);
  frame.login_form = password && sessions;
  frame.new_units = !page.units.empty();
  return frame;
}

}  // namespace server
