// Scales for the kiosk's tests: one that posts what the test says, and one that is always in
// trouble.
#pragma once

#include "devices/scales/scale.hpp"

namespace test {

class FakeScale final : public scales::Scale {
 public:
  explicit FakeScale(scales::Post post) : post_(std::move(post)) {}
  void start() override { running_ = true; }
  void stop() override { running_ = false; }
  bool running() const { return running_; }
  // On the caller's thread; nothing before start() or after stop().
  void say(const domain::Reading& reading) {
    if (running_) post_(reading);
  }
  void steady(domain::Weight weight, domain::Moment at) {
    domain::Reading reading = domain::Reading::of(domain::Trouble::none, at);
    reading.weight = weight;
    reading.steadiness = domain::Steadiness::steady;
    reading.division = domain::grams(1);
    say(reading);
  }

 private:
  scales::Post post_;
  bool running_ = false;
};

class FailingScale final : public scales::Scale {
 public:
  FailingScale(domain::Trouble trouble, scales::Post post)
      : trouble_(trouble), post_(std::move(post)) {}
  void start() override { post_(domain::Reading::of(trouble_, domain::Moment(0))); }
  void stop() override {}

 private:
  domain::Trouble trouble_;
  scales::Post post_;
};

}  // namespace test
