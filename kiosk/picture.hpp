// Pictures without a screen: draws the frame a Ui made last into a buffer of the graphics library
// (EGL surfaceless, stock OpenGL 3 backend) and writes it as PNG. One per Ui; UI thread only.
#pragma once

#include <filesystem>
#include <memory>

#include "domain/result.hpp"
#include "kiosk/ui/ui.hpp"

namespace kiosk {

class PictureRenderer {
 public:
  // Fails where the machine has no EGL that works without a display.
  static domain::Result<std::unique_ptr<PictureRenderer>> open(ui::Ui& ui);
  ~PictureRenderer();
  PictureRenderer(const PictureRenderer&) = delete;
  PictureRenderer& operator=(const PictureRenderer&) = delete;

  domain::Result<void> write(const std::filesystem::path& file);

 private:
  struct Context;
  PictureRenderer(ui::Ui& ui, std::unique_ptr<Context> context);
  ui::Ui& ui_;
  std::unique_ptr<Context> context_;
  int fonts_version_ = 0;
};

// Writes `pixels`, rows from the bottom up as OpenGL reads them, RGB.
domain::Result<void> write_png(const std::filesystem::path& file, int width, int height,
                               const unsigned char* pixels);

}  // namespace kiosk
