#include "devices/scales/boot_clock.hpp"

#include <ctime>

namespace scales {

domain::Moment boot_now() {
  timespec time{};
  clock_gettime(CLOCK_BOOTTIME, &time);
  return std::chrono::seconds(time.tv_sec) +
         std::chrono::duration_cast<domain::Moment>(std::chrono::nanoseconds(time.tv_nsec));
}

}  // namespace scales
