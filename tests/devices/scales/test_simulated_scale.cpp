#include <catch2/catch.hpp>
#include <mutex>
#include <thread>

#include "devices/scales/boot_clock.hpp"
#include "devices/scales/simulated_scale.hpp"

using namespace scales;
using domain::grams;
using domain::Moment;
using domain::Trouble;

TEST_CASE("what is put on the simulated scale is shown, steady in under a second") {
  SimulatedReadings readings;
  CHECK(readings.at(Moment(0)).weight == grams(0));
  readings.scale.put(grams(1234), Moment(950));
  CHECK_FALSE(readings.at(Moment(1000)).steady());
  const auto& settled = readings.at(Moment(1650));
  CHECK(settled.steady());
  CHECK(settled.weight == grams(1234));
  CHECK(settled.division == grams(1));
  CHECK(settled.fresh(Moment(1650)));
  readings.scale.clear(Moment(2000));
  CHECK(readings.at(Moment(5000)).weight == grams(0));
  CHECK(readings.at(Moment(5000)).steady());
  // A leap of the clock costs nothing and ends in the present.
  CHECK(readings.at(std::chrono::hours(100)).fresh(std::chrono::hours(100)));
}

TEST_CASE("the pan swings in: the weight passes by others and is moving meanwhile") {
  SimulatedSettings settings;
  settings.settling = Moment(1000);
  SimulatedReadings readings(settings);
  readings.at(Moment(0));
  readings.scale.put(grams(2000), Moment(1000));
  bool overshot = false;
  for (Moment now{1000}; now < Moment(2000); now += Moment(100)) {
    const auto& reading = readings.at(now);
    CHECK_FALSE(reading.steady());
    if (now > Moment(1100)) overshot = overshot || *reading.weight > grams(2000);
  }
  CHECK(overshot);
  CHECK(readings.at(Moment(2600)).weight == grams(2000));
}

TEST_CASE("noise moves the last digits, drift the zero, and the same moment shows the same") {
  SimulatedSettings settings;
  settings.noise = grams(3);
  SimulatedScale noisy(settings);
  noisy.put(grams(500), Moment(0));
  int moving = 0;
  int seen = 0;
  for (Moment now{1000}; now < Moment(11000); now += settings.period) {
    const auto event = std::get<WeightEvent>(*noisy.at(now));
    CHECK(std::abs(event.value.mantissa - 500) <= 3);
    CHECK(noisy.at(now) == noisy.at(now));
    seen += event.value.mantissa != 500 ? 1 : 0;
    moving += event.stable == false ? 1 : 0;
  }
  CHECK(seen > 20);
  CHECK(moving > 20);

  settings.noise = grams(0);
  settings.drift_per_minute = grams(6);
  SimulatedScale drifting(settings);
  CHECK(std::get<WeightEvent>(*drifting.at(std::chrono::minutes(2))).value == Decimal{12, 3});
}

TEST_CASE("divisions and capacity are those of a real scale") {
  SimulatedSettings settings;
  settings.noise = grams(0);
  settings.division = grams(5);
  settings.capacity = grams(15000);
  SimulatedScale scale(settings);
  scale.put(grams(1233), Moment(0));
  CHECK(std::get<WeightEvent>(*scale.at(Moment(5000))).value == Decimal{1235, 3});
  scale.put(grams(15045), Moment(0));
  CHECK(std::holds_alternative<WeightEvent>(*scale.at(Moment(5000))));
  scale.put(grams(15050), Moment(0));
  CHECK(std::get<StatusEvent>(*scale.at(Moment(5000))).error == StatusError::overload);
  settings.division = domain::milligrams(100);
  SimulatedScale fine(settings);
  fine.put(domain::milligrams(1'234'500), Moment(0));
  CHECK(std::get<WeightEvent>(*fine.at(Moment(5000))).value == Decimal{12345, 4});
}

TEST_CASE("faults on request, and what the reading says") {
  struct Row {
    const char* word;
    Trouble trouble;
  };
  const Row row = GENERATE(values<Row>({{"overload", Trouble::overload},
                                        {"underload", Trouble::underload},
                                        {"under_zero", Trouble::under_zero},
                                        {"silent", Trouble::silent},
                                        {"unplugged", Trouble::unplugged},
                                        {"moving", Trouble::none}}));
  CAPTURE(row.word);
  SimulatedReadings readings;
  readings.at(Moment(0));
  readings.scale.put(grams(800), Moment(0));
  CHECK(readings.at(Moment(3000)).steady());
  const auto fault = read_simulated_fault(row.word);
  REQUIRE(fault);
  readings.scale.fault(*fault);
  const auto& faulty = readings.at(Moment(6000));
  CHECK(faulty.trouble == row.trouble);
  CHECK_FALSE(faulty.steady());
  readings.scale.ok();
  readings.at(Moment(6000));
  CHECK(readings.at(Moment(7000)).weight == grams(800));
  CHECK(readings.at(Moment(7000)).steady());
  CHECK_FALSE(read_simulated_fault("broken"));
}

TEST_CASE("the simulated device posts from its own thread until it is stopped") {
  std::mutex mutex;
  domain::Reading last;
  int posts = 0;
  SimulatedDevice device({}, [&](const domain::Reading& reading) {
    const std::lock_guard lock(mutex);
    last = reading;
    ++posts;
  });
  device.start();
  device.put(grams(650));
  const auto until = boot_now() + std::chrono::seconds(20);
  const auto settled = [&] {
    const std::lock_guard lock(mutex);
    return last.steady() && last.weight == grams(650);
  };
  while (!settled() && boot_now() < until) std::this_thread::sleep_for(Moment(20));
  CHECK(settled());
  device.stop();
  const int at_stop = posts;
  std::this_thread::sleep_for(Moment(300));
  CHECK(posts == at_stop);
  device.stop();
}
