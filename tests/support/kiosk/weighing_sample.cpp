#include "support/kiosk/weighing_sample.hpp"

namespace support {
namespace {

using domain::grams;
using namespace screens;
using namespace screens::weighing;

// The load and what follows from it.
void weigh(State& s, Say say) {
  s.tare = grams(40);
  s.say = say;
  s.digits = say != Say::overload && say != Say::silent && say != Say::under_zero;
  switch (say) {
    case Say::add:
      s.net = grams(912);
      s.amount = grams(338);
      s.save = Save::wait_missing;
      s.gauge->tone = ui::Tone::under;
      s.saved = SavedBag{"Ézanville", grams(1985)};
      break;
    case Say::take_off:
      s.net = grams(1330);
      s.amount = grams(80);
      s.save = Save::keep;
      s.gauge->tone = ui::Tone::over;
      break;
    case Say::moving:
      s.net = grams(684);
      s.steady = false;
      s.save = Save::wait_moving;
      break;
    default:
      s.net = grams(1262);
      s.amount = grams(12);
      s.save = Save::ready;
      s.gauge->tone = ui::Tone::good;
      break;
  }
  s.gross = s.net + s.tare;
  s.gauge->net = s.net;
}

}  // namespace

State weighing_sample(Say say) {
  State s;
  s.frame.person = "Maria";
  s.frame.to_export = 7;
  s.article = "Carottes";
  s.producer = "Ferme des Aulnes";
  s.bag = 3;
  s.bags = 12;
  s.cell = "Les Mirabelles";
  s.crate = 14;
  s.asked = grams(1250);
  s.gauge =
      ui::Gauge{grams(0), grams(1250), grams(1225), domain::milligrams(1'312'500), ui::Tone::quiet};
  s.left = grams(8903);
  s.still_asked = grams(9400);
  s.will_lack = grams(497);
  s.next = NextCell{15, "Montreuil", grams(800)};
  s.price = domain::UnitPrice(2'400'000'000);
  const auto row = [&](const char* name, ui::Glyph state, long g) {
    s.cells.push_back({static_cast<long>(s.cells.size()) + 101, name, state, grams(g)});
  };
  row("Bel-Air", ui::Glyph::good, 1512);
  row("Ézanville", ui::Glyph::good, 1985);
  row("Les Mirabelles", ui::Glyph::current, 1250);
  row("Montreuil", ui::Glyph::todo, 800);
  row("Les Noyers", ui::Glyph::todo, 1000);
  row("Pantin", ui::Glyph::todo, 500);
  row("Les Peupliers", ui::Glyph::todo, 2000);
  row("Rue de Crimée", ui::Glyph::todo, 750);
  row("Sannois", ui::Glyph::todo, 600);
  row("Tolbiac", ui::Glyph::todo, 1100);
  row("La Villette", ui::Glyph::todo, 900);
  row("Vincennes", ui::Glyph::todo, 750);
  s.current = 2;
  weigh(s, say);
  return s;
}

}  // namespace support
