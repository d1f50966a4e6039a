#include "devices/scales/simulated_scale.hpp"

#include <array>

#include "devices/scales/boot_clock.hpp"

namespace scales {

namespace {

using domain::Moment;
using domain::Reading;
using domain::Trouble;
using domain::Weight;

// What is left of the change while the pan swings in, in thousandths, one figure an eighth of it.
constexpr std::array<std::int64_t, 8> swing{1000, 620, -180, 260, -80, 90, -30, 10};

// Between -1000 and 1000, the same for the same moment.
std::int64_t thousandths_of_noise(std::uint32_t seed, std::int64_t frame) {
  auto mixed = static_cast<std::uint64_t>(frame) * 0x9E3779B97F4A7C15U + seed;
  mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
  return static_cast<std::int64_t>((mixed ^ (mixed >> 31)) % 2001) - 1000;
}

// Kilograms with the decimals that the division needs.
Decimal kilograms(std::int64_t divisions, Weight division) {
  Decimal value{divisions * division.units(), domain::weight_places};
  for (std::int64_t step = division.units(); step % 10 == 0 && value.decimals > 0; step /= 10) {
    value.mantissa /= 10;
    --value.decimals;
  }
  return value;
}

std::optional<StatusError> status_of(std::optional<SimulatedFault> fault) {
  if (fault == SimulatedFault::overload) return StatusError::overload;
  if (fault == SimulatedFault::underload) return StatusError::underload;
  if (fault == SimulatedFault::under_zero) return StatusError::under_zero;
  return std::nullopt;
}

StatusEvent status(StatusError error) {
  StatusEvent event;
  event.error = error;
  return event;
}

}  // namespace

std::optional<SimulatedFault> read_simulated_fault(std::string_view word) {
  constexpr std::array<std::string_view, 6> words{"overload", "underload", "under_zero",
                                                  "moving",   "silent",    "unplugged"};
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == word) return static_cast<SimulatedFault>(i);
  return std::nullopt;
}

void SimulatedScale::put(Weight load, Moment now) {
  before_ = load_;
  load_ = load;
  changed_ = now;
}

bool SimulatedScale::swings(Moment now) const {
  return now >= changed_ && now - changed_ < settings_.settling;
}

std::int64_t SimulatedScale::divisions_at(Moment now) const {
  const Moment since = now - changed_;
  std::int64_t mg = since.count() < 0 ? before_.units() : load_.units();
  if (swings(now)) {
    const auto eighth = static_cast<std::size_t>(since.count() * 8 / settings_.settling.count());
    mg += (before_ - load_).units() / 1000 * swing[eighth];
  }
  const std::int64_t frame = now / settings_.period;
  mg += settings_.noise.units() * thousandths_of_noise(settings_.seed, frame) / 1000;
  mg += settings_.drift_per_minute.units() * (now - settings_.drift_since).count() / 60'000;
  if (fault_ == SimulatedFault::moving) mg += frame % 2 == 0 ? 70'000 : -30'000;
  return static_cast<std::int64_t>(domain::divide_rounded(mg, settings_.division.units()));
}

std::optional<ScaleEvent> SimulatedScale::at(Moment now) const {
  if (unplugged() || fault_ == SimulatedFault::silent) return std::nullopt;
  if (const auto error = status_of(fault_)) return status(*error);
  const std::int64_t shown = divisions_at(now);
  const std::int64_t division = settings_.division.units();
  // As class III scales do: blank above the capacity and nine divisions, and far below zero.
  if (shown > settings_.capacity.units() / division + 9) return status(StatusError::overload);
  if (shown < -20) return status(StatusError::under_zero);
  // Compared with the frame before, unless that one still swung.
  const Moment before = std::max(now - settings_.period, changed_ + settings_.settling);
  const std::int64_t earlier = divisions_at(std::min(before, now));
  WeightEvent weight;
  weight.value = kilograms(shown, settings_.division);
  weight.unit = Unit::kg;
  weight.mode = Mode::gross;
  weight.stable = !swings(now) && std::abs(shown - earlier) <= 1;
  return weight;
}

SimulatedReadings::SimulatedReadings(SimulatedSettings settings)
    : scale(settings), steady_(settings.period) {}

const Reading& SimulatedReadings::at(Moment now) {
  const Moment period = scale.settings().period;
  if (scale.unplugged()) {
    if (!unplugged_) reading_ = steady_.lost(Trouble::unplugged, now);
    unplugged_ = true;
    frame_.reset();
    return reading_;
  }
  if (!frame_) {
    reading_ = steady_.opened(now);
    unplugged_ = false;
    frame_ = now / period * period - period;
  }
  // After a long leap of the clock only the frames that still matter.
  *frame_ = std::max(*frame_, (now - std::chrono::seconds(20)) / period * period);
  while (*frame_ + period <= now) {
    *frame_ += period;
    if (const auto event = scale.at(*frame_))
      if (const auto reading = steady_.on(*event, *frame_)) reading_ = *reading;
  }
  if (const auto reading = steady_.tick(now)) reading_ = *reading;
  return reading_;
}

SimulatedDevice::SimulatedDevice(SimulatedSettings settings, Post post)
    : post_(std::move(post)), readings_([&] {
        settings.drift_since = boot_now();
        return settings;
      }()) {}

SimulatedDevice::~SimulatedDevice() { stop(); }

void SimulatedDevice::start() {
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void SimulatedDevice::stop() {
  thread_.request_stop();
  if (thread_.joinable()) thread_.join();
}

void SimulatedDevice::put(Weight load) {
  const std::lock_guard lock(mutex_);
  readings_.scale.put(load, boot_now());
}

void SimulatedDevice::fault(SimulatedFault fault) {
  const std::lock_guard lock(mutex_);
  readings_.scale.fault(fault);
}

void SimulatedDevice::ok() {
  const std::lock_guard lock(mutex_);
  readings_.scale.ok();
}

void SimulatedDevice::run(const std::stop_token& stop) {
  std::optional<Reading> posted;
  while (!stop.stop_requested()) {
    Reading reading;
    {
      std::unique_lock lock(mutex_);
      reading = readings_.at(boot_now());
    }
    if (posted != reading) post_(reading);
    posted = reading;
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, stop, readings_.scale.settings().period, [] { return false; });
  }
}

}  // namespace scales
