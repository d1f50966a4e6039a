#include "support/scale_vectors.hpp"

using namespace test;

namespace {

std::string expected_words(const nlohmann::json& event) {
  const auto text = [&](const char* key) {
    return event[key].is_null() ? std::string("?") : event[key].get<std::string>();
  };
  const std::string kind = event["event"];
  if (kind == "weight") {
    const auto& stable = event["stable"];
    return "weight " + text("value") + " " + text("unit") +
           (stable.is_null()     ? " ?"
            : stable.get<bool>() ? " stable"
                                 : " moving") +
           " " + text("mode");
  }
  if (kind == "status") return "status " + (event["error"].is_null() ? "null" : text("error"));
  if (kind == "tare") return "tare " + text("value") + " " + text("unit");
  if (kind == "reject") return "reject " + text("reason");
  return kind;
}

// Rejects of garbage or of a cut frame may stand beside any expected event.
std::vector<std::string> without_noise(std::vector<std::string> events) {
  std::erase(events, "reject garbage");
  std::erase(events, "reject incomplete");
  return events;
}

}  // namespace

TEST_CASE("every recorded frame gives its events, however it is cut") {
  const auto all = vectors();
  REQUIRE(all.size() == 41);
  const auto seed = GENERATE(take(5, random(0, 1'000'000)));
  CAPTURE(seed);
  std::mt19937 generator(static_cast<unsigned>(seed));
  for (const Vector& vector : all) {
    CAPTURE(vector.id);
    std::vector<std::string> expected;
    for (const auto& event : vector.events) expected.push_back(expected_words(event));
    const auto fresh = [&] { return decoder(vector.profile, vector.unit); };
    const auto whole = words(decode_whole(*fresh(), vector.bytes));
    CHECK(without_noise(whole) == without_noise(expected));
    if (vector.profile == "usb-hid") continue;
    CHECK(words(decode(*fresh(), vector.bytes, [] { return 1U; })) == whole);
    CHECK(words(decode(*fresh(), vector.bytes, [&] { return 1 + generator() % 16; })) == whole);
  }
}

TEST_CASE("a frame cut off never is a value, and says incomplete") {
  for (const Vector& vector : vectors()) {
    if (vector.profile == "usb-hid" || vector.id[0] == 'X') continue;
    for (std::size_t length = 1; length + 1 < vector.bytes.size(); ++length) {
      CAPTURE(vector.id, length);
      const auto made = decoder(vector.profile, vector.unit);
      const auto events = words(decode_whole(*made, scales::Bytes(vector.bytes).first(length)));
      CHECK(events == std::vector<std::string>{"reject incomplete"});
      // And the next frame is read as if nothing had been.
      scales::Events next;
      made->feed(vector.bytes, next);
      made->idle(next);
      CHECK(words(next) ==
            words(decode_whole(*decoder(vector.profile, vector.unit), vector.bytes)));
    }
  }
}

TEST_CASE("the head or tail of any other frame leaves the frame after it whole") {
  const auto all = vectors();
  for (const Vector& vector : all) {
    if (vector.profile == "usb-hid" || vector.id == "T10" || vector.id == "X6") continue;
    const auto expected =
        without_noise(words(decode_whole(*decoder(vector.profile, vector.unit), vector.bytes)));
    for (const Vector& other : all) {
      // X vectors hold several frames: their parts may be whole frames themselves.
      if (other.profile != vector.profile || other.id[0] == 'X') continue;
      const auto after = [&](ByteText bytes) {
        bytes.insert(bytes.end(), vector.bytes.begin(), vector.bytes.end());
        return without_noise(words(decode_whole(*decoder(vector.profile, vector.unit), bytes)));
      };
      for (std::size_t cut = 1; cut + 1 < other.bytes.size(); ++cut) {
        CAPTURE(vector.id, other.id, cut);
        const auto middle = other.bytes.begin() + static_cast<std::ptrdiff_t>(cut);
        CHECK(after(ByteText(other.bytes.begin(), middle)) == expected);
        CHECK(after(ByteText(middle, other.bytes.end())) == expected);
      }
    }
  }
}

TEST_CASE("noise before a frame does not touch it") {
  const auto seed = GENERATE(take(20, random(0, 1'000'000)));
  CAPTURE(seed);
  std::mt19937 generator(static_cast<unsigned>(seed));
  for (const Vector& vector : vectors()) {
    if (vector.profile == "usb-hid" || vector.id == "T10" || vector.id == "X6") continue;
    const auto expected =
        without_noise(words(decode_whole(*decoder(vector.profile, vector.unit), vector.bytes)));
    ByteText noisy(1 + generator() % 64);
    for (auto& byte : noisy) byte = static_cast<std::uint8_t>(generator());
    noisy.insert(noisy.end(), vector.bytes.begin(), vector.bytes.end());
    CAPTURE(vector.id);
    CHECK(without_noise(words(decode_whole(*decoder(vector.profile, vector.unit), noisy))) ==
          expected);
  }
}
