#include "fake_foodsoft/faults.hpp"

namespace fake {

std::optional<FaultKind> fault_named(const std::string& name) {
  for (std::size_t n = 0; n < fault_names.size(); ++n)
    if (name == fault_names[n]) return static_cast<FaultKind>(n);
  return std::nullopt;
}

std::optional<Fault> Faults::pick(const std::string& method, const std::string& path) {
  const std::lock_guard lock(mutex_);
  std::optional<Fault> chosen;
  for (FaultRule& rule : rules_) {
    if (!std::regex_match(method, std::regex(rule.method)) ||
        !std::regex_match(path, std::regex(rule.path)))
      continue;
    ++rule.seen;
    const bool due = rule.seen >= rule.at && (rule.times < 0 || rule.fired < rule.times);
    if (!due || chosen) continue;
    ++rule.fired;
    chosen = rule.fault;
  }
  if (!chosen && rate_ > 0 && !kinds_.empty() &&
      std::uniform_real_distribution<double>(0, 1)(dice_) < rate_)
    chosen = Fault{.kind = kinds_[dice_() % kinds_.size()], .ms = static_cast<int>(dice_() % 30)};
  if (chosen) ++fired_[static_cast<std::size_t>(chosen->kind)];
  return chosen;
}

void Faults::add(FaultRule rule) {
  const std::lock_guard lock(mutex_);
  rules_.push_back(std::move(rule));
}

void Faults::clear() {
  const std::lock_guard lock(mutex_);
  rules_.clear();
  rate_ = 0;
}

void Faults::roll(std::uint64_t seed, double rate, std::vector<FaultKind> kinds) {
  const std::lock_guard lock(mutex_);
  dice_.seed(seed);
  rate_ = rate;
  kinds_ = std::move(kinds);
  if (!kinds_.empty()) return;
  for (std::size_t n = 0; n < fault_names.size(); ++n) kinds_.push_back(static_cast<FaultKind>(n));
}

std::vector<FaultRule> Faults::rules() {
  const std::lock_guard lock(mutex_);
  return rules_;
}

std::array<int, fault_names.size()> Faults::fired() {
  const std::lock_guard lock(mutex_);
  return fired_;
}

}  // namespace fake
