// The weighing screen as pictures. The hidden test writes them to look at:
//   ROMAINE_PICTURES=/some/folder test_kiosk "[.pictures]"
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "kiosk/picture.hpp"
#include "kiosk/screens/weighing/view.hpp"
#include "kiosk/ui/audit.hpp"
#include "kiosk/ui/widgets.hpp"
#include "support/kiosk/weighing_sample.hpp"

namespace {

using screens::weighing::Say;

using Draw = std::function<void(ui::Ui&)>;

void write(const ui::Settings& settings, const Draw& draw, const std::filesystem::path& file) {
  auto ui = ui::Ui::open(settings);
  REQUIRE(ui);
  auto renderer = kiosk::PictureRenderer::open(**ui);
  REQUIRE(renderer);
  for (int i = 0; i < 2; ++i) {
    (*ui)->begin({}, 0.1f);
    draw(**ui);
    (*ui)->end();
  }
  INFO(file.filename());
  CHECK(ui::faults(**ui) == std::vector<std::string>{});
  REQUIRE((*renderer)->write(file));
}

// The number pad beside its result, as on the pictures pave-*.
void pad(ui::Ui& ui) {
  const ui::Metrics& m = ui.metrics();
  ui::Rect area = ui.screen();
  ui::header(ui, area,
             {.title = "Carottes", .person = "Maria", .scale = {ui::Glyph::fault, "Balance"}});
  ui::Rect work = ui::work_zone(ui, area);
  work.h -= m.edge;
  ui::number_pad(ui, work.cut_left(ui::pad_width(ui), m.gap));
  ui::Rect text = work;
  ui::title(ui, text, "Les Mirabelles");
  ui.text("demandé 1\u202f250\u00a0g", text.cut_top(m.small, 0.9f), {.color = ui::Token::quiet});
  ui::Rect sum = text.cut_top(m.small + 10 + 2 * 0.8f, 0.9f);
  ui::card(ui, sum);
  sum = sum.inset(1.4f, 0.8f);
  ui.text("192 + 167 =", sum.cut_top(m.small),
          {.color = ui::Token::quiet, .across = ui::Across::right});
  ui.text("359\u00a0g", sum, {.size = ui::Size::half_digits, .across = ui::Across::right});
  ui::strip(ui, text.cut_top(m.strip),
            {.tone = ui::Tone::under,
             .glyph = ui::Glyph::add,
             .text = "Ajoutez 891 g",
             .size = ui::Size::large});
  ui::accent(ui, ui::accent_place(ui),
             {"pad.ok", ui::Icon::hourglass_empty, "Pas encore :", "il manque 891 g", false});
}

void asked(ui::Ui& ui) {
  ui::Rect area = ui.screen();
  ui::header(ui, area, {.title = "Fin de la journée", .person = "Maria"});
  ui::question(
      ui, area,
      {.title = "Finir la journée ?",
       .sentence =
           "Les 305 sacs sont enregistrés. Après, plus rien ne peut être pesé pour cette journée.",
       .yes = "Finir\nla journée",
       .no = "Revenir",
       .yes_icon = ui::Icon::flag});
}

void paging(ui::Ui& ui) {
  ui::Rect area = ui.screen();
  ui::header(ui, area, {.title = "Ferme des Aulnes", .person = "Maria"});
  ui::Bar bar(ui, area, {.buttons = 1, .pairs = 2});
  bar.button({.name = "matrix.find",
              .icon = ui::Icon::search,
              .text = "Chercher",
              .second = "par 2 lettres"});
  bar.pair({"matrix.left", ui::Icon::keyboard_arrow_left},
           {"matrix.right", ui::Icon::keyboard_arrow_right}, "cellules");
  bar.pair({"matrix.up", ui::Icon::keyboard_arrow_up},
           {"matrix.down", ui::Icon::keyboard_arrow_down, false}, "articles");
  bar.accent({"matrix.next", ui::Icon::scale, "Peser Carottes", "Les Mirabelles"});
  ui::Rect work = ui::work_zone(ui, area);
  ui::title(ui, work, "Touchez votre prénom", "Poste : Table 1");
  const float gap = ui.metrics().gap;
  constexpr std::string_view names[] = {"a", "b", "c", "d", "e", "f"};
  const ui::Glyph all[] = {ui::Glyph::todo,      ui::Glyph::current, ui::Glyph::good,
                           ui::Glyph::shortfall, ui::Glyph::add,     ui::Glyph::take_off,
                           ui::Glyph::tick,      ui::Glyph::cross,   ui::Glyph::fault,
                           ui::Glyph::attention, ui::Glyph::waiting, ui::Glyph::sent,
                           ui::Glyph::moving,    ui::Glyph::absent,  ui::Glyph::too_little};
  for (int i = 0; i < 6; ++i)
    ui::button(ui, work.column(i % 3, 3, gap).row(i / 3, 2, gap),
               {.name = names[i],
                .glyph = all[i * 2],
                .text = i == 4 ? "Livré en moins" : "Élodie",
                .second = i == 3 ? "1,5 kg" : "",
                .size = i < 3 ? ui::Size::large : ui::Size::small,
                .icon_size = ui.metrics().verb,
                .enabled = i != 5,
                .chosen = i == 1 ? ui::Chosen::yes : ui::Chosen::no});
}

}  // namespace

TEST_CASE("weighing, drawn to look at", "[.pictures]") {
  const char* folder = std::getenv("ROMAINE_PICTURES");
  REQUIRE(folder != nullptr);
  const std::pair<const char*, Say> says[] = {{"ajouter", Say::add},
                                              {"bon", Say::good},
                                              {"trop", Say::take_off},
                                              {"instable", Say::moving}};
  const std::pair<int, int> sizes[] = {{800, 480}, {1024, 600}, {1280, 800}, {1920, 1080}};
  for (const auto& [name, say] : says)
    for (const auto& [w, h] : sizes)
      for (const ui::Light light : {ui::Light::light, ui::Light::dark}) {
        const std::string dark = light == ui::Light::dark ? "-dark" : "";
        const auto state = support::weighing_sample(say);
        write(
            {.panel = ui::usual_panel(w, h), .light = light},
            [&](ui::Ui& ui) { screens::weighing::draw(state, ui); },
            std::filesystem::path(folder) /
                ("pesee-" + std::string(name) + "-" + std::to_string(w) + "x" + std::to_string(h) +
                 dark + ".png"));
      }
}

TEST_CASE("the kit's other parts, drawn to look at", "[.pictures]") {
  const char* folder = std::getenv("ROMAINE_PICTURES");
  REQUIRE(folder != nullptr);
  const std::pair<const char*, Draw> parts[] = {
      {"pad", pad}, {"question", asked}, {"paging", paging}};
  for (const auto& [name, draw] : parts)
    for (const auto& [w, h] : {std::pair{800, 480}, {1280, 800}, {1920, 1080}})
      write({.panel = ui::usual_panel(w, h)}, draw,
            std::filesystem::path(folder) / (std::string(name) + "-" + std::to_string(w) + ".png"));
}
