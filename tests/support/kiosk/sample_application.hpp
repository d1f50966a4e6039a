// A small application for the tests of loop, window and play: the weighing view over a made-up
// state, a scale that shows at once what is put on it, and a log of what was tapped and typed.
#pragma once

#include <string>
#include <vector>

#include "kiosk/application.hpp"
#include "kiosk/play/stage.hpp"
#include "kiosk/screens/weighing/state.hpp"

namespace support {

class SampleApplication : public kiosk::Application, public kiosk::play::Devices {
 public:
  SampleApplication();

  bool handle_events(kiosk::Time now) override;
  void key(const kiosk::KeyPress& press) override;
  void draw(ui::Ui& ui) override;
  kiosk::Time next_deadline() override;
  ui::Settings settings(const ui::Settings& current) override;
  bool finished() const override { return finished_; }

  domain::Result<void> put_on_scale(domain::Weight weight) override;
  domain::Result<void> clear_scale() override;
  domain::Result<void> scale_fault(std::string_view fault) override;
  domain::Result<void> scale_ok() override;
  domain::Result<void> printer_fault(std::string_view fault) override;
  domain::Result<void> printer_ok() override;
  domain::Result<void> put_key(const std::string& folder) override;
  domain::Result<void> pull_key() override;

  // "save 1262 g", "tare", "cell 112", "person" (asks for dark), "back" (finishes)
  std::vector<std::string> log;
  std::string typed;
  int frames = 0;

 private:
  void act(const screens::weighing::Action& action);
  void weigh(domain::Weight net);

  screens::weighing::State state_;
  kiosk::Time now_{};
  kiosk::Time saved_until_{};  // the saved line stays four seconds
  ui::Light light_ = ui::Light::light;
  bool changed_ = false;
  bool finished_ = false;
};

}  // namespace support
