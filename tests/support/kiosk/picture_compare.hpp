// Compares two pictures of a screen as a person would: a letter's edge may be drawn a little
// otherwise by another version of a font or of the graphics library, a thing in another place or of
// another colour may not.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace support {

struct Picture {
  int width = 0, height = 0;
  std::vector<unsigned char> pixels;  // RGB, from the top
};

// Throws where the file is no PNG.
Picture read_picture(const std::filesystem::path& file);

// What is different, in words; empty where nothing is that a person would see.
std::string seen_difference(const Picture& a, const Picture& b);

}  // namespace support
