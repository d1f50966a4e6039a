#include "kiosk/cli/standard_streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <iostream>

namespace kiosk {

void hold_standard_streams() {
  // The lowest free number is the one that is given out.
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (::fcntl(stream, F_GETFD) < 0) (void)::open("/dev/null", O_RDONLY);
}

int after_answers(int code) {
  if (std::cout.flush()) return code;
  std::cerr << "romaine: the answer could not be written, the output is full or closed; what was "
               "saved is safe. Give it another output.\n";
  return code == 0 ? 1 : code;
}

}  // namespace kiosk
