#include "sync/server/foodsoft/push/lanes.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_set>

namespace server {

namespace {

class Lanes {
 public:
  Lanes(Foodsoft& server, const std::vector<CellWrite>& writes, OneArticleAtOnce articles,
        const std::function<bool()>& end, const std::function<void(int)>& done)
      : server_(server),
        writes_(writes),
        one_article_(articles == OneArticleAtOnce::yes),
        end_(end),
        done_(done),
        replies_(writes.size()),
        begun_(writes.size(), false) {}

  std::vector<std::optional<WriteReply>> run() {
    {
      const std::jthread second([this] { lane(); });
      lane();
    }
    return std::move(replies_);
  }

 private:
  void lane();
  // The next write that may go now; waits while all that are left are held by the other lane.
  std::optional<std::size_t> next(std::unique_lock<std::mutex>& lock);
  bool free(const CellWrite& write) const {
    return groups_.count(write.group) == 0 &&
           !(one_article_ && articles_.count(write.article) != 0);
  }
  void judge(const WriteReply& reply);

  static constexpr int most_failures = 4;  // in a row

  Foodsoft& server_;
  const std::vector<CellWrite>& writes_;
  const bool one_article_;
  const std::function<bool()>& end_;
  const std::function<void(int)>& done_;
  std::vector<std::optional<WriteReply>> replies_;

  std::mutex mutex_;
  std::condition_variable freed_;
  std::vector<bool> begun_;
  std::size_t first_ = 0;  // all before it are begun
  std::unordered_set<int> groups_, articles_;
  int failures_ = 0, over_ = 0;
  bool stopped_ = false;
};

std::optional<std::size_t> Lanes::next(std::unique_lock<std::mutex>& lock) {
  while (!stopped_) {
    while (first_ < writes_.size() && begun_[first_]) ++first_;
    if (first_ == writes_.size()) return std::nullopt;
    for (std::size_t i = first_; i < writes_.size(); ++i)
      if (!begun_[i] && free(writes_[i])) return i;
    freed_.wait(lock);
  }
  return std::nullopt;
}

void Lanes::judge(const WriteReply& reply) {
  if (reply.landed == Landed::yes) {
    failures_ = 0;
    return;
  }
  const auto fault = reply.error.fault;
  if (reply.landed == Landed::no && fault == domain::Fault::not_found) return;
  ++failures_;
  if (failures_ >= most_failures || fault == domain::Fault::no_rights ||
      fault == domain::Fault::interrupted)
    stopped_ = true;
}

void Lanes::lane() {
  std::unique_lock lock(mutex_);
  while (const auto at = next(lock)) {
    if (end_()) {
      stopped_ = true;
      break;
    }
    const CellWrite& write = writes_[*at];
    begun_[*at] = true;
    groups_.insert(write.group);
    articles_.insert(write.article);
    lock.unlock();
    auto reply = server_.write_result(write.cell, write.result);
    lock.lock();
    groups_.erase(write.group);
    articles_.erase(write.article);
    judge(reply);
    replies_[*at] = std::move(reply);
    done_(++over_);
    freed_.notify_all();
  }
  freed_.notify_all();
}

}  // namespace

std::vector<std::optional<WriteReply>> write_in_lanes(Foodsoft& server,
                                                      const std::vector<CellWrite>& writes,
                                                      OneArticleAtOnce articles,
                                                      const std::function<bool()>& end,
                                                      const std::function<void(int)>& done) {
  return Lanes(server, writes, articles, end, done).run();
}

void in_two_lanes(int count, const std::function<void(int)>& work) {
  std::atomic<int> next = 0;
  const auto lane = [&] {
    for (int i = next++; i < count; i = next++) work(i);
  };
  if (count < 2) return lane();
  const std::jthread second(lane);
  lane();
}

}  // namespace server
