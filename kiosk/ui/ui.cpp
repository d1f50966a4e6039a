#include "kiosk/ui/ui.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <cfloat>
#include <cmath>

#include "kiosk/ui/pixels.hpp"

namespace ui {

domain::Result<std::unique_ptr<Ui>> Ui::open(const Settings& settings) {
  auto fonts = Fonts::open();
  if (!fonts) return tl::unexpected(fonts.error());
  return std::unique_ptr<Ui>(new Ui(settings, std::move(*fonts)));
}

Ui::Ui(const Settings& settings, Fonts fonts)
    : settings_(settings),
      metrics_(Metrics::of(settings.panel, settings.size)),
      fonts_(std::move(fonts)),
      texts_(std::make_unique<Texts>(settings.language)),
      context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags = ImGuiConfigFlags_NoMouseCursorChange;
  io.MouseDragThreshold = FLT_MAX;
  ImGuiStyle style{};
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.WindowMinSize = {1, 1};
  ImGui::GetStyle() = style;
  build_fonts();
}

Ui::~Ui() { ImGui::DestroyContext(context_); }

void Ui::build_fonts() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(settings_.panel.width),
                    static_cast<float>(settings_.panel.height)};
  io.Fonts->Clear();
  fonts_.build(*io.Fonts, metrics_);
  ++fonts_version_;
}

void Ui::change(const Settings& settings) {
  const Settings before = settings_;
  settings_ = settings;
  if (before.language != settings.language) texts_ = std::make_unique<Texts>(settings.language);
  const Panel &old = before.panel, &now = settings.panel;
  const bool same = old.width == now.width && old.height == now.height &&
                    old.px_per_mm == now.px_per_mm && before.size == settings.size;
  if (same) return;
  metrics_ = Metrics::of(settings.panel, settings.size);
  scrolls_.clear();
  build_fonts();
}

void Ui::begin(TouchQueue::Finger finger, float seconds) {
  ImGuiIO& io = ImGui::GetIO();
  io.DeltaTime = seconds > 0 ? seconds : 1e-3f;
  io.MousePos = finger.at ? ImVec2(finger.at->x, finger.at->y) : ImVec2(-FLT_MAX, -FLT_MAX);
  io.MouseDown[0] = finger.down;
  targets_.clear();
  too_wide_.clear();
  lead_.clear();
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("screen", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNav |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus);
  fill(screen(), Token::background);
}

void Ui::end() {
  domain::ensure(areas_.empty(), "every clip ends in its frame");
  ImGui::End();
  ImGui::Render();
}

float Ui::whole_pixels(float u) const { return std::round(u * metrics_.px) / metrics_.px; }

ImDrawList& Ui::draw() const { return *ImGui::GetWindowDrawList(); }

Press Ui::target(std::string_view name, const Rect& rect, const Touchable& touchable) {
  const PixelRect box = to_pixels(rect, metrics_.px);
  if (box.x1 <= box.x0 || box.y1 <= box.y0) return {};
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  const ImRect place(box.x0, box.y0, box.x1, box.y1);
  const bool paged = !areas_.empty() && areas_.back() == Area::paged;
  const bool whole = clip.Contains(place);
  if (!clip.Overlaps(place)) return {};
  Target target{
      std::string(name),          {box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0},
      touchable.enabled,          whole ? Shown::whole : paged ? Shown::scrolled : Shown::cut_off,
      plain_text(touchable.text), std::string(touchable.group),
      {touchable.also.begin(), touchable.also.end()}};
  const std::string id = target.name;
  targets_.add(std::move(target));
  if (!touchable.enabled) return {};
  ImGui::SetCursorScreenPos({box.x0, box.y0});
  Press press;
  press.tapped = ImGui::InvisibleButton(id.c_str(), {box.x1 - box.x0, box.y1 - box.y0});
  press.held = ImGui::IsItemActive() && ImGui::IsItemHovered();
  return press;
}

void Ui::named_text(std::string_view name, std::string_view text, const Rect& rect) {
  const PixelRect box = to_pixels(rect, metrics_.px);
  targets_.add({std::string(name),
                {box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0},
                std::nullopt,
                Shown::whole,
                plain_text(text),
                {}});
}

void Ui::begin_clip(const Rect& rect, Area area) {
  const PixelRect box = to_pixels(rect, metrics_.px);
  ImGui::PushClipRect({box.x0, box.y0}, {box.x1, box.y1}, true);
  areas_.push_back(area);
}

void Ui::end_clip() {
  ImGui::PopClipRect();
  areas_.pop_back();
}

Rect Ui::clip() const {
  const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
  return {clip.Min.x / metrics_.px, clip.Min.y / metrics_.px, clip.GetWidth() / metrics_.px,
          clip.GetHeight() / metrics_.px};
}

float Ui::drag(std::string_view name, const Rect& rect) {
  const ImGuiIO& io = ImGui::GetIO();
  if (!io.MouseDown[0]) {
    if (dragged_ == name) dragged_.clear();
    return 0;
  }
  const ImVec2 start = io.MouseClickedPos[0];
  if (!rect.contains({start.x / metrics_.px, start.y / metrics_.px})) return 0;
  const float travel = std::hypot(io.MousePos.x - start.x, io.MousePos.y - start.y);
  constexpr float tap_mm = 2;
  if (dragged_.empty()) {
    if (travel < tap_mm * settings_.panel.px_per_mm) return 0;
    dragged_ = name;
    ImGui::ClearActiveID();  // the row under the finger is not tapped
    return (io.MousePos.y - start.y) / metrics_.px;
  }
  if (dragged_ != name) return 0;
  ImGui::ClearActiveID();
  return io.MouseDelta.y / metrics_.px;
}

bool Ui::finger_down() const { return ImGui::GetIO().MouseDown[0]; }

Ui::Scroll& Ui::scroll(std::string_view name) {
  const auto found = scrolls_.find(name);
  return found != scrolls_.end() ? found->second : scrolls_[std::string(name)];
}

}  // namespace ui
