// A scale without hardware: noise, settling, drift, faults on request. Ships; the demo and --play
// use it. SimulatedScale and SimulatedReadings are pure, their time is given in (virtual in play);
// SimulatedDevice puts them behind the Scale interface with a thread of its own.
#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "devices/scales/scale.hpp"
#include "devices/scales/steady_weight.hpp"

namespace scales {

struct SimulatedSettings {
  domain::Weight capacity = domain::grams(60'000);
  domain::Weight division = domain::grams(1);
  domain::Moment period{100};                      // between two frames
  domain::Moment settling{200};                    // from a change of the load to a still display
  domain::Weight noise = domain::milligrams(300);  // either way, always
  domain::Weight drift_per_minute;
  domain::Moment drift_since{0};  // when the zero was still right
  std::uint32_t seed = 1;
};

// contracts.md 6: scale fault …
enum class SimulatedFault { overload, underload, under_zero, moving, silent, unplugged };
std::optional<SimulatedFault> read_simulated_fault(std::string_view word);

class SimulatedScale {
 public:
  explicit SimulatedScale(SimulatedSettings settings = {}) : settings_(settings) {}

  // The whole load from now on, whatever lay there before.
  void put(domain::Weight load, domain::Moment now);
  void clear(domain::Moment now) { put(domain::Weight(0), now); }
  void fault(SimulatedFault fault) { fault_ = fault; }
  void ok() { fault_.reset(); }

  const SimulatedSettings& settings() const { return settings_; }
  bool unplugged() const { return fault_ == SimulatedFault::unplugged; }
  // The frame it sends at that moment; empty while it is silent or unplugged. The same moment gives
  // the same frame.
  std::optional<ScaleEvent> at(domain::Moment now) const;

 private:
  bool swings(domain::Moment now) const;
  // What the display shows, in divisions.
  std::int64_t divisions_at(domain::Moment now) const;
  SimulatedSettings settings_;
  std::optional<SimulatedFault> fault_;
  domain::Weight before_;
  domain::Weight load_;
  domain::Moment changed_{0};
};

// The readings of a simulated scale along a clock that only goes forward.
class SimulatedReadings {
 public:
  explicit SimulatedReadings(SimulatedSettings settings = {});
  SimulatedScale scale;
  // The reading that holds at `now`, after all frames up to then.
  const domain::Reading& at(domain::Moment now);

 private:
  SteadyWeight steady_;
  domain::Reading reading_;
  std::optional<domain::Moment> frame_;
  bool unplugged_ = false;
};

// Beside start() and stop(), everything may be called from any thread.
class SimulatedDevice final : public Scale {
 public:
  SimulatedDevice(SimulatedSettings settings, Post post);
  ~SimulatedDevice() override;
  void start() override;
  void stop() override;
  void put(domain::Weight load);
  void clear() { put(domain::Weight(0)); }
  void fault(SimulatedFault fault);
  void ok();

 private:
  void run(const std::stop_token& stop);
  Post post_;
  std::mutex mutex_;
  std::condition_variable_any wake_;
  SimulatedReadings readings_;  // under the mutex
  std::jthread thread_;
};

}  // namespace scales
