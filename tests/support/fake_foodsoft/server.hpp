// The fake server behind the wire: one co-op, its sessions, one lock. Any thread may call answer().
#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "fake_foodsoft/coop.hpp"
#include "fake_foodsoft/http.hpp"
#include "fake_foodsoft/look.hpp"
#include "fake_foodsoft/session.hpp"

namespace fake {

// How long the server computes, in ms. A cell's PATCH reads its group's total, computes for
// `patch`, and stores it: two of one group at once collide (foodsoft.md 14.1, case 30).
struct Timing {
  std::atomic<int> patch{3}, page{0}, receive{0};
};

struct Write {
  std::string method, path;
  Fields fields;
  int status = 0;  // of the reply as the server meant it, before any fault of the wire
};

struct Options {
  std::string prefix;  // "/sub" of a sub-path install
  std::string slug = "f";
  bool multi = false;  // several co-ops: other slugs are unknown
};

class Server {
 public:
  Server(Coop coop, Options options) : coop_(std::move(coop)), options_(std::move(options)) {}

  Reply answer(const Request& request);
  // Something done behind the client's back.
  template <class Work>
  auto with_coop(Work work) {
    const std::lock_guard lock(mutex_);
    return work(coop_);
  }
  std::vector<Write> writes();
  void forget_writes();
  void expire(const Request& request);
  void expire_all();
  bool four() const { return series_ == Series::v4; }
  // A write's second half: what the reply of `answer` would not tell the next reader. See
  // writes.cpp.
  std::atomic<bool> next_total_stays_stale{false};
  Timing timing;

 private:
  using Lock = std::unique_lock<std::mutex>;
  struct Call;  // one request being answered

  Reply route(Call& call, Lock& lock);
  Reply route_get(Call& call, Lock& lock);
  Reply route_write(Call& call, Lock& lock);
  Reply outside(Call& call);
  Reply log_in(Call& call);
  Reply to_login(Call& call);
  Reply not_allowed(Call& call);
  Reply orders_get(Call& call, const std::string& rest);
  Reply finance_get(Call& call, const std::string& rest);

  Reply patch_cell(Call& call, int id, Lock& lock);
  Reply create_cell(Call& call);
  Reply delete_cell(Call& call, int id);
  Reply patch_article(Call& call, int order, int article);
  Reply post_comment(Call& call);
  Reply post_receive(Call& call, int order, Lock& lock);
  Reply settle(Call& call, int order);

  std::mutex mutex_;
  Coop coop_;
  const Series series_ = coop_.series;
  const Options options_;
  Sessions sessions_;
  std::vector<Write> writes_;
};

struct Server::Call {
  const Request& request;
  std::string path;  // below the slug, "" or "/orders/4"
  bool js = false;   // asked for by its suffix or Accept
  bool suffix = false;
  Session& session;
  Look look;
};

// What redistribution does to one article, as "receive" does it and its admin endpoint.
void redistribute(Coop& coop, Article& article, bool rest_to_tolerance);
void receive_values(Coop& coop, int order, const std::map<int, std::optional<Decimal>>& values,
                    bool rest_to_tolerance);
void settle_order(Coop& coop, int order);

}  // namespace fake
