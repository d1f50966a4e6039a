#include <catch2/catch.hpp>
#include <thread>

#include "devices/scales/boot_clock.hpp"
#include "devices/scales/line_scale.hpp"
#include "devices/scales/serial_port.hpp"
#include "devices/scales/supervisor.hpp"
#include "support/fake_port.hpp"

using namespace scales;
using namespace test;
using domain::Reading;
using domain::Trouble;

namespace {

// The newest reading, and all troubles in order.
class Inbox {
 public:
  Post post() {
    return [this](const Reading& reading) {
      const std::lock_guard lock(mutex_);
      last_ = reading;
      ++count_;
    };
  }
  Reading last() const {
    const std::lock_guard lock(mutex_);
    return last_;
  }
  int count() const {
    const std::lock_guard lock(mutex_);
    return count_;
  }
  // Waits as long as it takes, up to a bound that only a broken scale reaches.
  template <class Holds>
  bool until(Holds holds) const {
    const auto end = boot_now() + std::chrono::seconds(20);
    while (boot_now() < end) {
      if (holds(last())) return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
  }
  bool until(Trouble trouble) const {
    return until([&](const Reading& reading) { return reading.trouble == trouble; });
  }

 private:
  mutable std::mutex mutex_;
  Reading last_;
  int count_ = 0;
};

std::unique_ptr<Scale> scale_on(std::unique_ptr<PortOpener> opener, Inbox& inbox) {
  const Profile& profile = **find_profile("8217");
  return std::make_unique<LineScale>(std::move(opener), profile,
                                     *settings_for(profile, Unit::kg, {}), *profile.line,
                                     inbox.post());
}

const std::string frame =
    "\x02"
    "01.234\r";

}  // namespace

TEST_CASE("a scale on a line is asked, read, lost, and found again") {
  FakeLine line;
  line.answer(frame);
  Inbox inbox;
  const auto scale = scale_on(std::make_unique<FakeOpener>(line), inbox);
  scale->start();
  REQUIRE(inbox.until([](const Reading& r) { return r.steady(); }));
  CHECK(inbox.last().weight == domain::grams(1234));
  CHECK(inbox.last().mode == domain::WeighMode::gross);
  CHECK(line.asked().find_first_not_of('W') == std::string::npos);
  line.unplug();
  REQUIRE(inbox.until(Trouble::unplugged));
  CHECK_FALSE(inbox.last().weight);
  line.plug();
  REQUIRE(inbox.until([](const Reading& r) { return r.steady(); }));
  CHECK(line.opened() == 2);
  line.answer("\x02?B\r");
  REQUIRE(inbox.until(Trouble::overload));
  line.answer("");
  REQUIRE(inbox.until(Trouble::silent));
  line.answer("abc");
  REQUIRE(inbox.until(Trouble::not_understood));
  scale->stop();
  const int posts = inbox.count();
  std::this_thread::sleep_for(std::chrono::milliseconds(250));
  CHECK(inbox.count() == posts);
}

TEST_CASE("a 7-bit line makes and checks its parity in software") {
  FakeLine line;
  std::string sent = frame;
  for (char& c : sent)
    c = static_cast<char>(add_parity(static_cast<std::uint8_t>(c), Parity::even));
  line.answer(sent);
  Inbox inbox;
  const auto scale = scale_on(std::make_unique<FakeOpener>(line, Parity::even), inbox);
  scale->start();
  REQUIRE(inbox.until([](const Reading& r) { return r.steady(); }));
  CHECK(line.asked().front() == '\xD7');
  line.answer(frame);  // bytes without the bit: most are wrong
  CHECK(inbox.until(Trouble::not_understood));
  scale->stop();
}

TEST_CASE("what cannot be opened is a trouble, told once, and stops at once") {
  struct Row {
    domain::Fault fault;
    Trouble trouble;
  };
  const Row row = GENERATE(values<Row>({{domain::Fault::no_rights, Trouble::no_rights},
                                        {domain::Fault::busy, Trouble::busy},
                                        {domain::Fault::device_gone, Trouble::unplugged},
                                        {domain::Fault::io, Trouble::unplugged}}));
  Inbox inbox;
  const auto scale = scale_on(std::make_unique<FailingOpener>(row.fault), inbox);
  scale->start();
  REQUIRE(inbox.until(row.trouble));
  std::this_thread::sleep_for(std::chrono::milliseconds(500));
  CHECK(inbox.count() == 1);
  scale->stop();
  scale->stop();
}

TEST_CASE("a port that fails in the middle is a lost one") {
  const auto step = GENERATE(FailingPort::Step::reading, FailingPort::Step::writing);
  Inbox inbox;
  const auto scale = scale_on(std::make_unique<FailingOpener>(step), inbox);
  scale->start();
  CHECK(inbox.until(Trouble::unplugged));
  scale->stop();
}

TEST_CASE("an adapter is known again by its serial number, without one by its place") {
  PortInfo known;
  known.name = "/dev/ttyUSB0";
  known.usb = "1-2";
  known.vendor = 0x0403;
  known.product = 0x6001;
  known.serial = "A50285BI";
  PortInfo other = known;
  other.name = "/dev/ttyUSB1";
  CHECK(same_adapter(known, other));
  other.usb = "1-3";
  CHECK(same_adapter(known, other));
  other.serial = "B1";
  CHECK_FALSE(same_adapter(known, other));
  known.serial.clear();
  CHECK_FALSE(same_adapter(known, other));
  other.serial.clear();
  CHECK_FALSE(same_adapter(known, other));
  other.usb = "1-2";
  CHECK(same_adapter(known, other));
  other.product = 0x6010;
  CHECK_FALSE(same_adapter(known, other));
  PortInfo board;
  board.name = "/dev/ttyS0";
  CHECK(same_adapter(board, board));
  CHECK_FALSE(same_adapter(board, other));
}

TEST_CASE("wrong settings are refused in a sentence, a missing port is not") {
  const auto refused = [](ScaleSettings settings) {
    const auto scale = open_scale(settings, [](const Reading&) {});
    return scale ? "" : scale.error().detail;
  };
  const ScaleSettings good{"/dev/ttyUSB77", "8217", "kg", "", {}};
  CHECK(refused(good) == "");
  auto bad = good;
  bad.profile = "8218";
  CHECK(refused(bad).find("8217, sics, usb-hid") != std::string::npos);
  bad = good;
  bad.profile = "usb-hid";
  CHECK(refused(bad) != "");
  bad = good;
  bad.unit = "stone";
  CHECK(refused(bad) != "");
  bad = good;
  bad.line = "9600";
  CHECK(refused(bad) != "");
  bad = good;
  bad.options = {{"layout", "avery"}};
  CHECK(refused(bad) != "");
  bad = good;
  bad.port = "COM1";
  CHECK(refused(bad) != "");
}
