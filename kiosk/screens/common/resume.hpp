// Where work goes on: the cell that was open, else the next one of the walk, as the accents of
// several screens say it ("Carottes 3/12, Maria, 10:42").
#pragma once

#include <optional>
#include <string>

#include "kiosk/screens/desk.hpp"

namespace screens {

struct Resume {
  domain::CellId cell;
  std::string article, ordergroup;
  int bag = 0, bags = 0;  // "3/12"
  std::string person;     // who saved last, and when; empty where nobody did
  std::string at;
};

std::optional<Resume> resume_of(const Desk& desk);

}  // namespace screens
