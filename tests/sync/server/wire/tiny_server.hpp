// A server on loopback that says to each connection what the test wrote, byte by byte: whole
// replies, half ones, none. Logs the requests it read.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <catch2/catch.hpp>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace support {

class TinyServer {
 public:
  // One accepted connection.
  class Line {
   public:
    explicit Line(int fd, const std::atomic<bool>& over) : fd_(fd), over_(over) {}
    // Head and body of the next request; empty where the peer has gone.
    std::string read_request() {
      std::string text;
      for (;;) {
        const auto head = text.find("\r\n\r\n");
        if (head != text.npos) {
          const auto field = text.find("Content-Length: ");
          const std::size_t body = field < head ? std::stoul(text.substr(field + 16)) : 0;
          if (text.size() >= head + 4 + body) return text;
        }
        if (!wait()) return {};
        char bytes[4096];
        const auto n = ::recv(fd_, bytes, sizeof bytes, 0);
        if (n <= 0) return {};
        text.append(bytes, static_cast<std::size_t>(n));
      }
    }
    void say(const std::string& text) { ::send(fd_, text.data(), text.size(), MSG_NOSIGNAL); }
    // Until the peer goes away or the test ends.
    void stay_silent() {
      char byte;
      while (wait() && ::recv(fd_, &byte, 1, 0) > 0) {
      }
    }

   private:
    bool wait() const {
      pollfd one{fd_, POLLIN, 0};
      while (!over_)
        if (::poll(&one, 1, 20) > 0) return true;
      return false;
    }
    int fd_;
    const std::atomic<bool>& over_;
  };

  // `talk` answers one request; the connection ends when it returns false.
  explicit TinyServer(std::function<bool(Line&, const std::string&)> talk)
      : talk_(std::move(talk)) {
    listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::bind(listener_, reinterpret_cast<sockaddr*>(&at), sizeof at) == 0);
    REQUIRE(::listen(listener_, 8) == 0);
    socklen_t size = sizeof at;
    ::getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size);
    port_ = ntohs(at.sin_port);
    accepting_ = std::jthread([this] { accept_all(); });
  }
  ~TinyServer() {
    over_ = true;
    accepting_.join();
    lines_.clear();
    ::close(listener_);
  }

  std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + path;
  }
  std::vector<std::string> requests() {
    const std::lock_guard hold(mutex_);
    return requests_;
  }
  int connections() const { return connections_; }

 private:
  void accept_all() {
    while (!over_) {
      pollfd one{listener_, POLLIN, 0};
      if (::poll(&one, 1, 20) <= 0) continue;
      const int fd = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      if (fd < 0) continue;
      ++connections_;
      lines_.emplace_back([this, fd] {
        Line line(fd, over_);
        for (;;) {
          const auto request = line.read_request();
          if (request.empty()) break;
          {
            const std::lock_guard hold(mutex_);
            requests_.push_back(request);
          }
          if (!talk_(line, request)) break;
        }
        ::close(fd);
      });
    }
  }

  std::function<bool(Line&, const std::string&)> talk_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> over_ = false;
  std::atomic<int> connections_ = 0;
  std::mutex mutex_;
  std::vector<std::string> requests_;
  std::vector<std::jthread> lines_;
  std::jthread accepting_;
};

inline std::string reply(const std::string& head, const std::string& body) {
  return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " +
         std::to_string(body.size()) + "\r\n" + head + "\r\n" + body;
}

}  // namespace support
