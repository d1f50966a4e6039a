// The screens of the work on a cell: every state drawn in every size and language without a fault,
// their targets by name, and as pictures to look at:
//   ROMAINE_PICTURES=/some/folder test_kiosk "[.pictures]"
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "kiosk/picture.hpp"
#include "kiosk/screens/counting/presenter.hpp"
#include "kiosk/screens/counting/view.hpp"
#include "kiosk/screens/pad/presenter.hpp"
#include "kiosk/screens/pad/view.hpp"
#include "kiosk/screens/shortfall/presenter.hpp"
#include "kiosk/screens/shortfall/view.hpp"
#include "kiosk/screens/trouble/presenter.hpp"
#include "kiosk/screens/trouble/view.hpp"
#include "kiosk/screens/unit/presenter.hpp"
#include "kiosk/screens/unit/view.hpp"
#include "kiosk/screens/weighing/presenter.hpp"
#include "kiosk/screens/weighing/view.hpp"
#include "support/kiosk/fake_desk.hpp"
#include "support/kiosk/screen_driver.hpp"

using namespace screens;
using domain::grams;
using domain::Moment;
using domain::whole_units;
using support::FakeDesk;
using support::ScreenDriver;

namespace {

// The made-up day of the reference pictures, as far as these screens show it.
constexpr const char* market = R"(
= Ferme des Aulnes
Carottes | 1 kg | Bel-Air 1500 | Ézanville 2000 | Les Mirabelles 1250 | Montreuil 800 | Les Noyers 1000 | Pantin 500 | Les Peupliers 2000 | Rue de Crimée 750 | Rue Riquet 1000 | Télégraphe 600 | Tolbiac 700 | La Villette 800
Œufs | boîte de 6 x12 | Bel-Air 2 | Canal 1 | Ézanville 3 | Jourdain 2 | Les Mirabelles 3 | Montreuil 1 | Ourcq 1 | Pelleport 1 | Les Peupliers 2 | Rue de Crimée 2 | Saint-Gervais 1 | Télégraphe 2 | Tolbiac 2 | La Villette 2
Courges | pièce ~1,5 kg | Bel-Air 1 | Les Mirabelles 2
Ail | 1 kg | Alésia 100 | Amandiers 100 | Couronnes 100 | Danube 100 | Gambetta 100 | Goncourt 100 | Jaurès 100 | Laumière 100 | Les Lilas 100 | Pyrénées 100 | Vaucouleurs 100
)";

struct Market {
  Market() {
    desk.receive("Carottes", grams(12400));
    desk.weigh("Carottes", "Bel-Air", 1512);
    desk.weigh("Carottes", "Ézanville", 1985);
    desk.receive("Œufs", whole_units(24));
    desk.count("Œufs", "Bel-Air", 2);
    desk.count("Œufs", "Canal", 1);
    desk.count("Œufs", "Ézanville", 3);
    desk.note_short("Œufs", "Jourdain");
    desk.pass(Moment(6 * 60'000));
    desk.put(0);
    desk.go(AtCell{cell()});
  }
  domain::CellId cell(const char* article = "Carottes", const char* group = "Les Mirabelles") {
    return desk.id(article, group);
  }
  void save_something() {
    const domain::Body bag =
        domain::Weighed{.on = desk.day().on(desk.at("Carottes", "Montreuil")), .net = grams(800)};
    REQUIRE(desk.save(std::span(&bag, 1)));
  }
  void tared(std::int64_t gross) {
    desk.weighing().open(cell(),
                         domain::aim_of(desk.day(), desk.at("Carottes", "Les Mirabelles"), {}));
    desk.put(40);
    desk.weighing().take(desk.reading(), desk.now());
    REQUIRE(desk.weighing().tare(desk.now()));
    desk.put(gross);
  }
  FakeDesk desk{market};
};

using Draw = std::function<void(ui::Ui&)>;
struct Scene {
  const char* name;
  std::function<Draw(Market&)> make;
};

template <auto view, class Presenter, class... More>
Draw drawn(std::shared_ptr<Presenter> presenter) {
  return [presenter](ui::Ui& ui) { view(presenter->state(), ui); };
}

Draw weighing_of(Market& m, domain::CellId cell) {
  return drawn<weighing::draw>(std::make_shared<weighing::Presenter>(m.desk, cell));
}

Draw counting_of(Market& m, int count, const char* group = "Les Mirabelles") {
  auto presenter = std::make_shared<counting::Presenter>(m.desk, m.cell("Œufs", group));
  for (int i = 0; i < count; ++i) presenter->act(counting::Step{1});
  return drawn<counting::draw>(presenter);
}

Draw pad_of(Market& m, const char* keys, const char* article = "Carottes",
            PadFor what = PadFor::saving) {
  auto presenter = std::make_shared<pad::Presenter>(m.desk, AtPad{m.cell(article), what});
  for (const char* key = keys; *key != '\0'; ++key) presenter->typed(*key);
  return drawn<pad::draw>(presenter);
}

Draw shortfall_of(Market& m, std::int64_t at_hand, std::vector<shortfall::Action> actions = {}) {
  m.desk.put(at_hand);
  m.desk.weighing().open(m.cell(),
                         domain::aim_of(m.desk.day(), m.desk.at("Carottes", "Les Mirabelles"), {}));
  auto presenter = std::make_shared<shortfall::Presenter>(
      m.desk, AtShortfall{.cell = m.cell(), .at_hand = grams(at_hand)});
  for (const auto& action : actions) presenter->act(action);
  return drawn<shortfall::draw>(presenter);
}

Draw unit_of(Market& m, const std::string& text, std::vector<unit::Action> actions = {}) {
  auto presenter = std::make_shared<unit::Presenter>(m.desk, AtUnit{text, m.cell("Courges")});
  for (const auto& action : actions) presenter->act(action);
  return drawn<unit::draw>(presenter);
}

Draw trouble_of(Market& m, Device device) {
  return drawn<trouble::draw>(std::make_shared<trouble::Presenter>(m.desk, AtTrouble{device}));
}

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> all = {
      {"pesee-ajouter",
       [](Market& m) {
         m.tared(952);
         return weighing_of(m, m.cell());
       }},
      {"pesee-bon",
       [](Market& m) {
         m.tared(1302);
         return weighing_of(m, m.cell());
       }},
      {"pesee-trop",
       [](Market& m) {
         m.desk.put(1330);
         return weighing_of(m, m.cell());
       }},
      {"pesee-muette",
       [](Market& m) {
         m.desk.trouble(domain::Trouble::silent);
         return weighing_of(m, m.cell());
       }},
      {"pesee-question",
       [](Market& m) {
         m.desk.put(2600);
         auto presenter = std::make_shared<weighing::Presenter>(m.desk, m.cell());
         presenter->act(weighing::Keep{});
         return drawn<weighing::draw>(presenter);
       }},
      {"pesee-disque",
       [](Market& m) {
         m.desk.failure = domain::Error{domain::Fault::disk_full, ""};
         m.desk.put(1262);
         auto presenter = std::make_shared<weighing::Presenter>(m.desk, m.cell());
         presenter->act(weighing::Keep{});
         return drawn<weighing::draw>(presenter);
       }},
      {"pesee-deja",
       [](Market& m) {
         m.desk.weigh("Carottes", "Les Mirabelles", 912);
         m.save_something();
         return weighing_of(m, m.cell());
       }},
      {"pieces", [](Market& m) { return counting_of(m, 2); }},
      {"pieces-juste", [](Market& m) { return counting_of(m, 3); }},
      {"pieces-trop", [](Market& m) { return counting_of(m, 5); }},
      {"pieces-enregistre",
       [](Market& m) {
         m.save_something();
         return counting_of(m, 0);
       }},
      {"pave",
       [](Market& m) {
         m.desk.put(912);
         return pad_of(m, "192+167");
       }},
      {"pave-panne",
       [](Market& m) {
         m.desk.trouble(domain::Trouble::silent);
         return pad_of(m, "625*2");
       }},
      {"pave-vide", [](Market& m) { return pad_of(m, ""); }},
      {"pave-trop", [](Market& m) { return pad_of(m, "1330"); }},
      {"pave-long", [](Market& m) { return pad_of(m, "99999,999+12345,678*1"); }},
      {"pave-pieces", [](Market& m) { return pad_of(m, "3*1", "Œufs"); }},
      {"pave-manque", [](Market& m) { return pad_of(m, "912", "Carottes", PadFor::shortfall); }},
      {"manque-noter", [](Market& m) { return shortfall_of(m, 912); }},
      {"manque-rien", [](Market& m) { return shortfall_of(m, 0); }},
      {"manque-autre",
       [](Market& m) { return shortfall_of(m, 912, {shortfall::OpenOther{"autre"}}); }},
      {"manque-question",
       [](Market& m) { return shortfall_of(m, 912, {shortfall::NothingToday{}}); }},
      {"manque-panne",
       [](Market& m) {
         const Draw draw = shortfall_of(m, 0);
         m.desk.trouble(domain::Trouble::silent);
         return drawn<shortfall::draw>(
             std::make_shared<shortfall::Presenter>(m.desk, AtShortfall{.cell = m.cell()}));
       }},
      {"unite", [](Market& m) { return unit_of(m, "pièce ~1,5 kg"); }},
      {"unite-inconnue", [](Market& m) { return unit_of(m, "~ grande caisse"); }},
      {"unite-taper",
       [](Market& m) {
         return unit_of(
             m, "~ grande caisse",
             {unit::Choose{domain::Measure::mass}, unit::Key{{ui::PadKey::Kind::digit, 9}}});
       }},
      {"panne",
       [](Market& m) {
         m.desk.trouble(domain::Trouble::silent);
         return trouble_of(m, Device::scale);
       }},
      {"panne-bien",
       [](Market& m) {
         m.desk.put(1250);
         return trouble_of(m, Device::scale);
       }},
      {"panne-etiquettes",
       [](Market& m) {
         m.desk.printing = PrinterTrouble::no_labels;
         m.desk.lamps.waiting_labels = 3;
         const domain::Body bag =
             domain::Weighed{.on = m.desk.day().on(m.desk.at("Carottes", "Les Mirabelles")),
                             .net = grams(1262),
                             .label = domain::Label::due};
         REQUIRE(m.desk.save(std::span(&bag, 1)));
         m.desk.work_on(m.cell("Carottes", "Montreuil"));
         return trouble_of(m, Device::printer);
       }},
  };
  return all;
}

}  // namespace

TEST_CASE("the screens of the work have no fault in any size, language and state") {
  ScreenDriver driver;
  for (const Scene& scene : scenes()) {
    Market m;
    const Draw draw = scene.make(m);
    const auto view = [&](ui::Ui& ui) -> std::optional<int> {
      draw(ui);
      return std::nullopt;
    };
    for (const ui::Panel& panel : support::all_panels())
      for (const auto size : {ui::InterfaceSize::normal, ui::InterfaceSize::large})
        for (const ui::Language language : ui::all_languages) {
          driver.ui().change({.panel = panel, .size = size, .language = language});
          driver.settle(view);
          INFO(scene.name << " " << panel.width << "x" << panel.height << " "
                          << ui::code_of(language) << " large "
                          << (size == ui::InterfaceSize::large));
          CHECK(driver.faults() == std::vector<std::string>{});
        }
  }
}

TEST_CASE("every sentence of the trouble screen fits in every size and language") {
  ScreenDriver driver;
  const domain::Trouble troubles[] = {domain::Trouble::waiting,   domain::Trouble::overload,
                                      domain::Trouble::underload, domain::Trouble::under_zero,
                                      domain::Trouble::not_ready, domain::Trouble::not_a_mass,
                                      domain::Trouble::fault,     domain::Trouble::not_understood,
                                      domain::Trouble::unplugged, domain::Trouble::no_rights,
                                      domain::Trouble::busy};
  Market m;
  for (const ui::Panel& panel : support::all_panels())
    for (const ui::Language language : ui::all_languages) {
      driver.ui().change({.panel = panel, .language = language});
      const auto check = [&](Device device) {
        const Draw draw = trouble_of(m, device);
        driver.settle([&](ui::Ui& ui) -> std::optional<int> {
          draw(ui);
          return std::nullopt;
        });
        INFO(panel.width << " " << ui::code_of(language));
        CHECK(driver.faults() == std::vector<std::string>{});
      };
      for (const domain::Trouble trouble : troubles) {
        m.desk.trouble(trouble);
        check(Device::scale);
      }
      for (int i = 0; i <= static_cast<int>(PrinterTrouble::disk_full); ++i) {
        m.desk.printing = static_cast<PrinterTrouble>(i);
        check(Device::printer);
      }
    }
}

TEST_CASE("the targets of the work bear the names of the contract") {
  struct Row {
    const char* scene;
    std::vector<const char*> names;
  };
  const Row rows[] = {
      {"pieces", {"count.minus", "count.plus", "weigh.save", "weigh.short", "weigh.pad"}},
      {"pave",
       {"pad.0", "pad.9", "pad.comma", "pad.plus", "pad.times", "pad.delete", "pad.clear", "pad.ok",
        "pad.line"}},
      {"manque-noter",
       {"short.not_delivered", "short.damaged", "short.short_delivery", "short.other", "short.all",
        "short.save", "weigh.more", "weigh.strip"}},
      {"unite", {"unit.mass", "unit.volume", "unit.pieces", "unit.save"}},
      {"panne", {"trouble.retry", "trouble.pad"}},
      {"panne-etiquettes", {"trouble.retry", "trouble.continue"}}};
  ScreenDriver driver;
  for (const Row& row : rows)
    for (const Scene& scene : scenes()) {
      if (std::string_view(scene.name) != row.scene) continue;
      Market m;
      const Draw draw = scene.make(m);
      driver.settle([&](ui::Ui& ui) -> std::optional<int> {
        draw(ui);
        return std::nullopt;
      });
      for (const char* name : row.names) {
        INFO(row.scene << " " << name);
        CHECK(driver.ui().targets().find(name) != nullptr);
      }
    }
}

TEST_CASE("the work, drawn to look at", "[.pictures]") {
  const char* folder = std::getenv("ROMAINE_PICTURES");
  REQUIRE(folder != nullptr);
  const std::pair<int, int> sizes[] = {{800, 480}, {1280, 800}, {1920, 1080}};
  for (const Scene& scene : scenes())
    for (const auto& [w, h] : sizes)
      for (const ui::Light light : {ui::Light::light, ui::Light::dark}) {
        if (light == ui::Light::dark && w != 1280) continue;
        Market m;
        const Draw draw = scene.make(m);
        auto ui = ui::Ui::open({.panel = ui::usual_panel(w, h), .light = light});
        REQUIRE(ui);
        auto renderer = kiosk::PictureRenderer::open(**ui);
        REQUIRE(renderer);
        for (int i = 0; i < 2; ++i) {
          (*ui)->begin({}, 0.1f);
          draw(**ui);
          (*ui)->end();
        }
        const std::string dark = light == ui::Light::dark ? "-dark" : "";
        REQUIRE((*renderer)->write(std::filesystem::path(folder) /
                                   (std::string(scene.name) + "-" + std::to_string(w) + "x" +
                                    std::to_string(h) + dark + ".png")));
      }
}
