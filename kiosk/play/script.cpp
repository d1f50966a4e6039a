#include "kiosk/play/script.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace kiosk::play {
namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

// The first word of `rest`, which keeps what follows it.
std::string_view word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find_first_of(blanks), rest.size());
  const std::string_view first = rest.substr(0, end);
  rest = trimmed(rest.substr(end));
  return first;
}

template <std::size_t n>
bool one_of(std::string_view text, const std::array<std::string_view, n>& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 6> scale_faults{"overload", "underload", "under_zero",
                                                       "moving",   "silent",    "unplugged"};
constexpr std::array<std::string_view, 2> printer_faults{"no_labels", "offline"};

Command scale(std::string_view rest) {
  const std::string_view what = word(rest);
  if (what == "clear" && rest.empty()) return ScaleClear{};
  if (what == "ok" && rest.empty()) return ScaleOk{};
  if (what == "fault") {
    if (one_of(rest, scale_faults)) return ScaleFault{std::string(rest)};
    return Bad{"a scale has no fault \"" + std::string(rest) + "\""};
  }
  if (what == "put") {
    const auto weight = domain::read_weight(rest);
    if (weight) return ScalePut{*weight};
    return Bad{weight.error().detail};
  }
  return Bad{"scale takes put, clear, fault or ok"};
}

Command printer(std::string_view rest) {
  const std::string_view what = word(rest);
  if (what == "ok" && rest.empty()) return PrinterOk{};
  if (what == "fault" && one_of(rest, printer_faults)) return PrinterFault{std::string(rest)};
  return Bad{"printer takes ok, fault no_labels or fault offline"};
}

Command key(std::string_view rest) {
  const std::string_view what = word(rest);
  if (what == "pull" && rest.empty()) return KeyPull{};
  if (what == "put" && !rest.empty()) return KeyPut{std::string(rest)};
  return Bad{"key takes put FOLDER or pull"};
}

Command wait(std::string_view rest) {
  long count = 0;
  const char* const end = rest.data() + rest.size();
  const auto [at, error] = std::from_chars(rest.data(), end, count);
  const std::string_view unit = trimmed({at, static_cast<std::size_t>(end - at)});
  constexpr long longest = 24L * 3600 * 1000;
  if (error != std::errc{} || count < 0 || count > longest || (unit != "ms" && unit != "s"))
    return Bad{"wait takes a time, for example 500 ms"};
  return Wait{std::chrono::milliseconds(unit == "s" ? count * 1000 : count)};
}

Command expect(std::string_view rest) {
  const std::string_view target = word(rest);
  if (target.empty()) return Bad{"expect takes a target and its text"};
  return Expect{std::string(target), std::string(rest)};
}

// A command with one word or text behind it.
template <class Kind>
Command with(std::string_view rest, const char* why) {
  if (rest.empty()) return Bad{why};
  return Kind{std::string(rest)};
}

Command command_of(std::string_view rest) {
  const std::string_view verb = word(rest);
  if (verb == "tap") {
    if (rest.find_first_of(blanks) != std::string_view::npos) return Bad{"tap takes one target"};
    return with<Tap>(rest, "tap takes a target");
  }
  if (verb == "type") return with<Type>(rest, "type takes a text");
  if (verb == "scan") return with<Scan>(rest, "scan takes a text");
  if (verb == "picture") {
    if (rest.find('/') != std::string_view::npos) return Bad{"a picture's name is no path"};
    return with<Picture>(rest, "picture takes a name");
  }
  if (verb == "scale") return scale(rest);
  if (verb == "printer") return printer(rest);
  if (verb == "key") return key(rest);
  if (verb == "wait") return wait(rest);
  if (verb == "expect") return expect(rest);
  if (verb == "targets" && rest.empty()) return Targets{};
  if (verb == "quit" && rest.empty()) return Quit{};
  return Bad{"there is no command \"" + std::string(verb) + "\" of this form"};
}

}  // namespace

std::vector<Line> parse(std::string_view script) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (script.starts_with(mark)) script.remove_prefix(mark.size());
  std::vector<Line> lines;
  for (int number = 1; !script.empty(); ++number) {
    const std::size_t end = std::min(script.find('\n'), script.size());
    const std::string_view text = trimmed(script.substr(0, end));
    script.remove_prefix(std::min(end + 1, script.size()));
    if (text.empty() || text.front() == '#') continue;
    lines.push_back({number, command_of(text)});
  }
  return lines;
}

}  // namespace kiosk::play
