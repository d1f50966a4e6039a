// A push run against a server in memory: a book that keeps entries, a clock that costs no time, a
// watch that remembers.
#pragma once

#include "sync/server/foodsoft/push/push.hpp"
#include "sync/server/push/push_bench.hpp"

namespace support {

class MemoryBook : public server::PushBook {
 public:
  explicit MemoryBook(PushDay& day) : day_(day) {}

  const domain::Day& day() const override { return day_.day; }
  const domain::PushState& state() const override { return day_.state; }
  const std::string& day_mark() const override { return mark_; }
  domain::Result<std::vector<server::ToldOrder>> told(domain::OrderId id) override {
    for (const auto& order : day_.day.orders())
      if (order.id == id) return std::vector<server::ToldOrder>{{day_.server.address(), order}};
    return std::vector<server::ToldOrder>();
  }
  domain::Result<void> append(std::span<const domain::Body> bodies) override {
    // As a kill would: nothing more is committed, and nothing more is sent.
    if (appends_left >= 0 && appends_left-- == 0)
      return domain::fail(domain::Fault::disk_full, "killed");
    for (const auto& body : bodies) day_.add(body);
    return {};
  }
  domain::Result<void> catch_up() override {
    if (meanwhile) meanwhile();
    return {};
  }

  int appends_left = -1;
  std::function<void()> meanwhile;

 private:
  PushDay& day_;
  std::string mark_ = "1a2b3c4d";
};

class NoClock : public server::PushClock {
 public:
  bool wait(std::chrono::milliseconds time) override {
    waited.push_back(time);
    return true;
  }
  bool told_to_end() const override { return false; }
  std::vector<std::chrono::milliseconds> waited;
};

class Remembered : public server::PushWatch {
 public:
  void step(const server::StepReport& report) override { steps.push_back(report); }
  void note(const std::string& sentence) override { notes.push_back(sentence); }
  void progress(domain::OrderId, int, int) override {}
  int count(domain::PushOutcome outcome) const {
    return static_cast<int>(std::count_if(
        steps.begin(), steps.end(), [&](const auto& step) { return step.outcome == outcome; }));
  }
  bool said(const std::string& word) const {
    return std::any_of(notes.begin(), notes.end(), [&](const std::string& note) {
      return note.find(word) != std::string::npos;
    });
  }
  std::vector<server::StepReport> steps;
  std::vector<std::string> notes;
};

struct PushRun {
  explicit PushRun(PushDay& day) : day_(day), book(day) {}

  server::OrderReport run(server::PushOptions options = {}) {
    watch = {};
    auto reports = server::Push(day_.server, book, clock, watch, options).run();
    REQUIRE(reports);
    REQUIRE(reports->size() == 1);
    return reports->front();
  }

  PushDay& day_;
  MemoryBook book;
  NoClock clock;
  Remembered watch;
};

}  // namespace support
