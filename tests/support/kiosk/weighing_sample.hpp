// The made-up moment of the reference pictures pesee-*: Carrots, third bag of twelve.
#pragma once

#include "kiosk/screens/weighing/state.hpp"

namespace support {

screens::weighing::State weighing_sample(screens::weighing::Say say);

}  // namespace support
