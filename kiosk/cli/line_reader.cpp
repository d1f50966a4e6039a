#include "kiosk/cli/line_reader.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace kiosk {

void LineReader::read_more() {
  std::array<char, 65536> bytes;
  ssize_t got = 0;
  do got = ::read(fd_, bytes.data(), bytes.size());
  while (got < 0 && errno == EINTR);
  if (got <= 0)
    ended_ = true;
  else
    buffer_.append(bytes.data(), static_cast<std::size_t>(got));
}

std::vector<std::string> LineReader::lines(std::size_t most) {
  std::vector<std::string> found;
  std::size_t begin = 0;
  while (found.size() < most) {
    const auto end = buffer_.find('\n', std::max(begin, searched_));
    if (end != buffer_.npos) {
      found.push_back(buffer_.substr(begin, end - begin));
      begin = end + 1;
      searched_ = begin;
      continue;
    }
    searched_ = buffer_.size();
    if (!found.empty()) break;
    if (ended_) {
      if (begin < buffer_.size()) found.push_back(buffer_.substr(begin));
      begin = searched_ = buffer_.size();
      break;
    }
    read_more();
  }
  buffer_.erase(0, begin);
  searched_ -= begin;
  return found;
}

}  // namespace kiosk
