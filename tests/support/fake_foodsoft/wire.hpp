// One connection as cpp-httplib sees it, which can break or drip where a test wants it.
#pragma once

#include <httplib.h>

namespace fake {

class Wire final : public httplib::Stream {
 public:
  explicit Wire(socket_t socket) : socket_(socket) {}
  // The connection that this thread serves.
  static Wire*& current();

  // From here to the next request:
  void say_nothing() { silent_ = true; }
  void break_in_the_middle(bool with_body) { break_at_ = with_body ? 2 : 1; }
  void drip(int ms) { drip_ms_ = ms; }

  // Whether bytes came before `ms` passed.
  bool wait_readable(int ms) const;
  void begin_request();
  bool dead() const { return dead_; }
  void close();

  bool is_readable() const override { return wait_readable(read_timeout_ms); }
  bool is_writable() const override { return !dead_; }
  ssize_t read(char* to, size_t size) override;
  ssize_t write(const char* from, size_t size) override;
  void get_remote_ip_and_port(std::string& ip, int& port) const override;
  void get_local_ip_and_port(std::string& ip, int& port) const override;
  socket_t socket() const override { return socket_; }

 private:
  static constexpr int read_timeout_ms = 5'000;

  bool send_all(const char* from, size_t size);
  void break_off();

  socket_t socket_;
  bool silent_ = false, dead_ = false;
  int break_at_ = 0;  // the write to break: 1 the head, 2 the body
  int written_ = 0, drip_ms_ = 0;
};

// An HTTP server on loopback whose connections are Wires.
class Front : public httplib::Server {
 public:
  void end();

 private:
  bool process_and_close_socket(socket_t socket) override;

  std::atomic<bool> ending_{false};
};

}  // namespace fake
