// The made-up day of `--demo`, from assets/demo/day.toml: orders as a server would tell them, what
// arrived, and the weighings that stand already when it opens. Pure: text in, values out.
#pragma once

#include <string>
#include <vector>

#include "domain/entry.hpp"
#include "domain/reference.hpp"
#include "domain/result.hpp"

namespace kiosk {

struct DemoDay {
  std::string name;
  std::vector<std::string> people;
  std::string person;          // who recorded what stands
  std::int64_t open_cell = 0;  // and at which cell the work stopped
  std::vector<domain::ReferenceOrder> orders;
  std::vector<domain::Body> entries;
};

domain::Result<DemoDay> read_demo_day(const std::string& toml);
// The file that ships.
domain::Result<DemoDay> shipped_demo_day();

}  // namespace kiosk
