// The pictures of docs/pictures, which the README shows, are what the window draws today. Where a
// screen was changed on purpose, draw them anew: docs/pictures/draw build/dev/romaine
#include <catch2/catch.hpp>
#include <cstdlib>
#include <regex>

#include "support/kiosk/picture_compare.hpp"
#include "support/temporary_folder.hpp"

namespace {

const std::filesystem::path kept = std::filesystem::path(TEST_DATA) / "../../docs/pictures";

std::vector<std::string> kept_names() {
  const std::regex own("[a-z-]+-[0-9]+x[0-9]+\\.png");
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(kept))
    if (const auto name = entry.path().filename().string(); std::regex_match(name, own))
      names.push_back(name);
  return names;
}

void paint(support::Picture& picture, int left, int top, int side) {
  for (int y = top; y < top + side; ++y)
    for (int x = left; x < left + side; ++x)
      for (int c = 0; c < 3; ++c) {
        auto& pixel = picture.pixels[static_cast<std::size_t>((y * picture.width + x) * 3 + c)];
        pixel = static_cast<unsigned char>(255 - pixel);
      }
}

}  // namespace

TEST_CASE("the kept pictures are what the window draws") {
  const support::TemporaryFolder drawn;
  const auto command =
      (kept / "draw").string() + " " + ROMAINE_PROGRAM + " " + drawn.path().string();
  REQUIRE(std::system(command.c_str()) == 0);
  const auto names = kept_names();
  CHECK(names.size() >= 12);
  for (const auto& name : names) {
    INFO(name << " differs; if that is wanted: docs/pictures/draw build/dev/romaine");
    CHECK(support::seen_difference(support::read_picture(kept / name),
                                   support::read_picture(drawn.path() / name)) == "");
  }
}

TEST_CASE("a picture that shows another thing is found") {
  const auto good = support::read_picture(kept / "pesee-bon-1280x800.png");
  CHECK(support::seen_difference(good, good) == "");
  CHECK(support::seen_difference(good, support::read_picture(kept / "matrice-1280x800.png")) != "");
  CHECK(support::seen_difference(good, support::read_picture(kept / "pieces-800x480.png")) ==
        "another size");

  auto other = good;
  paint(other, 1100, 700, 40);  // a button's icon
  CHECK(support::seen_difference(good, other) != "");
  auto edges = good;
  for (int x = 0; x < 1280; x += 40) paint(edges, x, 300, 3);  // letters' edges
  CHECK(support::seen_difference(good, edges) == "");
}
