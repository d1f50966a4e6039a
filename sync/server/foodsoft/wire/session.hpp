// One account's session with one Foodsoft, over HTTP: logs in when it must, once more when the
// session was ended, and tells each no in a sentence (foodsoft.md 1.1, 4, 14.1). Two threads may
// call at once: they share the cookies, and neither is under way while the other logs in, so that a
// late reply of the old session cannot put its cookie into the new jar.
#pragma once

#include <condition_variable>
#include <mutex>
#include <shared_mutex>
#include <stop_token>

#include "sync/server/foodsoft/foodsoft.hpp"
#include "sync/server/foodsoft/replies/script.hpp"
#include "sync/server/foodsoft/wire/form.hpp"
#include "sync/server/foodsoft/wire/http.hpp"
#include "sync/server/foodsoft/wire/pace.hpp"
#include "sync/server/foodsoft/wire/sentences.hpp"

namespace server {

struct Account {
  std::string address;  // with the co-op's slug
  std::string user, password;
};

struct SessionLimits {
  Pace::Span between_pages{200};
  Pace::Span after_silence{120'000};  // a pause after a time-out
};

// A reply to a write, or why there is none that can be read.
struct Posted {
  Landed landed = Landed::unknown;  // yes: look into the reply
  HttpReply reply;
  domain::Error error;
};

enum class BodyForm { fields, json };

class Session {
 public:
  Session(Http& http, Account account, SessionLimits limits, std::stop_token stop);

  const Peer& peer() const { return peer_; }
  // Of the login page's footer; empty before the first login, or where the page tells none.
  std::string version() const;

  // Logs in where nobody has.
  domain::Result<void> log_in();

  // GET of a page in English: the body of a 200. `needs` is the role for the sentence.
  domain::Result<std::string> page(const std::string& path, const Fields& query,
                                   std::string_view needs);
  // GET of a cheap JavaScript reply.
  domain::Result<Script> script(const std::string& path, const Fields& query,
                                std::string_view needs);
  // PATCH, sent as a POST that says so, with a JavaScript reply.
  Posted patch(const std::string& path, BodyForm form, const std::string& body,
               std::string_view needs);
  // POST with a JavaScript reply.
  Posted post(const std::string& path, const Fields& fields, std::string_view needs);
  // POST of a form of a page, answered with a redirect to somewhere else than login and home.
  Posted submit(const std::string& path, const Fields& fields, std::string_view needs);
  // Any GET as it comes, for finding out what the server has.
  domain::Result<HttpReply> look(const std::string& path);

 private:
  using Reply = tl::expected<HttpReply, HttpFailure>;
  enum class Weight { page, part };

  domain::Result<std::int64_t> logged_in();
  domain::Result<void> renew(std::int64_t seen);
  domain::Result<void> begin_session();
  Reply send(const HttpRequest& request, Weight weight);
  // Within the session; logs in again once where the server has ended it.
  tl::expected<Reply, domain::Error> ask(HttpRequest request, Weight weight);
  HttpRequest get(const std::string& path, const Fields& query) const;
  Posted posted(HttpRequest request, std::string_view needs);
  bool wait_until(Pace::Time start);

  Http& http_;
  const Account account_;
  const Peer peer_;
  const SessionLimits limits_;
  const std::stop_token stop_;

  std::mutex pace_mutex_;
  std::condition_variable_any pause_;
  Pace pace_;

  mutable std::shared_mutex session_;  // held alone while logging in
  std::int64_t generation_ = 0;        // which login holds; 0: none
  std::int64_t logins_ = 0;
  std::string token_, version_;
};

}  // namespace server
