// A desk on the made-up day that ships with the demo, with everything that was weighed already: the
// day of the reference pictures.
#pragma once

#include "support/kiosk/fake_desk.hpp"

namespace support {

FakeDesk demo_desk();

}  // namespace support
