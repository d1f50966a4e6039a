#include "support/kiosk/demo_desk.hpp"

#include "kiosk/app/demo.hpp"

namespace support {

FakeDesk demo_desk() {
  auto demo = kiosk::shipped_demo_day();
  domain::ensure(demo.has_value(), "the demo's day can be read");
  FakeDesk desk(std::move(demo->orders));
  domain::ensure(desk.save(demo->entries).has_value(), "the demo's weighings are taken");
  return desk;
}

}  // namespace support
