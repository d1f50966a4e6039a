// Ports without devices: a fake that a test feeds and unplugs, and a twin whose every step fails.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <string>

#include "devices/scales/port.hpp"

namespace test {

// The scale's side of the line, shared by a test and the scale's thread. Logs what was asked.
class FakeLine {
 public:
  void send(std::string_view bytes) {
    const std::lock_guard lock(mutex_);
    sent_.insert(sent_.end(), bytes.begin(), bytes.end());
    arrived_.notify_all();
  }
  // What it answers to every request.
  void answer(std::string reply) {
    const std::lock_guard lock(mutex_);
    reply_ = std::move(reply);
  }
  void unplug() {
    const std::lock_guard lock(mutex_);
    plugged_ = false;
    sent_.clear();
    arrived_.notify_all();
  }
  void plug() {
    const std::lock_guard lock(mutex_);
    plugged_ = true;
  }
  std::string asked() const {
    const std::lock_guard lock(mutex_);
    return asked_;
  }
  int opened() const {
    const std::lock_guard lock(mutex_);
    return opened_;
  }

 private:
  friend class FakePort;
  friend class FakeOpener;
  mutable std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<char> sent_;
  std::string reply_;
  std::string asked_;
  int opened_ = 0;
  bool plugged_ = true;
};

inline tl::unexpected<domain::Error> gone() {
  return domain::fail(domain::Fault::device_gone, "The port is not there");
}

class FakePort final : public scales::Port {
 public:
  explicit FakePort(FakeLine& line) : line_(line) {}
  domain::Result<std::size_t> read(std::span<std::uint8_t> into,
                                   std::chrono::milliseconds wait) override {
    std::unique_lock lock(line_.mutex_);
    line_.arrived_.wait_for(lock, wait, [&] { return !line_.plugged_ || !line_.sent_.empty(); });
    if (!line_.plugged_) return gone();
    std::size_t count = 0;
    for (; count < into.size() && !line_.sent_.empty(); ++count) {
      into[count] = static_cast<std::uint8_t>(line_.sent_.front());
      line_.sent_.pop_front();
    }
    return count;
  }
  domain::Result<void> write(scales::Bytes bytes) override {
    const std::lock_guard lock(line_.mutex_);
    if (!line_.plugged_) return gone();
    line_.asked_.append(bytes.begin(), bytes.end());
    line_.sent_.insert(line_.sent_.end(), line_.reply_.begin(), line_.reply_.end());
    return {};
  }

 private:
  FakeLine& line_;
};

class FakeOpener final : public scales::PortOpener {
 public:
  explicit FakeOpener(FakeLine& line, scales::Parity parity = scales::Parity::none)
      : line_(line), parity_(parity) {}
  domain::Result<std::unique_ptr<scales::Port>> open() override {
    const std::lock_guard lock(line_.mutex_);
    if (!line_.plugged_) return gone();
    ++line_.opened_;
    return std::make_unique<FakePort>(line_);
  }
  scales::Parity parity() const override { return parity_; }

 private:
  FakeLine& line_;
  scales::Parity parity_;
};

// Fails in the one step that is named; the others work and say nothing.
class FailingPort final : public scales::Port {
 public:
  enum class Step { reading, writing };
  explicit FailingPort(Step step) : step_(step) {}
  domain::Result<std::size_t> read(std::span<std::uint8_t>, std::chrono::milliseconds) override {
    if (step_ == Step::reading) return gone();
    return std::size_t{0};
  }
  domain::Result<void> write(scales::Bytes) override {
    if (step_ == Step::writing) return gone();
    return {};
  }

 private:
  Step step_;
};

// Refuses to open, or opens ports that fail.
class FailingOpener final : public scales::PortOpener {
 public:
  explicit FailingOpener(domain::Fault fault) : fault_(fault) {}
  explicit FailingOpener(FailingPort::Step step) : step_(step) {}
  domain::Result<std::unique_ptr<scales::Port>> open() override {
    if (!step_) return domain::fail(fault_, "The port cannot be opened");
    return std::make_unique<FailingPort>(*step_);
  }
  scales::Parity parity() const override { return scales::Parity::none; }

 private:
  domain::Fault fault_ = domain::Fault::io;
  std::optional<FailingPort::Step> step_;
};

}  // namespace test
