#include "sync/journal/iso_time.hpp"

#include <array>
#include <ctime>

namespace journal {

namespace {

constexpr std::int64_t micro = 1'000'000;

// Whole seconds, rounded down also before 1970.
std::time_t seconds(domain::Stamp at) {
  const std::int64_t rest = at.microseconds % micro;
  return at.microseconds / micro - (rest < 0 ? 1 : 0);
}

std::string print(const char* form, const std::tm& time) {
  std::array<char, 40> text{};
  return {text.data(), std::strftime(text.data(), text.size(), form, &time)};
}

std::tm local(domain::Stamp at) {
  const std::time_t whole = seconds(at);
  std::tm time{};
  localtime_r(&whole, &time);
  return time;
}

std::string offset(const std::tm& time) {
  std::string text = print("%z", time);  // "+0100"
  if (text.size() == 5) text.insert(3, ":");
  return text;
}

}  // namespace

std::string iso_time(domain::Stamp at) {
  const std::tm time = local(at);
  return print("%Y-%m-%dT%H:%M:%S", time) + offset(time);
}

std::string iso_time_precise(domain::Stamp at) {
  const std::tm time = local(at);
  std::string part = std::to_string(at.microseconds - seconds(at) * micro);
  part.insert(0, 6 - part.size(), '0');
  return print("%Y-%m-%dT%H:%M:%S.", time) + part + offset(time);
}

std::string iso_date(domain::Stamp at) { return print("%Y-%m-%d", local(at)); }

std::string file_time(domain::Stamp at) {
  const std::time_t whole = seconds(at);
  std::tm time{};
  gmtime_r(&whole, &time);
  return print("%Y%m%dT%H%M%SZ", time);
}

}  // namespace journal
