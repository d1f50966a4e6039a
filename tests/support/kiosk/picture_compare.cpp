#include "support/kiosk/picture_compare.hpp"

#include <stb/stb_image.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <stdexcept>

namespace support {

namespace {

constexpr int channels = 3;
constexpr int other_colour = 64;  // of 255, in one channel
constexpr int tile = 24;          // pixels; about a small letter's height and twice its width
constexpr int tile_percent = 40;  // of a tile: more is another thing, not another edge
constexpr int picture_permille = 15;

bool differs(const Picture& a, const Picture& b, int x, int y) {
  const auto at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(a.width) +
                   static_cast<std::size_t>(x)) *
                  channels;
  for (std::size_t c = at; c < at + channels; ++c)
    if (std::abs(int{a.pixels[c]} - int{b.pixels[c]}) > other_colour) return true;
  return false;
}

}  // namespace

Picture read_picture(const std::filesystem::path& file) {
  Picture picture;
  int there = 0;
  const std::unique_ptr<unsigned char, decltype(&stbi_image_free)> read(
      stbi_load(file.c_str(), &picture.width, &picture.height, &there, channels), stbi_image_free);
  if (!read) throw std::runtime_error(file.string() + " is no picture");
  picture.pixels.assign(read.get(), read.get() + static_cast<std::ptrdiff_t>(picture.width) *
                                                     picture.height * channels);
  return picture;
}

std::string seen_difference(const Picture& a, const Picture& b) {
  if (a.width != b.width || a.height != b.height) return "another size";
  long all = 0;
  for (int top = 0; top < a.height; top += tile)
    for (int left = 0; left < a.width; left += tile) {
      const int right = std::min(left + tile, a.width), bottom = std::min(top + tile, a.height);
      int here = 0;
      for (int y = top; y < bottom; ++y)
        for (int x = left; x < right; ++x) here += differs(a, b, x, y) ? 1 : 0;
      if (here * 100 > (right - left) * (bottom - top) * tile_percent)
        return "another thing at " + std::to_string(left) + ", " + std::to_string(top);
      all += here;
    }
  const long permille = all * 1000 / (long{a.width} * a.height);
  return permille > picture_permille ? std::to_string(permille) + " in 1000 pixels are others" : "";
}

}  // namespace support
