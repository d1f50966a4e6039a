#include "kiosk/play/stages.hpp"

namespace kiosk::play {
namespace {

domain::Result<std::filesystem::path> picture_file(const std::filesystem::path& folder,
                                                   const std::string& name) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error)
    return domain::fail(domain::Fault::io,
                        "The folder for pictures " + folder.string() + " cannot be made.");
  return folder / (name + ".png");
}

}  // namespace

domain::Result<void> HeadlessStage::picture(const std::string& name) {
  if (!renderer_) {
    auto opened = PictureRenderer::open(headless_.ui());
    if (!opened) return tl::unexpected(opened.error());
    renderer_ = std::move(*opened);
  }
  const auto file = picture_file(pictures_, name);
  if (!file) return tl::unexpected(file.error());
  return renderer_->write(*file);
}

void WindowStage::pass(milliseconds time) {
  const Time until = Clock::now() + time;
  do {
    turn(frames_, window_, until);
  } while (Clock::now() < until && !finished());
}

void WindowStage::redraw() {
  frames_.run(Clock::now(), Frames::Exposed::yes, [&] { window_.present(frames_.ui()); });
}

domain::Result<void> WindowStage::picture(const std::string& name) {
  const auto file = picture_file(pictures_, name);
  if (!file) return tl::unexpected(file.error());
  return window_.write_picture(*file);
}

}  // namespace kiosk::play
