// The two stages: without a window (virtual clock, pictures through EGL) and with one.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "kiosk/headless.hpp"
#include "kiosk/picture.hpp"
#include "kiosk/play/stage.hpp"
#include "kiosk/window.hpp"

namespace kiosk::play {

class HeadlessStage : public Stage {
 public:
  HeadlessStage(Headless& headless, std::filesystem::path pictures)
      : headless_(headless), pictures_(std::move(pictures)) {}
  ui::Ui& ui() override { return headless_.ui(); }
  void touch(const ui::Touch& touch) override { headless_.touch().push(touch); }
  void key(char symbol) override { headless_.key(symbol); }
  void pass(milliseconds time) override { headless_.pass(time); }
  void redraw() override { headless_.redraw(); }
  domain::Result<void> picture(const std::string& name) override;
  bool finished() override { return headless_.application().finished(); }

 private:
  Headless& headless_;
  std::filesystem::path pictures_;
  std::unique_ptr<PictureRenderer> renderer_;  // at the first picture
};

class WindowStage : public Stage {
 public:
  WindowStage(Frames& frames, Window& window, std::filesystem::path pictures)
      : frames_(frames), window_(window), pictures_(std::move(pictures)) {}
  ui::Ui& ui() override { return frames_.ui(); }
  void touch(const ui::Touch& touch) override { frames_.touch().push(touch); }
  void key(char symbol) override { frames_.application().key({symbol, Clock::now()}); }
  void pass(milliseconds time) override;
  void redraw() override;
  domain::Result<void> picture(const std::string& name) override;
  bool finished() override { return window_.closing() || frames_.application().finished(); }

 private:
  Frames& frames_;
  Window& window_;
  std::filesystem::path pictures_;
};

}  // namespace kiosk::play
