#include "kiosk/frames.hpp"

#include <imgui.h>

#include <cstring>

namespace kiosk {
namespace {

// ImGui settles within two frames after the last input (imgui#1206).
constexpr int settling_frames = 3;

constexpr std::uint64_t mix_factor = 0x9E3779B97F4A7C15u;

std::uint64_t mixed(std::uint64_t hash, const void* data, std::size_t size) {
  const auto* bytes = static_cast<const unsigned char*>(data);
  while (size >= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    hash = (hash ^ word) * mix_factor;
    hash ^= hash >> 32;
    bytes += sizeof word;
    size -= sizeof word;
  }
  for (; size > 0; --size) hash = (hash ^ *bytes++) * mix_factor;
  return hash;
}

}  // namespace

int Frames::run(Time now, Exposed exposed, const std::function<void()>& present) {
  const bool changed = application_.handle_events(now);
  int due = changed || touch_.more() || exposed == Exposed::yes ? settling_frames : 0;
  int drawn = 0;
  while (due > 0 && !application_.finished()) {
    draw(now);
    present();
    ++drawn;
    due = touch_.more() ? settling_frames : due - 1;
  }
  return drawn;
}

void Frames::draw(Time now) {
  ui_.change(application_.settings(ui_.settings()));
  const std::chrono::duration<float> passed = now - drawn_at_;
  drawn_at_ = now;
  ui_.begin(touch_.next(), passed.count());
  application_.draw(ui_);
  ui_.end();
}

std::uint64_t picture_hash() {
  const ImDrawData& drawn = *ImGui::GetDrawData();
  std::uint64_t hash = mixed(1, &drawn.DisplaySize, sizeof drawn.DisplaySize);
  for (int i = 0; i < drawn.CmdListsCount; ++i) {
    const ImDrawList& list = *drawn.CmdLists[i];
    hash =
        mixed(hash, list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
    hash =
        mixed(hash, list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
    for (const ImDrawCmd& command : list.CmdBuffer) {
      hash = mixed(hash, &command.ClipRect, sizeof command.ClipRect);
      hash = mixed(hash, &command.ElemCount, sizeof command.ElemCount);
    }
  }
  return hash;
}

}  // namespace kiosk
