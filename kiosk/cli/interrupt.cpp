#include "kiosk/cli/interrupt.hpp"

#include <ctime>

namespace kiosk {

namespace {

constexpr long look_ns = 100'000'000;

}  // namespace

Interrupt::Interrupt() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGINT);
  sigaddset(&signals_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  listener_ = std::jthread([this](const std::stop_token& over) { listen(over); });
}

Interrupt::~Interrupt() {
  listener_.request_stop();
  listener_.join();
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void Interrupt::listen(const std::stop_token& over) {
  while (!over.stop_requested()) {
    const timespec patience{0, look_ns};
    const int signal = sigtimedwait(&signals_, nullptr, &patience);
    if (signal == SIGTERM || (signal == SIGINT && finish_.stop_requested())) cut_.request_stop();
    if (signal == SIGTERM || signal == SIGINT) finish_.request_stop();
  }
}

}  // namespace kiosk
