// The print server of private_cupsd.py beside a test, and CUPS_SERVER pointing at it. Ends with it.
#pragma once

#include <string>
#include <vector>

namespace support {

class PrivateCupsd {
 public:
  PrivateCupsd();
  ~PrivateCupsd();
  PrivateCupsd(const PrivateCupsd&) = delete;
  PrivateCupsd& operator=(const PrivateCupsd&) = delete;

  // "pause label", "lose send", "kill", "start", … as in the script. The words after "ok".
  std::vector<std::string> tell(const std::string& line);
  // The PDFs that came out so far; waits until there are `count`, or for 20 s.
  std::vector<std::string> kept(std::size_t count);

 private:
  std::string read_line();

  int process_ = -1;
  int to_ = -1, from_ = -1;
};

}  // namespace support
