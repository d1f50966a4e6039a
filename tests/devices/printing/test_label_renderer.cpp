#include <catch2/catch.hpp>
#include <map>
#include <random>

#include "devices/printing/barcode.hpp"
#include "devices/printing/label_renderer.hpp"

using namespace printing;

namespace {

constexpr double hair = 0.011;  // mm; what a rounding may take
constexpr BoxMm printable{1.55, 3.05, 60.45, 25.95};
constexpr double six_points_mm = 6 * 25.4 / 72;

bool inside(const BoxMm& ink, const BoxMm& box) {
  return ink.left >= box.left - hair && ink.top >= box.top - hair &&
         ink.right <= box.right + hair && ink.bottom <= box.bottom + hair;
}

bool apart(const BoxMm& a, const BoxMm& b) {
  return a.right <= b.left + hair || b.right <= a.left + hair || a.bottom <= b.top + hair ||
         b.bottom <= a.top + hair;
}

void check_places(const BagLabel& label, Dpi dpi) {
  LabelRenderer renderer;
  const auto places = renderer.place(label, dpi);
  REQUIRE(places);
  std::map<std::string, double> sizes;
  const double right = dpi == Dpi::dpi203 ? 462 * 25.4 / 203 : 686 * 25.4 / 300;
  const double quiet = dpi == Dpi::dpi203 ? 144 * 25.4 / 203 : 262 * 25.4 / 300;
  for (const PlacedText& text : *places) {
    CAPTURE(text.key, text.size_mm, text.lines, text.ink.left, text.ink.top, text.ink.right,
            text.ink.bottom, text.box.top, text.box.bottom);
    CHECK(inside(text.ink, text.box));
    CHECK(inside(text.ink, printable));
    CHECK(text.size_mm >= six_points_mm - 1e-9);
    CHECK(text.ink.right <= right + hair);
    // The bars and their quiet zones, 15.07 to 23.2 mm down, are free of text.
    if (!label.bag.empty()) CHECK(apart(text.ink, {quiet, 15.07, 60.45, 23.2}));
    for (const PlacedText& other : *places)
      if (&other != &text) CHECK(apart(text.ink, other.ink));
    sizes[std::string(text.key)] = text.size_mm;
  }
  if (!label.origin.empty() && !label.unit_price.empty())
    CHECK(sizes["origin"] == sizes["unit_price"]);
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

}  // namespace

TEST_CASE("the design's own label is neither shrunk nor shortened at 300 dpi") {
  LabelRenderer renderer;
  const BagLabel label = [] {
    BagLabel l = example_bag_label();
    l.date = "14 mars";
    return l;
  }();
  const std::map<std::string_view, double> em{
      {"crate", 6.2},      {"ordergroup", 6}, {"article", 3.6},   {"origin", 2.8}, {"net", 3.2},
      {"unit_price", 2.8}, {"amount", 4.4},   {"producer", 2.15}, {"date", 2.15},  {"bag", 2.2}};
  const auto places = renderer.place(label, Dpi::dpi300);
  REQUIRE(places);
  CHECK(places->size() == em.size());
  for (const PlacedText& text : *places) {
    CAPTURE(text.key);
    CHECK(text.size_mm == Approx(em.at(text.key)));
    CHECK(text.lines == 1);
    CHECK_FALSE(text.shortened);
  }
}

TEST_CASE("no text leaves its box, touches another or falls below 6 points") {
  const Dpi dpi = GENERATE(Dpi::dpi203, Dpi::dpi300);
  const std::string text =
      GENERATE(as<std::string>{}, repeated("W", 200), repeated("très ", 40), repeated("il", 100),
               "É", "Àçgjpqy", "Œufs d'Île-de-France", repeated("ÇÉÀ gjq ", 25), "مرحبا بالعالم",
               "Ελληνικά Кириллица", "e\u0301\u0327 decomposed", repeated("\u0301", 60), "a\nb\tc",
               " ", "\\ & < %s ^XA ~JA", "🥕 Carottes");
  CAPTURE(text, static_cast<int>(dpi));
  for (const BagField& one : bag_fields()) {
    if (one.key == "bag") continue;
    CAPTURE(one.key);
    BagLabel label = example_bag_label();
    label.*one.text = text;
    check_places(label, dpi);
  }
  BagLabel all = example_bag_label();
  for (const BagField& field : bag_fields())
    if (field.key != "bag") all.*field.text = text;
  check_places(all, dpi);
}

TEST_CASE("random labels keep every text in its box") {
  const auto seed = Catch::rngSeed();
  CAPTURE(seed);
  std::minstd_rand random(seed);
  const auto below = [&random](int n) {
    return static_cast<int>(random() % static_cast<unsigned>(n));
  };
  const std::vector<std::string> words{"Les",   "Œufs", "carottes", "d'Ézanville", "bio",
                                       "12,50", "€/kg", "W",        "Ferme",       "çà"};
  for (int i = 0; i < 100; ++i) {
    BagLabel label;
    for (const BagField& field : bag_fields()) {
      const int count = below(12);
      for (int w = 0; w < count; ++w)
        label.*field.text += words[static_cast<std::size_t>(below(10))] + " ";
    }
    label.bag = below(5) == 0 ? "" : bag_number(below(10), 1 + below(99'999'999));
    check_places(label, below(2) == 0 ? Dpi::dpi203 : Dpi::dpi300);
  }
}

TEST_CASE("a missing text leaves its box empty and moves nothing else") {
  LabelRenderer renderer;
  const auto whole = renderer.place(example_bag_label(), Dpi::dpi300);
  REQUIRE(whole);
  for (const char* missing : {"crate", "ordergroup", "article", "origin", "net", "unit_price"}) {
    BagLabel label = example_bag_label();
    REQUIRE(set_field(label, missing, ""));
    const auto places = renderer.place(label, Dpi::dpi300);
    REQUIRE(places);
    CHECK(places->size() == whole->size() - 1);
    for (const PlacedText& text : *places)
      for (const PlacedText& before : *whole)
        if (before.key == text.key) CHECK(before.ink.left == Approx(text.ink.left));
  }
  CHECK(renderer.place({}, Dpi::dpi300)->empty());
  CHECK(renderer.pdf({}, Dpi::dpi300));
}

TEST_CASE("what cannot be drawn is refused with a sentence") {
  LabelRenderer renderer;
  BagLabel label = example_bag_label();
  label.bag = "2900001234567";
  CHECK(renderer.pdf(label, Dpi::dpi203).error().fault == domain::Fault::bad_value);
  CHECK(renderer.png(label, Dpi::dpi203).error().fault == domain::Fault::bad_value);
  label = example_bag_label();
  label.article = "Caf\xe9";
  CHECK(renderer.pdf(label, Dpi::dpi203).error().detail.find("\"article\"") != std::string::npos);
  CHECK(set_field(label, "colour", "red").error().fault == domain::Fault::not_found);
}

TEST_CASE("one renderer draws the same label the same way again") {
  LabelRenderer renderer;
  const auto first = renderer.png(example_bag_label(), Dpi::dpi203);
  REQUIRE(first);
  BagLabel other = example_bag_label();
  other.article = repeated("Courges ", 30);
  REQUIRE(renderer.png(other, Dpi::dpi203).value() != *first);
  CHECK(renderer.png(example_bag_label(), Dpi::dpi203).value() == *first);
}
