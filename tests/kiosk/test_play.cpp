#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "kiosk/play/player.hpp"
#include "kiosk/play/stages.hpp"
#include "support/kiosk/sample_application.hpp"
#include "support/kiosk/screen_driver.hpp"

namespace play = kiosk::play;

namespace {

struct Theatre {
  explicit Theatre(const ui::Settings& settings = {})
      : ui(std::move(*ui::Ui::open(settings))), headless(app, *ui) {}

  int run(const std::string& script) {
    out.str("");
    errors.str("");
    const auto lines = play::parse(script);
    return play::play(lines, stage, app, out, errors);
  }

  std::filesystem::path pictures =
      std::filesystem::temp_directory_path() / ("romaine-play-" + std::to_string(::getpid()));
  support::SampleApplication app;
  std::unique_ptr<ui::Ui> ui;
  kiosk::Headless headless;
  play::HeadlessStage stage{headless, pictures};
  std::ostringstream out, errors;
  ~Theatre() { std::filesystem::remove_all(pictures); }
};

std::string bad_line(const std::string& text) {
  const auto lines = play::parse(text);
  REQUIRE(lines.size() == 1);
  const auto* bad = std::get_if<play::Bad>(&lines[0].command);
  return bad == nullptr ? "" : bad->why;
}

}  // namespace

TEST_CASE("every command of a script is read, with its line") {
  const auto lines = play::parse(
      "# a day\n\ntap weigh.save\r\n type 192+167\nscale put 1.234 kg\nscale put 70 g\nscale "
      "clear\n"
      "scale fault under_zero\nscale ok\nscan 2912345678902\nwait 500 ms\nwait 2 s\npicture one\n"
      "expect weigh.net 1 262 g\ntargets\nprinter fault no_labels\nprinter ok\nkey put /a b\nkey "
      "pull\nquit");
  REQUIRE(lines.size() == 18);
  CHECK(lines[0].number == 3);
  CHECK(std::get<play::Tap>(lines[0].command).target == "weigh.save");
  CHECK(std::get<play::Type>(lines[1].command).text == "192+167");
  CHECK(std::get<play::ScalePut>(lines[2].command).weight == domain::grams(1234));
  CHECK(std::get<play::ScalePut>(lines[3].command).weight == domain::grams(70));
  CHECK(std::get<play::ScaleFault>(lines[5].command).fault == "under_zero");
  CHECK(std::get<play::Wait>(lines[9].command).time == std::chrono::seconds(2));
  CHECK(std::get<play::Expect>(lines[11].command).text == "1 262 g");
  CHECK(std::get<play::KeyPut>(lines[15].command).folder == "/a b");
  CHECK(lines[17].number == 20);
  CHECK(std::holds_alternative<play::Quit>(lines[17].command));
}

TEST_CASE("a line that breaks the format says why") {
  for (const char* text : {"tap",
                           "tap a b",
                           "scale",
                           "scale put",
                           "scale put 1,2 kg",
                           "scale put -1 kg",
                           "scale fault tired",
                           "scale clear now",
                           "printer fault fire",
                           "wait",
                           "wait 5",
                           "wait 5 min",
                           "wait -5 ms",
                           "wait x ms",
                           "picture",
                           "picture a/b",
                           "expect",
                           "targets now",
                           "key",
                           "key put",
                           "dance",
                           "Tap weigh.save"}) {
    INFO(text);
    CHECK_FALSE(bad_line(text).empty());
  }
}

TEST_CASE("a script weighs, saves and reads the screen") {
  Theatre t;
  CHECK(t.run("expect header.title Carottes\nscale put 0.912 kg\nexpect weigh.strip Ajoutez 338 g\n"
              "scale put 1.262 kg\nexpect weigh.net 1 262 g\ntap weigh.save\n"
              "expect weigh.saved Les Mirabelles 1 262 g, enregistré\n"
              "tap weigh.cell.112\ntap weigh.cell.101\nscan 12\nkey put /media/x\nkey pull\n") ==
        0);
  CHECK(t.errors.str().empty());
  CHECK(t.app.log ==
        std::vector<std::string>{"save 1262 g", "cell 112", "cell 101", "key /media/x", "no key"});
  CHECK(t.app.typed == "12\n");
}

TEST_CASE("the clock of a script without a window is its own") {
  Theatre t;
  CHECK(t.run("scale put 1262 g\ntap weigh.save\nexpect weigh.saved Les Mirabelles 1 262 g, "
              "enregistré\n"
              "wait 5 s\nexpect weigh.then Montreuil 800 g\nwait 8 s\n") == 0);
  CHECK(t.headless.now() >= kiosk::Time{} + std::chrono::seconds(13));
}

TEST_CASE("the first failing line is told with its number and stops the play") {
  struct Case {
    const char *script, *error;
  };
  const Case cases[] = {
      {"wait 1 ms\n\ntap no.such\ntap weigh.tare",
       "line 3: there is no target no.such on this screen\n"},
      {"tap weigh.save",
       "line 1: weigh.save cannot be tapped now: Pas encore : il manque 1 250 g\n"},
      {"tap weigh.net", "line 1: weigh.net is a text, it cannot be tapped\n"},
      {"expect weigh.net 5 g", "line 1: weigh.net says \"0 g\", expected \"5 g\"\n"},
      {"expect no.such x", "line 1: no.such is not on this screen, expected \"x\"\n"},
      {"# one\nprinter ok", "line 2: this sample has no printer\n"},
      {"tap weigh.tare\njump", "line 2: there is no command \"jump\" of this form\n"},
  };
  for (const Case& c : cases) {
    Theatre t;
    INFO(c.script);
    CHECK(t.run(c.script) == 1);
    CHECK(t.errors.str() == c.error);
  }
  Theatre t;
  CHECK(t.run("tap weigh.tare\nquit\njump") == 0);
  CHECK(t.app.log == std::vector<std::string>{"tare"});
}

TEST_CASE("targets are one JSON array on one line") {
  Theatre t({.panel = ui::usual_panel(800, 480)});
  REQUIRE(t.run("targets") == 0);
  const std::string line = t.out.str();
  CHECK(std::count(line.begin(), line.end(), '\n') == 1);
  const auto all = nlohmann::json::parse(line);
  const auto find = [&](const char* name) {
    for (const auto& one : all)
      if (one["name"] == name) return one;
    return nlohmann::json();
  };
  const auto save = find("weigh.save");
  CHECK(save["x"] == 540);
  CHECK(save["w"] == 248);
  CHECK(save["y"] == 364);
  CHECK(save["h"] == 104);
  CHECK(save["enabled"] == false);
  CHECK(save["text"] == "Pas encore : il manque 1 250 g");
  CHECK(find("weigh.tare")["enabled"] == true);
  CHECK(find("weigh.net")["enabled"].is_null());
  CHECK(find("weigh.net")["text"] == "0 g");
}

TEST_CASE("pictures of one frame are equal, of another theme differ") {
  Theatre t({.panel = ui::usual_panel(1280, 800)});
  INFO(t.errors.str());
  REQUIRE(t.run("scale put 1262 g\npicture a\npicture b\ntap header.person\npicture dark\n") == 0);
  const auto bytes = [&](const char* name) {
    std::ifstream in(t.pictures / name, std::ios::binary);
    return std::string{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  };
  CHECK(bytes("a.png").size() > 5000);
  CHECK(bytes("a.png").starts_with("\x89PNG"));
  CHECK(bytes("a.png") == bytes("b.png"));
  CHECK(bytes("a.png") != bytes("dark.png"));
}

TEST_CASE("nothing is drawn while nothing changes") {
  Theatre t;
  t.run("scale put 1262 g\nwait 1 s");
  const int before = t.app.frames;
  t.run("wait 60 s");
  CHECK(t.app.frames == before);
  const std::uint64_t hash = kiosk::picture_hash();
  t.headless.redraw();
  CHECK(kiosk::picture_hash() == hash);
  t.run("scale put 1263 g\nwait 1 ms");
  CHECK(t.app.frames > before);
  CHECK(kiosk::picture_hash() != hash);
}

TEST_CASE("an application that has finished ends the play") {
  Theatre t;
  CHECK(t.run("tap header.back\ntap no.such") == 0);
  CHECK(t.app.log == std::vector<std::string>{"back"});
}
