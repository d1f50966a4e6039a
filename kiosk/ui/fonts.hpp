// The fonts of one panel: Inter Medium and SemiBold in the text sizes, weight digits, Material
// icons, in one atlas built by FreeType. Digits have one advance everywhere, so that figures never
// jump (Inter's own are proportional to ImGui, which knows no OpenType features). UI thread.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "domain/result.hpp"
#include "kiosk/ui/metrics.hpp"

struct ImFont;
struct ImFontAtlas;

namespace ui {

// half_digits is half the weight digits (number pad); table is the matrix's own small size.
enum class Size { table, small, normal, large, verb, digits, half_digits };
enum class Face { medium, semibold };

class Fonts {
 public:
  // Reads the font files once. Fails with the package to install when one is missing.
  static domain::Result<Fonts> open();
  // Fills the atlas for these metrics; call again after clearing it when they change.
  void build(ImFontAtlas& atlas, const Metrics& metrics);

  // The verb, table and digit sizes exist in one face each, whatever is asked.
  const ImFont& text(Size size, Face face) const;
  // The icon font whose pixel size is nearest from above.
  const ImFont& icons(float pixels) const;

 private:
  struct File {
    std::vector<char> bytes;
  };
  File medium_, semibold_, icon_file_;
  std::array<std::array<ImFont*, 2>, 7> text_{};
  std::vector<ImFont*> icons_;
};

}  // namespace ui
