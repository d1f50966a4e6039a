#include "fake_foodsoft/wire.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

namespace fake {
namespace {

// What a proxy in front of the application packs with. The library would take brotli where it is
// offered, at its best and slowest: 20 s for one page of 5.x.
void only_gzip(httplib::Request& request) {
  const std::string offered = request.get_header_value("Accept-Encoding");
  request.headers.erase("Accept-Encoding");
  if (offered.find("gzip") != std::string::npos) request.set_header("Accept-Encoding", "gzip");
}

}  // namespace

Wire*& Wire::current() {
  static thread_local Wire* wire = nullptr;
  return wire;
}

bool Wire::wait_readable(int ms) const {
  pollfd waited{.fd = socket_, .events = POLLIN, .revents = 0};
  return poll(&waited, 1, ms) > 0;
}

void Wire::begin_request() {
  silent_ = false;
  break_at_ = written_ = drip_ms_ = 0;
}

ssize_t Wire::read(char* to, size_t size) {
  if (dead_ || !wait_readable(read_timeout_ms)) return -1;
  return recv(socket_, to, size, 0);
}

bool Wire::send_all(const char* from, size_t size) {
  while (size > 0) {
    const ssize_t sent = send(socket_, from, size, MSG_NOSIGNAL);
    if (sent <= 0) return false;
    from += sent;
    size -= static_cast<size_t>(sent);
  }
  return true;
}

// With a reset, not with a good-bye.
void Wire::break_off() {
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  dead_ = true;
}

ssize_t Wire::write(const char* from, size_t size) {
  if (silent_) dead_ = true;
  if (dead_) return -1;
  if (++written_ == break_at_) {
    send_all(from, size / 2);
    // What was sent must be read before the reset overtakes it.
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    break_off();
    return -1;
  }
  const size_t parts = drip_ms_ > 0 ? 8 : 1;
  for (size_t part = 0, from_byte = 0; part < parts; ++part) {
    const size_t to_byte = size * (part + 1) / parts;
    if (!send_all(from + from_byte, to_byte - from_byte)) return -1;
    from_byte = to_byte;
    if (drip_ms_ > 0)
      std::this_thread::sleep_for(std::chrono::milliseconds(std::max(drip_ms_ / 8, 1)));
  }
  return static_cast<ssize_t>(size);
}

void Wire::get_remote_ip_and_port(std::string& ip, int& port) const {
  ip = "127.0.0.1";
  port = 0;
}
void Wire::get_local_ip_and_port(std::string& ip, int& port) const {
  get_remote_ip_and_port(ip, port);
}

void Wire::close() {
  if (!dead_) shutdown(socket_, SHUT_RDWR);
  ::close(socket_);
}

void Front::end() {
  ending_ = true;
  stop();
}

bool Front::process_and_close_socket(socket_t socket) {
  constexpr int idle_ms = 5'000, step_ms = 50;
  Wire wire(socket);
  Wire::current() = &wire;
  bool open = true;
  while (open && !wire.dead() && !ending_) {
    int waited = 0;
    while (!wire.wait_readable(step_ms) && !ending_ && (waited += step_ms) < idle_ms) {
    }
    if (waited >= idle_ms || ending_) break;
    bool closed = false;
    wire.begin_request();
    open = process_request(wire, false, closed, only_gzip) && !closed;
  }
  Wire::current() = nullptr;
  wire.close();
  return true;
}

}  // namespace fake
