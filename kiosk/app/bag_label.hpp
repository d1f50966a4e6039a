// What stands on the label of a bag, from its entry and what the server told. Pure.
#pragma once

#include <string>

#include "devices/printing/label.hpp"
#include "domain/day.hpp"
#include "kiosk/ui/texts.hpp"

namespace kiosk {

struct BagFacts {
  int crate = 0;  // 0: none yet
  int station_number = 0;
  std::int64_t serial = 0;  // domain::bag_serials
};

// The label of a weighed or counted entry; every box that nothing is known for stays empty.
printing::BagLabel bag_label(const domain::Day& day, const domain::Entry& bag,
                             const BagFacts& facts, ui::Language language);

}  // namespace kiosk
