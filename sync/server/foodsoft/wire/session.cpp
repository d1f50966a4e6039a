#include "sync/server/foodsoft/wire/session.hpp"

#include "sync/server/foodsoft/replies/replies.hpp"

namespace server {

namespace {

using domain::Error;
using domain::fail;
using domain::Fault;
using domain::Result;

Result<PageFrame> frame_of(const HttpReply& reply) {
  const auto page = guard_html(reply.body, Part::page);
  if (!page) return tl::unexpected(page.error());
  return read_page_frame(*page);
}

HttpRequest post_of(const std::string& url, const std::string& body, const std::string& type) {
  return {Method::post, url, {{"Content-Type", type}}, body};
}

constexpr const char* form_type = "application/x-www-form-urlencoded";
constexpr const char* json_type = "application/json";

void wants_script(HttpRequest& request) {
  request.headers.emplace_back("Accept", "text/javascript");
  request.headers.emplace_back("X-Requested-With", "XMLHttpRequest");
}

}  // namespace

Session::Session(Http& http, Account account, SessionLimits limits, std::stop_token stop)
    : http_(http),
      account_(std::move(account)),
      peer_{account_.address, account_.user},
      limits_(limits),
      stop_(std::move(stop)),
      pace_(limits.between_pages) {}

std::string Session::version() const {
  const std::shared_lock hold(session_);
  return version_;
}

bool Session::wait_until(Pace::Time start) {
  std::unique_lock hold(pace_mutex_);
  pause_.wait_until(hold, stop_, start, [] { return false; });
  return !stop_.stop_requested();
}

Session::Reply Session::send(const HttpRequest& request, Weight weight) {
  Pace::Time start;
  {
    const std::lock_guard hold(pace_mutex_);
    const auto now = std::chrono::steady_clock::now();
    start = weight == Weight::page ? pace_.page(now) : pace_.other(now);
  }
  if (!wait_until(start)) return tl::unexpected(HttpFailure{HttpFailure::interrupted, "", false});
  auto reply = http_.ask(request);
  if (!reply && reply.error().kind == HttpFailure::timed_out) {
    const std::lock_guard hold(pace_mutex_);
    pace_.gave_up(std::chrono::steady_clock::now(), limits_.after_silence);
  }
  return reply;
}

HttpRequest Session::get(const std::string& path, const Fields& query) const {
  Fields all = query;
  all.emplace_back("locale", "en");
  return {Method::get, account_.address + path + "?" + form_text(all), {}, {}};
}

// Call with session_ held alone. A new jar: nothing of an earlier session comes along.
Result<void> Session::begin_session() {
  http_.forget_cookies();
  generation_ = 0;
  const auto failed = [this](const HttpFailure& failure) {
    return tl::unexpected(sentence_of(failure, peer_));
  };
  const auto form = send(get("/login", {}), Weight::page);
  if (!form) return failed(form.error());
  if (auto refused = refusal_of(*form, peer_, ""))
    return tl::unexpected(form->status == 404 || form->status == 400 ? no_foodsoft(peer_)
                                                                     : std::move(*refused));
  const auto frame = frame_of(*form);
  if (!is_html(*form) || !frame || !frame->login_form || frame->csrf_token.empty())
    return tl::unexpected(no_foodsoft(peer_));
  version_ = frame->version;
  HttpRequest login =
      post_of(account_.address + "/sessions",
              form_text({{"nick", account_.user}, {"password", account_.password}}), form_type);
  login.headers.emplace_back("X-CSRF-Token", frame->csrf_token);
  const auto answer = send(login, Weight::page);
  if (!answer) return failed(answer.error());
  if (redirect_of(*answer, peer_) == Redirect::none) {
    if (auto refused = refusal_of(*answer, peer_, "")) return tl::unexpected(std::move(*refused));
    const auto again = frame_of(*answer);
    if (!again || !again->login_form) return tl::unexpected(no_foodsoft(peer_));
    return fail(Fault::no_rights,
                "The server " + peer_.host() + " did not let \"" + account_.user + "\" in" +
                    (again->alert.empty() ? "" : " (" + again->alert + ")") +
                    "; nothing was changed, check [server] user and the password.");
  }
  // A login without a good token looks well and leaves no session: only a second page tells.
  const auto home = send(get("/", {}), Weight::page);
  if (!home) return failed(home.error());
  const auto inside = frame_of(*home);
  if (redirect_of(*home, peer_) == Redirect::login || (inside && inside->login_form))
    return fail(Fault::no_rights,
                "The server " + peer_.host() + " took the login of \"" + account_.user +
                    "\" and kept no session; nothing was changed, ask who runs it.");
  if (auto refused = refusal_of(*home, peer_, "")) return tl::unexpected(std::move(*refused));
  if (!inside || inside->csrf_token.empty()) return tl::unexpected(no_foodsoft(peer_));
  token_ = inside->csrf_token;
  return {};
}

Result<std::int64_t> Session::logged_in() {
  {
    const std::shared_lock hold(session_);
    if (generation_ > 0) return generation_;
  }
  if (const auto renewed = renew(0); !renewed) return tl::unexpected(renewed.error());
  const std::shared_lock hold(session_);
  return generation_;
}

// Logs in unless another thread has done so since `seen`.
Result<void> Session::renew(std::int64_t seen) {
  const std::unique_lock hold(session_);
  if (generation_ != seen) return {};
  if (auto begun = begin_session(); !begun) return begun;
  generation_ = ++logins_;
  return {};
}

Result<void> Session::log_in() {
  const auto generation = logged_in();
  if (!generation) return tl::unexpected(generation.error());
  return {};
}

tl::expected<Session::Reply, Error> Session::ask(HttpRequest request, Weight weight) {
  for (bool again = false;; again = true) {
    const auto generation = logged_in();
    if (!generation) return tl::unexpected(generation.error());
    Reply reply;
    {
      const std::shared_lock hold(session_);
      HttpRequest signed_request = request;
      // A heavy page is never asked for twice: the server would go on computing both.
      signed_request.own_line = weight == Weight::page;
      if (request.method != Method::get)
        signed_request.headers.emplace_back("X-CSRF-Token", token_);
      reply = send(signed_request, weight);
    }
    const bool ended = reply && redirect_of(*reply, peer_) == Redirect::login;
    if (!ended || again) return reply;
    if (const auto renewed = renew(*generation); !renewed) return tl::unexpected(renewed.error());
  }
}

Result<std::string> Session::page(const std::string& path, const Fields& query,
                                  std::string_view needs) {
  const auto asked = ask(get(path, query), Weight::page);
  if (!asked) return tl::unexpected(asked.error());
  const Reply& reply = *asked;
  if (!reply) return tl::unexpected(sentence_of(reply.error(), peer_));
  if (auto refused = refusal_of(*reply, peer_, needs)) return tl::unexpected(std::move(*refused));
  if (!is_html(*reply)) return tl::unexpected(no_foodsoft(peer_));
  return reply->body;
}

Result<Script> Session::script(const std::string& path, const Fields& query,
                               std::string_view needs) {
  HttpRequest request = get(path, query);
  wants_script(request);
  const auto asked = ask(std::move(request), Weight::part);
  if (!asked) return tl::unexpected(asked.error());
  const Reply& reply = *asked;
  if (!reply) return tl::unexpected(sentence_of(reply.error(), peer_));
  if (auto refused = refusal_of(*reply, peer_, needs)) return tl::unexpected(std::move(*refused));
  if (!is_script(*reply)) return tl::unexpected(html_for_script(peer_));
  auto script = Script::read(reply->body);
  if (!script)
    return fail(script.error().fault, "The reply of " + peer_.host() + " to " + path +
                                          " cannot be read: " + script.error().detail +
                                          "; nothing is lost here, try again.");
  return script;
}

Result<HttpReply> Session::look(const std::string& path) {
  const auto asked = ask(get(path, {}), Weight::page);
  if (!asked) return tl::unexpected(asked.error());
  if (!*asked) return tl::unexpected(sentence_of(asked->error(), peer_));
  return **asked;
}

// Whether a write was carried out, as far as status and network tell.
Posted Session::posted(HttpRequest request, std::string_view needs) {
  const auto asked = ask(std::move(request), Weight::part);
  // The login failed, or failed again: the write itself was answered with "log in first".
  if (!asked) return {Landed::no, {}, asked.error()};
  const Reply& reply = *asked;
  if (!reply)
    return {
        reply.error().left ? Landed::unknown : Landed::no, {}, sentence_of(reply.error(), peer_)};
  auto refused = refusal_of(*reply, peer_, needs);
  if (!refused) return {Landed::yes, *reply, {}};
  return {reply->status >= 500 ? Landed::unknown : Landed::no, *reply, std::move(*refused)};
}

Posted Session::patch(const std::string& path, BodyForm form, const std::string& body,
                      std::string_view needs) {
  const bool fields = form == BodyForm::fields;
  HttpRequest request = post_of(account_.address + path, fields ? "_method=patch&" + body : body,
                                fields ? form_type : json_type);
  wants_script(request);
  HttpRequest plain = request;
  // A JSON body has no field for it (Rack::MethodOverride reads the head too).
  if (!fields) request.headers.emplace_back("X-HTTP-Method-Override", "PATCH");
  Posted done = posted(std::move(request), needs);
  // Where the head did not pass, nothing answers a POST there: then say it plainly.
  if (!fields && done.landed == Landed::no && done.error.fault == Fault::not_found) {
    plain.method = Method::patch;
    done = posted(std::move(plain), needs);
  }
  if (done.landed == Landed::yes && !is_script(done.reply))
    return {Landed::unknown, {}, html_for_script(peer_)};
  return done;
}

Posted Session::post(const std::string& path, const Fields& fields, std::string_view needs) {
  HttpRequest request = post_of(account_.address + path, form_text(fields), form_type);
  wants_script(request);
  Posted done = posted(std::move(request), needs);
  if (done.landed == Landed::yes && !is_script(done.reply))
    return {Landed::unknown, {}, html_for_script(peer_)};
  return done;
}

Posted Session::submit(const std::string& path, const Fields& fields, std::string_view needs) {
  Posted done = posted(post_of(account_.address + path, form_text(fields), form_type), needs);
  if (done.landed == Landed::yes)  // a page came instead of the redirect
    return {Landed::unknown, {}, no_foodsoft(peer_)};
  if (redirect_of(done.reply, peer_) == Redirect::elsewhere) {
    done.landed = Landed::yes;
    done.error = {};
  }
  return done;
}

}  // namespace server
