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

// Inter's tabular digits, as a share of ImGui's size (which is the line height, Inter's em is 0.826
// of it); the weight digits stand 3 % of the em tighter.
constexpr float medium_digit = 0.547f;
constexpr float semibold_digit = 0.554f;
constexpr float weight_digit = semibold_digit - 0.03f * 0.826f;

bool is_digit(ImWchar c) { return c >= '0' && c <= '9'; }

struct LibraryCloser {
  void operator()(FT_Library library) const { FT_Done_FreeType(library); }
};
struct FaceCloser {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};

// ImGui's builder rounds every advance and the ascent up to whole pixels, which spreads small text
// and sinks it. Puts the font's own advances back for `size` pixels, one advance under all digits
// with the glyphs centred on it, and the ascent to the nearest pixel.
void true_metrics(ImFont& font, const std::vector<char>& bytes, float size, float digit) {
  FT_Library raw_library = nullptr;
  if (FT_Init_FreeType(&raw_library) != 0) return;
  const std::unique_ptr<FT_LibraryRec_, LibraryCloser> library(raw_library);
  FT_Face raw_face = nullptr;
  if (FT_New_Memory_Face(raw_library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                         static_cast<FT_Long>(bytes.size()), 0, &raw_face) != 0)
    return;
  const std::unique_ptr<FT_FaceRec_, FaceCloser> face(raw_face);
  const float unit = size / static_cast<float>(face->ascender - face->descender);
  const float ascent = unit * static_cast<float>(face->ascender);
  const float sunk = std::ceil(font.Ascent) - std::round(ascent);
  for (ImFontGlyph& glyph : font.Glyphs) {
    FT_Fixed units = 0;
    const FT_UInt index = FT_Get_Char_Index(face.get(), glyph.Codepoint);
    if (index == 0 || FT_Get_Advance(face.get(), index, FT_LOAD_NO_SCALE, &units) != 0) continue;
    const float own = static_cast<float>(units) * unit;
    glyph.AdvanceX = own;
    glyph.Y0 -= sunk;
    glyph.Y1 -= sunk;
    if (!is_digit(static_cast<ImWchar>(glyph.Codepoint))) continue;
    const float shift = std::round((digit * size - own) / 2);
    glyph.X0 += shift;
    glyph.X1 += shift;
    glyph.AdvanceX = digit * size;
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
  const auto trued = [&](Size size, float u) {
    auto& [medium, semibold] = text_[static_cast<std::size_t>(size)];
    if (medium != semibold) true_metrics(*medium, medium_.bytes, u * m.px, medium_digit);
    true_metrics(*semibold, semibold_.bytes, u * m.px,
                 size == Size::digits ? weight_digit : semibold_digit);
  };
  if (m.table != m.small) trued(Size::table, m.table);
  trued(Size::small, m.small);
  trued(Size::normal, m.normal);
  trued(Size::large, m.large);
  trued(Size::verb, m.verb);
  trued(Size::half_digits, m.digits / 2);
  trued(Size::digits, m.digits);
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
