#include "kiosk/ui/fonts.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H

#include <imgui.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>

#include "kiosk/ui/icons.hpp"

namespace ui {
namespace {

constexpr const char* medium_path = "/usr/share/fonts/opentype/inter/Inter-Medium.otf";
constexpr const char* semibold_path = "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf";
constexpr const char* icons_path =
    "/usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf";

// Latin as the neighbours of a co-op write it, and the signs our texts use. ImGui keeps pointers.
constexpr ImWchar names_range[] = {0x20,   0x7E,   0xA0,   0x17F,  0x218,  0x21B,  0x1E9E, 0x1E9E,
                                   0x2009, 0x2014, 0x2018, 0x201E, 0x2022, 0x2022, 0x2026, 0x2026,
                                   0x202F, 0x202F, 0x20AC, 0x20AC, 0x2190, 0x2193, 0x2212, 0x2212,
                                   0x2264, 0x2265, 0x2713, 0x2713, 0};
constexpr ImWchar digits_range[] = {0x2B, 0x2E, 0x30, 0x39, 0x2212, 0x2212, 0};
constexpr ImWchar half_range[] = {0x20, 0x7E, 0xA0, 0xFF, 0x2212, 0x2212, 0};

constexpr float em_of_size = 0.826f;         // Inter's em in ImGui's size, which is the line height
constexpr float digit_advance = 0.52f;       // of the size
constexpr float tighter_em = 0.03f;          // weight digits
constexpr float digit_thousands_em = 0.14f;  // thin space of the weight digits

bool is_digit(ImWchar c) { return c >= '0' && c <= '9'; }

struct LibraryCloser {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceCloser {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};

// ImGui's builder rounds every advance up to whole pixels, which spreads small text. Puts the
// font's own advances back, and one advance under all digits, glyphs centred on it.
void true_advances(ImFont& font, const std::vector<char>& bytes, float digit) {
  FT_Library raw_library = nullptr;
  if (FT_Init_FreeType(&raw_library) != 0) return;
  const std::unique_ptr<FT_LibraryRec_, LibraryCloser> library(raw_library);
  FT_Face raw_face = nullptr;
  if (FT_New_Memory_Face(raw_library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                         static_cast<FT_Long>(bytes.size()), 0, &raw_face) != 0)
    return;
  const std::unique_ptr<FT_FaceRec_, FaceCloser> face(raw_face);
  const float line = static_cast<float>(face->ascender - face->descender);
  for (ImFontGlyph& glyph : font.Glyphs) {
    FT_Fixed units = 0;
    const FT_UInt index = FT_Get_Char_Index(face.get(), glyph.Codepoint);
    if (index == 0 || FT_Get_Advance(face.get(), index, FT_LOAD_NO_SCALE, &units) != 0) continue;
    const float own = static_cast<float>(units) * font.FontSize / line;
    float advance = std::round(own);
    if (is_digit(static_cast<ImWchar>(glyph.Codepoint))) {
      advance = std::round(digit);
      const float shift = std::round((advance - own) / 2);
      glyph.X0 += shift;
      glyph.X1 += shift;
    }
    glyph.AdvanceX = advance;
  }
  font.BuildLookupTable();
}

domain::Result<std::vector<char>> read(const char* path, const char* package) {
  std::ifstream in(path, std::ios::binary);
  std::vector<char> bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (bytes.empty())
    return domain::fail(
        domain::Fault::not_found,
        std::string("The font ") + path + " is missing: install the package " + package + ".");
  return bytes;
}

ImFont* add(ImFontAtlas& atlas, std::vector<char>& bytes, float pixels, const ImWchar* ranges) {
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  return atlas.AddFontFromMemoryTTF(bytes.data(), static_cast<int>(bytes.size()), pixels, &config,
                                    ranges);
}

}  // namespace

domain::Result<Fonts> Fonts::open() {
  Fonts fonts;
  auto medium = read(medium_path, "fonts-inter");
  if (!medium) return tl::unexpected(medium.error());
  auto semibold = read(semibold_path, "fonts-inter");
  if (!semibold) return tl::unexpected(semibold.error());
  auto icons = read(icons_path, "fonts-material-design-icons-iconfont");
  if (!icons) return tl::unexpected(icons.error());
  fonts.medium_.bytes = std::move(*medium);
  fonts.semibold_.bytes = std::move(*semibold);
  fonts.icon_file_.bytes = std::move(*icons);
  return fonts;
}

void Fonts::build(ImFontAtlas& atlas, const Metrics& m) {
  static const std::vector<ImWchar> icon_ranges = [] {
    std::vector<ImWchar> ranges;
    for (const Icon icon : all_icons) ranges.insert(ranges.end(), 2, static_cast<ImWchar>(icon));
    ranges.push_back(0);
    return ranges;
  }();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  atlas.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  const auto pixels = [&](float size) { return std::round(size * m.px); };
  const auto both = [&](Size size, float u) {
    auto& slot = text_[static_cast<std::size_t>(size)];
    slot[0] = add(atlas, medium_.bytes, pixels(u), names_range);
    slot[1] = add(atlas, semibold_.bytes, pixels(u), names_range);
  };
  const auto bold = [&](Size size, float u, const ImWchar* ranges) {
    text_[static_cast<std::size_t>(size)].fill(add(atlas, semibold_.bytes, pixels(u), ranges));
  };
  both(Size::small, m.small);
  both(Size::normal, m.normal);
  both(Size::large, m.large);
  text_[static_cast<std::size_t>(Size::table)] = text_[static_cast<std::size_t>(Size::small)];
  if (m.table != m.small) both(Size::table, m.table);
  bold(Size::verb, m.verb, names_range);
  bold(Size::half_digits, m.digits / 2, half_range);
  bold(Size::digits, m.digits, digits_range);
  icons_.clear();
  for (const float u : {m.small, m.normal, m.normal + 0.4f, m.large, m.verb})
    icons_.push_back(add(atlas, icon_file_.bytes, pixels(u), icon_ranges.data()));
  atlas.Build();
  for (std::size_t size = 0; size < text_.size(); ++size) {
    for (std::size_t face = 0; face < 2; ++face) {
      ImFont& font = *text_[size][face];
      const bool shared = (face == 1 && text_[size][0] == &font) ||
                          (static_cast<Size>(size) == Size::table && m.table == m.small);
      if (shared) continue;
      const float em = font.FontSize * em_of_size;
      const bool weight = static_cast<Size>(size) == Size::digits;
      const float digit = font.FontSize * digit_advance - (weight ? em * tighter_em : 0);
      true_advances(font, face == 0 && text_[size][1] != &font ? medium_.bytes : semibold_.bytes,
                    digit);
    }
  }
}

const ImFont& Fonts::text(Size size, Face face) const {
  return *text_[static_cast<std::size_t>(size)][static_cast<std::size_t>(face)];
}

const ImFont& Fonts::icons(float pixels) const {
  for (const ImFont* font : icons_)
    if (font->FontSize >= pixels - 0.5f) return *font;
  return *icons_.back();
}

}  // namespace ui
