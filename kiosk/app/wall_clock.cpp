#include "kiosk/app/wall_clock.hpp"

#include <array>
#include <ctime>

namespace kiosk {

namespace {

std::string local(domain::Stamp at, const char* format) {
  const std::time_t seconds = at.microseconds / 1'000'000;
  std::tm parts{};
  localtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  const auto length = std::strftime(text.data(), text.size(), format, &parts);
  return {text.data(), length};
}

timespec read(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return now;
}

}  // namespace

domain::Stamp wall_now() {
  const auto now = read(CLOCK_REALTIME);
  return {static_cast<std::int64_t>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000};
}

domain::Moment boot_now() {
  const auto now = read(CLOCK_BOOTTIME);
  return domain::Moment(static_cast<std::int64_t>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000);
}

std::string clock_text(domain::Stamp at) { return local(at, "%H:%M"); }
std::string iso_date(domain::Stamp at) { return local(at, "%Y-%m-%d"); }

}  // namespace kiosk
