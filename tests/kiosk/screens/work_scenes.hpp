// The screens of the work on a cell in the states that the tests draw: one made-up day, that of the
// reference pictures, and a function a scene that brings it there.
#pragma once

#include <functional>
#include <vector>

#include "support/kiosk/fake_desk.hpp"

namespace work_scenes {

struct Market {
  Market();
  domain::CellId cell(const char* article = "Carottes", const char* group = "Les Mirabelles") const;
  void save_something();
  void tared(std::int64_t gross);
  support::FakeDesk desk;
};

using Draw = std::function<void(ui::Ui&)>;
struct Scene {
  const char* name;
  std::function<Draw(Market&)> make;
};
const std::vector<Scene>& scenes();

Draw trouble_of(Market& market, screens::Device device);

}  // namespace work_scenes
