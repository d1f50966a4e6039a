#include "support/scale_vectors.hpp"

using namespace test;
using namespace std::string_literals;
using scales::Unit;

namespace {

using Words = std::vector<std::string>;

Words read(std::string_view profile, std::string_view text, const scales::OptionMap& options = {},
           std::optional<Unit> unit = std::nullopt) {
  const auto made = decoder(profile, unit, options);
  return words(decode_whole(*made, bytes_of(text)));
}

ByteText with_even_parity(ByteText bytes) {
  for (auto& byte : bytes) byte = scales::add_parity(byte, scales::Parity::even);
  return bytes;
}

}  // namespace

TEST_CASE("8217 takes the widths of its layout and no others") {
  struct Row {
    const char* body;
    const char* event;
  };
  const Row row = GENERATE(values<Row>({
      {"12.345", "weight 12.345 ? stable gross"},
      {"112.34", "weight 112.34 ? stable gross"},
      {" 1.234", "weight 1.234 ? stable gross"},
      {"001234", "weight 1234 ? stable gross"},
      {"00.000N", "weight 0.000 ? stable net"},
      {"-0.000", "status under_zero"},
      {"-1.234", "reject garbage"},
      {"1.234", "reject garbage"},
      {"1234", "reject garbage"},
      {"01.2345", "reject garbage"},
      {"01..34", "reject garbage"},
      {"01.2 4", "reject garbage"},
      {"N", "reject garbage"},
      {"", "reject garbage"},
      {"?", "reject garbage"},
      {"?!", "reject garbage"},
      {"?H", "status null"},
      {"?x", "status null"},
      {"?C", "status overload"},
      {"?E", "status under_zero"},
      {"?G", "status overload"},
  }));
  CAPTURE(row.body);
  CHECK(read("8217", "\x02"s + row.body + "\r") == Words{row.event});
}

TEST_CASE("8217 status_repeat repeats the load until any flag") {
  const std::string weight = "\x02"s + "01.234N\r";
  const scales::OptionMap repeat{{"status_repeat", "yes"}};
  const std::string event = "weight 1.234 kg stable net";
  CHECK(read("8217", "\x02?@\r", repeat) == Words{"status null"});
  CHECK(read("8217", weight + "\x02?@\r\x02?h\r", repeat, Unit::kg) == Words{event, event, event});
  CHECK(read("8217", weight + "\x02?@\r", {}, Unit::kg) == Words{event, "status null"});
  for (const std::string status : {"A", "B", "D"})
    CHECK(read("8217", weight + "\x02?" + status + "\r\x02?@\r", repeat, Unit::kg)[2] ==
          "status null");
  // At the centre of zero the load is gone.
  CHECK(read("8217", weight + "\x02?P\r\x02?@\r", repeat, Unit::kg) ==
        Words{event, "status null", "status null"});
  // A tare taken since then changes what the digits mean; on the IBM layout the bit says nothing.
  const std::string gross = "\x02"s + "01.234\r\x02?`\r";
  CHECK(read("8217", gross, repeat).back() == "status null");
  CHECK(read("8217", gross, {{"status_repeat", "yes"}, {"layout", "ibm"}}).back() ==
        "weight 1.234 ? stable gross");
  const auto made = decoder("8217", Unit::kg, repeat);
  scales::Events events;
  made->feed(bytes_of(weight), events);
  made->forget();
  made->feed(bytes_of("\x02?@\r"), events);
  CHECK(words(events).back() == "status null");
}

TEST_CASE("MT-SICS replies are typed") {
  struct Row {
    const char* line;
    const char* event;
  };
  const Row row = GENERATE(values<Row>({
      {"S S          5 g", "weight 5 g stable ?"},
      {"S S      1.234 KG", "weight 1.234 kg stable ?"},
      {"S S      1.234 lb  ", "weight 1.234 lb stable ?"},
      {"S D      -0.00 g", "status under_zero"},
      {"S D      -0.01 g", "weight -0.01 g moving ?"},
      {"S S      1.234 mg", "reject unknown_unit"},
      {"S S         12 PCS", "reject not_mass"},
      {"S S      12.34 %", "reject not_mass"},
      {"S S     1.234 kg", "reject garbage"},    // a byte is missing
      {"S S       1.234 kg", "reject garbage"},  // one too many
      {"S S      1.2 4 kg", "reject garbage"},
      {"S S      1.234", "reject garbage"},
      {"S S      1,234 kg", "reject garbage"},
      {"S S       .234 kg", "reject garbage"},
      {"S X      1.234 kg", "reject garbage"},
      {"S I", "status not_ready"},
      {"S E", "status not_ready"},
      {"S L", "status refused"},
      {"Z A", "ack"},
      {"T A", "ack"},
      {"TA A", "ack"},
      {"TAC A", "ack"},
      {"Z I", "status not_ready"},
      {"T I", "status not_ready"},
      {"Z +", "status refused"},
      {"Z -", "status refused"},
      {"Z ^", "status refused"},
      {"T v", "status refused"},
      {"TA L", "status refused"},
      {"T S      0.150 kg", "tare 0.150 kg"},
      {"TA A      0.150 kg", "tare 0.150 kg"},
      {"ET", "reject unknown_command"},
      {"EL", "reject unknown_command"},
      {"I4 A \"S S     100.00 g\"", "info"},
      {"I0 B 0 \"I0\"", "info"},
      {"I4 I", "status not_ready"},
  }));
  CAPTURE(row.line);
  CHECK(read("sics", row.line + "\r\n"s) == Words{row.event});
}

TEST_CASE("MT-SICS starts anew at its mark, and a cut record never swallows the next one") {
  const std::string frame = "S S     100.00 g\r\n";
  const std::string event = "weight 100.00 g stable ?";
  CHECK(read("sics", "S S      1.2" + frame) == Words{"reject garbage", event});
  CHECK(read("sics", "I4 A \"B02" + frame) == Words{"reject garbage", event});
  CHECK(read("sics", "0.150 kg\r\n" + frame) == Words{"reject garbage", event});
  CHECK(read("sics", "\r\n" + frame) == Words{"reject garbage", event});
  CHECK(read("sics", frame + frame) == Words{event, event});
  CHECK(read("sics", "S S     100.00 g\n" + frame) == Words{"reject garbage", event});
  CHECK(read("sics", "S S     100.00 g\r") == Words{"reject incomplete"});
  CHECK(read("sics", "S S     100,00 g\r\n", {{"decimal", ","}}) == Words{event});
  CHECK(read("sics", "SI\r\n" + frame) == Words{"reject garbage", event});  // its own echo
}

TEST_CASE("NULs between frames are nothing") {
  const std::string nuls(300, '\0');
  CHECK(read("sics", nuls + "S I\r\n" + nuls) == Words{"status not_ready"});
}

TEST_CASE("256 bytes without a frame are one overrun, then silence until a frame") {
  CHECK(read("sics", std::string(255, '8')) == Words{"reject garbage"});
  CHECK(read("sics", std::string(256, '8')) == Words{"reject overrun"});
  CHECK(read("8217", std::string(4000, '8')) == Words{"reject overrun"});
  CHECK(read("sics", std::string(3000, '8') + "S I\r\n8") ==
        Words{"reject overrun", "status not_ready", "reject garbage"});
  CHECK(read("sics", std::string(250, '8') + "S S     100.00 g\r\n") ==
        Words{"reject garbage", "weight 100.00 g stable ?"});
}

TEST_CASE("HID reports: what voids a value comes first, then the report's form, then its unit") {
  struct Row {
    const char* report;
    const char* event;
  };
  const Row row = GENERATE(values<Row>({
      {"030002006E03", "weight 878 g ? ?"},
      {"030902006E03", "weight 878 g ? ?"},
      {"030402060100", "weight 1000000 g stable ?"},
      {"030402070100", "reject bad_report"},
      {"030402FA0100", "weight 0.000001 g stable ?"},
      {"03040200FF7F", "weight 32767 g stable ?"},
      {"030402000080", "reject bad_report"},
      {"03050200FFFF", "status under_zero"},
      {"03060000FFFF", "status overload"},
      {"030401000100", "reject unknown_unit"},
      {"030408000100", "reject unknown_unit"},
      {"03040D000100", "reject unknown_unit"},
      {"0304020001000000", "weight 1 g stable ?"},
      {"0404", "info"},
      {"010402000100", "reject bad_report"},
      {"03", "reject bad_report"},
      {"", "reject bad_report"},
  }));
  CAPTURE(row.report);
  const auto made = decoder("usb-hid");
  scales::Events events;
  made->feed(from_hex(row.report), events);
  CHECK(words(events) == Words{row.event});
}

TEST_CASE("a parity bit is checked and stripped; no flipped bit gives another event") {
  const scales::OptionMap even{{"strip_parity", "even"}};
  for (const Vector& vector : vectors()) {
    if (vector.profile == "usb-hid" || vector.id == "X6" || vector.id == "X2") continue;
    const ByteText sent = with_even_parity(vector.bytes);
    const auto good = words(decode_whole(*decoder(vector.profile, vector.unit, even), sent));
    CHECK(good == words(decode_whole(*decoder(vector.profile, vector.unit), vector.bytes)));
    for (std::size_t bit = 0; bit < sent.size() * 8; ++bit) {
      ByteText flipped = sent;
      flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
      CAPTURE(vector.id, bit);
      for (const auto& event :
           words(decode_whole(*decoder(vector.profile, vector.unit, even), flipped))) {
        const bool rejected = event == "reject garbage" || event == "reject incomplete";
        const bool same = std::find(good.begin(), good.end(), event) != good.end();
        CHECK((rejected || same));
      }
    }
  }
}

TEST_CASE("random bytes never crash a decoder, and any cut gives the same events") {
  const auto seed = GENERATE(take(40, random(0, 1'000'000)));
  CAPTURE(seed);
  std::mt19937 generator(static_cast<unsigned>(seed));
  // Mostly pieces of frames, so that many of them begin well.
  const std::string pieces = "S DTAZI+-^vL0123456789. kg\r\n\x02?@ABN\"E";
  for (const std::string_view profile : {"8217", "sics"}) {
    ByteText bytes(2000);
    for (auto& byte : bytes)
      byte = generator() % 8 == 0 ? static_cast<std::uint8_t>(generator())
                                  : static_cast<std::uint8_t>(pieces[generator() % pieces.size()]);
    const auto whole = words(decode_whole(*decoder(profile), bytes));
    CHECK(whole == words(decode(*decoder(profile), bytes, [] { return 1U; })));
    CHECK(whole == words(decode(*decoder(profile), bytes, [&] { return 1 + generator() % 9; })));
    CHECK_FALSE(whole.empty());
  }
  ByteText report(generator() % 9);
  for (auto& byte : report) byte = static_cast<std::uint8_t>(generator());
  scales::Events events;
  decoder("usb-hid")->feed(report, events);
  CHECK(events.size() == 1);
}

TEST_CASE("weights are converted once") {
  struct Row {
    scales::Decimal value;
    Unit unit;
    std::int64_t mg;
  };
  const Row row = GENERATE(values<Row>({
      {{1234, 3}, Unit::kg, 1'234'000},
      {{-150, 3}, Unit::kg, -150'000},
      {{10000, 2}, Unit::g, 100'000},
      {{1, 3}, Unit::g, 1},
      {{15, 4}, Unit::g, 2},  // 1.5 mg, away from zero
      {{-15, 4}, Unit::g, -2},
      {{14, 4}, Unit::g, 1},
      {{512, 2}, Unit::lb, 2'322'393},  // 5.12 × 453592.37 = 2322392.93
      {{78, 1}, Unit::oz, 221'126},     // 7.8 × 28349.523125 = 221126.28
      {{32767, 128}, Unit::kg, 0},
  }));
  CAPTURE(row.mg);
  CHECK(scales::to_weight(row.value, row.unit) == domain::milligrams(row.mg));
  CHECK_FALSE(scales::to_weight({999'999'999'999'999'999, 0}, Unit::kg));
}

TEST_CASE("line settings are read and kept as they are written") {
  for (const char* text : {"9600 7E1", "1200 8N2", "4800 7O1"}) {
    const auto line = scales::read_line_settings(text);
    REQUIRE(line);
    CHECK(text_of(*line) == text);
  }
  for (const char* text :
       {"", "9600", "9600 9N1", "9600 7E3", "9600 7X1", "9600  7E1", "7E1 9600", "9600 7E12"})
    CHECK_FALSE(scales::read_line_settings(text));
  CHECK(text_of(on_the_wire(*scales::read_line_settings("9600 7E1"))) == "9600 8N1");
  CHECK(text_of(on_the_wire(*scales::read_line_settings("9600 7N2"))) == "9600 7N2");
  CHECK(scales::add_parity('W', scales::Parity::even) == 0xD7);
  CHECK(scales::add_parity('W', scales::Parity::odd) == 'W');
}
