#include "fake_foodsoft/session.hpp"

#include <fmt/format.h>

namespace fake {
namespace {

constexpr std::size_t secret_length = 43;

std::string cookie_in(const Request& request) {
  const std::string all = request.header("cookie"), name = "_foodsoft_session=";
  const std::size_t at = all.find(name);
  if (at == std::string::npos) return {};
  return all.substr(at + name.size(), all.find(';', at) - at - name.size());
}

}  // namespace

std::string Sessions::random_text(std::size_t length) {
  constexpr std::string_view letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string out;
  while (out.size() < length) out += letters[random_() % letters.size()];
  return out;
}

Session& Sessions::of(const Request& request) {
  const std::string id = cookie_in(request);
  const auto found = sessions_.find(id);
  if (found != sessions_.end()) return found->second;
  Session fresh{.id = random_text(40), .secret = random_text(secret_length)};
  return sessions_[fresh.id] = fresh;
}

void Sessions::forget(const Request& request) { sessions_.erase(cookie_in(request)); }

std::string Sessions::token_for(const Session& session) {
  return random_text(secret_length) + session.secret;
}

bool Sessions::good_token(const Session& session, const Request& request) const {
  const std::string origin = request.header("origin");
  if (!origin.empty() && origin != "http://" + request.header("host")) return false;
  std::string token = request.header("x-csrf-token");
  if (token.empty()) token = request.in_body("authenticity_token").value_or("");
  return token.size() == 2 * secret_length && token.substr(secret_length) == session.secret;
}

std::string Sessions::cookie(const Session& session) {
  return fmt::format("_foodsoft_session={}; path=/; HttpOnly; SameSite=Lax", session.id);
}

}  // namespace fake
