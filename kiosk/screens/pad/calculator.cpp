#include "kiosk/screens/pad/calculator.hpp"

#include <algorithm>

namespace screens::pad {
namespace {

using domain::Wide;

constexpr std::size_t most_characters = 24, most_digits = 6, most_decimals = 3;
constexpr Wide nano = 1'000'000'000;
// What a factor or a sum may come to: more than the server holds, less than overflows.
constexpr Wide largest = 100'000'000 * nano;

bool is_sign(char c) { return c == '+' || c == '*'; }

Wide number(const std::string& text) {
  Wide value = 0, scale = nano;
  bool decimals = false;
  for (const char c : text) {
    if (c == ',') {
      decimals = true;
      continue;
    }
    value = value * 10 + (c - '0');
    if (decimals) scale /= 10;
  }
  return value * scale;
}

}  // namespace

std::size_t Calculator::number_start() const {
  const std::size_t sign = line_.find_last_of("+*");
  return sign == std::string::npos ? 0 : sign + 1;
}

void Calculator::digit(int digit) {
  if (line_.size() >= most_characters) return;
  const std::string number = line_.substr(number_start());
  const std::size_t comma = number.find(',');
  if (comma == std::string::npos && number.size() >= most_digits) return;
  if (comma != std::string::npos && number.size() - comma > most_decimals) return;
  if (number == "0") line_.pop_back();
  line_ += static_cast<char>('0' + digit);
}

void Calculator::comma() {
  if (line_.size() + 2 > most_characters) return;
  const std::string number = line_.substr(number_start());
  if (number.find(',') != std::string::npos) return;
  line_ += number.empty() ? "0," : ",";
}

void Calculator::sign(char sign) {
  if (line_.empty() || line_.size() >= most_characters) return;
  if (is_sign(line_.back())) line_.pop_back();
  line_ += sign;
}

void Calculator::erase() {
  if (!line_.empty()) line_.pop_back();
}

std::string Calculator::text(char mark) const {
  std::string text;
  for (std::size_t i = 0; i < line_.size(); ++i) {
    const char c = line_[i];
    const bool last = i + 1 == line_.size();
    if (is_sign(c))
      text.append(c == '+' ? " +" : " ×").append(last ? "" : " ");
    else
      text += c == ',' ? mark : c;
  }
  return text;
}

std::optional<Wide> Calculator::value() const {
  std::string rest = line_;
  if (!rest.empty() && is_sign(rest.back())) rest.pop_back();
  if (rest.empty()) return std::nullopt;
  Wide sum = 0, product = nano;
  while (true) {
    const std::size_t end = std::min(rest.find_first_of("+*"), rest.size());
    product = domain::divide_rounded(product * number(rest.substr(0, end)), nano);
    if (product > largest) return std::nullopt;
    const bool further = end < rest.size();
    if (!further || rest[end] == '+') {
      sum += product;
      product = nano;
    }
    if (sum > largest) return std::nullopt;
    if (!further) return sum;
    rest.erase(0, end + 1);
  }
}

std::optional<domain::Weight> Calculator::weight() const {
  const auto nanos = value();
  if (measures_ != Measures::weight || !nanos) return std::nullopt;
  const Wide mg = in_kilograms() ? 1'000'000 : 1'000;
  const Wide weight = domain::divide_rounded(*nanos * mg, nano);
  // What the server's decimal(8,3) holds of kilograms.
  if (weight > Wide(domain::largest_result.units())) return std::nullopt;
  return domain::Weight(domain::narrow(weight));
}

std::optional<domain::Quantity> Calculator::quantity() const {
  const auto nanos = value();
  if (measures_ != Measures::pieces || !nanos) return std::nullopt;
  const Wide micro = domain::divide_rounded(*nanos, 1'000);
  if (micro > Wide(domain::largest_result.units())) return std::nullopt;
  return domain::round_to_server(domain::Quantity(domain::narrow(micro)));
}

void press(Calculator& line, ui::PadKey key) {
  switch (key.kind) {
    case ui::PadKey::Kind::digit:
      return line.digit(key.digit);
    case ui::PadKey::Kind::comma:
      return line.comma();
    case ui::PadKey::Kind::plus:
      return line.plus();
    case ui::PadKey::Kind::times:
      return line.times();
    case ui::PadKey::Kind::erase:
      return line.erase();
    case ui::PadKey::Kind::clear:
      return line.clear();
  }
}

std::optional<ui::PadKey> key_of(char c) {
  using Kind = ui::PadKey::Kind;
  if (c >= '0' && c <= '9') return ui::PadKey{Kind::digit, c - '0'};
  switch (c) {
    case ',':
    case '.':
      return ui::PadKey{Kind::comma};
    case '+':
      return ui::PadKey{Kind::plus};
    case '*':
    case 'x':
      return ui::PadKey{Kind::times};
    case '\b':
      return ui::PadKey{Kind::erase};
    default:
      return std::nullopt;
  }
}

}  // namespace screens::pad
