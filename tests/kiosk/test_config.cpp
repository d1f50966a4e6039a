#include <catch2/catch.hpp>

#include "kiosk/config.hpp"

using namespace kiosk;

TEST_CASE("the contract's example is taken") {
  const auto config = parse_config(R"(
[station]
name = "Table 1"
lang = "fr"
people = ["Rosa", "Maria"]
number = 3
usb = ["/media", "/run/media"]
theme = "dark"
size = "normal"
hands_full = true
walk = "ordergroup"
order = ["Carottes", "Lait"]
diagonal_inch = 10.1
[weighing]
low = "2 %"
high = "5 %"
[[weighing.article]]
name = "Courges"
high = "15 %"
[server]
url = "https://foodsoft.example/f"
user = "kiosk"
password_file = "foodsoft.password"
ca_file = "own-ca.pem"
mark_received = false
[[scale]]
port = "usb:1-2"
profile = "8217"
unit = "kg"
[printer]
queue = "etiquettes"
language = "zpl"
dpi = 203
media = "62x29"
for = ["bag", "tare"]
[scanner]
device = "usb:VID:PID"
[[scanner.code]]
prefix = "21"
digits = "PPIIIIIWWWWWC"
value = "g"
)",
                                   "romaine.toml");
  INFO((config ? "" : config.error().detail));
  REQUIRE(config);
  CHECK(config->station == "Table 1");
  CHECK(config->people == std::vector<std::string>{"Rosa", "Maria"});
  CHECK(config->hands_full == domain::HandsFull::on);
  CHECK(config->diagonal_tenths == 101);
  CHECK(config->band_of("Courges") == domain::Band{200, 1500});
  CHECK(config->band_of("Carottes") == domain::Band{200, 500});
  CHECK(config->printers.at(0).dpi == 203);
  CHECK(config->order.names.size() == 2);
  REQUIRE(config->server);
  CHECK(config->server->url == "https://foodsoft.example/f");
  CHECK(config->server->user == "kiosk");
  CHECK_FALSE(config->server->mark_received);
  const auto elsewhere = parse_config(
      "[server]\nurl = \"https://foodsoft.example/f/\"\npassword_file = \"pw\"\nca_file = \"/ca\"",
      "/etc/romaine/romaine.toml");
  REQUIRE(elsewhere);
  CHECK(elsewhere->server->url == "https://foodsoft.example/f");
  CHECK(elsewhere->server->password_file == "/etc/romaine/pw");
  CHECK(elsewhere->server->ca_file == "/ca");
}

TEST_CASE("a wrong setting is refused with its line") {
  struct Row {
    const char* text;
    const char* says;
  };
  const Row row = GENERATE(values<Row>({
      {"[station]\nnom = \"x\"", "line 2: \"nom\" is no known setting"},
      {"[station]\nlang = \"it\"", "line 2: one of fr, en, de"},
      {"[station]\nnumber = 10", "line 2: a whole number from 0 to 9"},
      {"[weighing]\nlow = \"2\"", "line 2: a percentage"},
      {"[weighing]\n\nhigh = 5", "line 3: a text in quotes"},
      {"[[scale]]\nport = \"hid\"", "a scale needs port and profile"},
      {"[station\n", "line 1"},
      {"[scanner]\n[[scanner.code]]\nprefix = \"29\"", "line 3: 29 is the prefix"},
      {"[station]\nhands_full = \"yes\"", "line 2: true or false"},
      {"kiosk = 1", "line 1: \"kiosk\" is no known setting"},
      {"[station]\nname = \" \"", "line 2: a name"},
      {"[server]\nurl = \"ftp://foodsoft.example/f\"", "line 2: an address"},
      {"[server]\nuser = \"kiosk\"\nurl = \"http://foodsoft.example/f\"", "line 3: http goes to"},
      {"[server]\nurl = \"http://127.evil.example/f\"", "line 2: http goes to"},
      {"[server]\nurl = \"https://foodsoft.example/\"", "line 2: the co-op's slug is missing"},
      {"[server]\nurl = \"http://127.0.0.1@evil.example/f\"", "line 2: name and password"},
      {"[server]\nuser = \"\"", "line 2: a name"},
      {"[server]\npassword = \"secret\"", "line 2: \"password\" is no known"},
      {"[[scale]]\nport = \"/dev/ttyUSB0\"\nprofile = \"none\"", "line 3: one of 8217"},
      {"[[scale]]\nport = \"COM1\"\nprofile = \"8217\"", "line 2: a port like"},
      {"[printer]\nqueue = \"a\"\nmedia = \"big\"", "line 3: a size in millimetres"},
      {"[printer]\nqueue = \"a\"\ndpi = 200", "line 3: dpi is one of 203, 300"},
      {"[[printer]]\nqueue = \"a\"\nfor = [\"nope\"]",
       "line 3: \"nope\" is nothing to print; one of"},
      {"[scanner]\n[[scanner.code]]\ndigits = \"PPX\"", "line 3: the 13 places"},
      {"[scanner]\n[[scanner.code]]\ndigits = \"PPIIIIIWWWWCC\"", "line 3: the 13 places"},
      {"[scanner]\n[[scanner.code]]\nprefix = \"2x\"", "line 3: the first digits"},
      {"[printer]\nqueue = \"a\"\nrotation = 45", "line 3: one of 0, 90"},
  }));
  CAPTURE(row.text);
  const auto config = parse_config(row.text, "romaine.toml");
  REQUIRE_FALSE(config);
  CHECK_THAT(config.error().detail, Catch::Contains(row.says) && Catch::StartsWith("romaine.toml"));
}

TEST_CASE("http goes to this machine, or where it is asked for") {
  for (const char* text :
       {"[server]\nurl = \"http://localhost:3000/f\"", "[server]\nurl = \"http://127.0.0.1/f\"",
        "[server]\nurl = \"http://[::1]:3000/f\"",
        "[server]\nurl = \"http://foodsoft.example/f\"\ninsecure_http = true"}) {
    CAPTURE(text);
    CHECK(parse_config(text, "romaine.toml"));
  }
}

TEST_CASE("a named configuration that cannot be read is no missing journal") {
  for (const char* file : {"/nonexistent/romaine.toml", "/"}) {
    CAPTURE(file);
    const auto config = read_config(std::filesystem::path(file));
    REQUIRE_FALSE(config);
    CHECK(config.error().fault == domain::Fault::io);
  }
}
