#include "support/private_cupsd.hpp"

#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <sstream>
#include <stdexcept>
#include <thread>

namespace support {

PrivateCupsd::PrivateCupsd() {
  int to[2], from[2];
  if (::pipe(to) != 0 || ::pipe(from) != 0) throw std::runtime_error("no pipe");
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(to[0], 0);
    ::dup2(from[1], 1);
    for (const int end : {to[0], to[1], from[0], from[1]}) ::close(end);
    ::execl("/usr/bin/python3", "python3", TEST_DATA "/../support/private_cupsd.py", nullptr);
    ::_exit(127);
  }
  ::close(to[0]);
  ::close(from[1]);
  to_ = to[1];
  from_ = from[0];
  ::setenv("CUPS_SERVER", ("127.0.0.1:" + read_line()).c_str(), 1);
}

PrivateCupsd::~PrivateCupsd() {
  ::close(to_);
  ::waitpid(process_, nullptr, 0);
  ::close(from_);
}

std::string PrivateCupsd::read_line() {
  std::string line;
  for (char c = 0; ::read(from_, &c, 1) == 1 && c != '\n';) line += c;
  if (line.empty()) throw std::runtime_error("the private print server has ended");
  return line;
}

std::vector<std::string> PrivateCupsd::tell(const std::string& line) {
  const std::string sent = line + '\n';
  if (::write(to_, sent.data(), sent.size()) != static_cast<ssize_t>(sent.size()))
    throw std::runtime_error("the private print server does not listen");
  std::istringstream answer(read_line());
  std::string word;
  answer >> word;
  if (word != "ok") throw std::runtime_error(line + " failed");
  std::vector<std::string> words;
  while (answer >> word) words.push_back(word);
  return words;
}

std::vector<std::string> PrivateCupsd::kept(std::size_t count) {
  std::vector<std::string> found;
  for (int i = 0; i < 400; ++i) {
    found = tell("kept");
    if (found.size() >= count) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return found;
}

}  // namespace support
