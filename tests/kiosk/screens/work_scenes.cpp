#include "kiosk/screens/work_scenes.hpp"

#include <catch2/catch.hpp>

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

using namespace screens;
using domain::grams;
using domain::Moment;
using domain::whole_units;

namespace work_scenes {
namespace {

// The made-up day of the reference pictures, as far as these screens show it.
constexpr const char* market = R"(
= Ferme des Aulnes
Carottes | 1 kg | Bel-Air 1500 | Ézanville 2000 | Les Mirabelles 1250 | Montreuil 800 | Les Noyers 1000 | Pantin 500 | Les Peupliers 2000 | Rue de Crimée 750 | Rue Riquet 1000 | Télégraphe 600 | Tolbiac 700 | La Villette 800
Œufs | boîte de 6 x12 | Bel-Air 2 | Canal 1 | Ézanville 3 | Jourdain 2 | Les Mirabelles 3 | Montreuil 1 | Ourcq 1 | Pelleport 1 | Les Peupliers 2 | Rue de Crimée 2 | Saint-Gervais 1 | Télégraphe 2 | Tolbiac 2 | La Villette 2
Courges | pièce ~1,5 kg | Bel-Air 1 | Les Mirabelles 2
Ail | 1 kg | Alésia 100 | Amandiers 100 | Couronnes 100 | Danube 100 | Gambetta 100 | Goncourt 100 | Jaurès 100 | Laumière 100 | Les Lilas 100 | Pyrénées 100 | Vaucouleurs 100
)";

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

}  // namespace

Market::Market() : desk(market) {
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

domain::CellId Market::cell(const char* article, const char* group) const {
  return desk.id(article, group);
}

void Market::save_something() {
  const domain::Body bag =
      domain::Weighed{.on = desk.day().on(desk.at("Carottes", "Montreuil")), .net = grams(800)};
  REQUIRE(desk.save(std::span(&bag, 1)));
}

void Market::tared(std::int64_t gross) {
  desk.weighing().open(cell(),
                       domain::aim_of(desk.day(), desk.at("Carottes", "Les Mirabelles"), {}));
  desk.put(40);
  desk.weighing().take(desk.reading(), desk.now());
  REQUIRE(desk.weighing().tare(desk.now()));
  desk.put(gross);
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

}  // namespace work_scenes
