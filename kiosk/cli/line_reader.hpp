// Lines of a file descriptor as they arrive: those that are there are had at once, so that they can
// be saved together; nobody waits for a line that has not come.
#pragma once

#include <string>
#include <vector>

namespace kiosk {

class LineReader {
 public:
  explicit LineReader(int fd) : fd_(fd) {}

  // Waits for at least one line, then gives those that have arrived, at most `most`, without their
  // ends; none at the end of the input. A last line without an end counts.
  std::vector<std::string> lines(std::size_t most);

 private:
  void read_more();

  int fd_;
  bool ended_ = false;
  std::string buffer_;
  std::size_t searched_ = 0;  // no line ends before this
};

}  // namespace kiosk
