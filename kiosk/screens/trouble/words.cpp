#include "kiosk/screens/trouble/words.hpp"

namespace screens::trouble {
namespace {

using domain::Trouble;

std::string no_weight_since(const State& s, const ui::Ui& ui) {
  return s.since.empty() ? ui.tr("No weight has come yet.")
                         : ui.tr("No weight since {1}.", s.since);
}

std::string bags_safe(const State& s, const ui::Ui& ui) {
  if (s.bags == 0) return ui.tr("All that was saved is on the disk, nothing is lost.");
  return ui.tr_n("Your {1} bag is saved, nothing is lost.",
                 "Your {1} bags are saved, nothing is lost.", s.bags);
}

Words well(const State& s, const ui::Ui& ui) {
  Words words{ui.tr("The scale answers"), ui.tr("It moves."), bags_safe(s, ui),
              ui.tr("Nothing, you can go on."), true};
  if (s.shows) words.happens = ui.tr("It shows {1}.", ui.numbers().weight(*s.shows));
  return words;
}

Words of_scale(const State& s, const ui::Ui& ui) {
  const std::string silent = ui.tr("The scale does not answer");
  const std::string safe = bags_safe(s, ui);
  const std::string cable = ui.tr("Check the cable, then switch the scale on again.");
  const std::string installer = ui.tr("Tell whoever set up the station.");
  switch (s.scale) {
    case Trouble::none:
    case Trouble::moving:
      return well(s, ui);
    case Trouble::overload:
      return {ui.tr("Too heavy, take some off"), ui.tr("More lies on it than it can weigh."), safe,
              ui.tr("Weigh in two bags.")};
    case Trouble::underload:
      return {ui.tr("The pan is lifted or missing"), no_weight_since(s, ui), safe,
              ui.tr("Put the pan back in its place.")};
    case Trouble::under_zero:
      return {ui.tr("The scale is below zero"), ui.tr("It was switched on with something on it."),
              safe, ui.tr("Empty the pan and press Zero on the scale.")};
    case Trouble::waiting:
    case Trouble::not_ready:
      return {ui.tr("The scale is not ready"), no_weight_since(s, ui), safe,
              ui.tr("Wait a moment, with the pan empty.")};
    case Trouble::not_a_mass:
      return {ui.tr("Set the scale to kg or g"), ui.tr("It tells something else than a weight."),
              safe, ui.tr("Press its unit key until it shows kg or g.")};
    case Trouble::not_understood:
      return {ui.tr("The scale is not understood"), ui.tr("Signs come that mean no weight."), safe,
              installer};
    case Trouble::fault:
      return {ui.tr("The scale reports an error"), no_weight_since(s, ui), safe,
              ui.tr("Switch it off and on again, with the pan empty.")};
    case Trouble::unplugged:
      return {ui.tr("The scale is unplugged"), no_weight_since(s, ui), safe,
              ui.tr("Plug the cable in again, it is found by itself.")};
    case Trouble::no_rights:
    case Trouble::busy:
      return {silent, ui.tr("Another program or the system keeps it."), safe, installer};
    case Trouble::silent:
      break;
  }
  return {silent, no_weight_since(s, ui), safe, cable};
}

std::string printer_title(PrinterTrouble trouble, const ui::Ui& ui) {
  switch (trouble) {
    case PrinterTrouble::none:
      return ui.tr("The printer works");
    case PrinterTrouble::no_labels:
      return ui.tr("The printer has no more labels");
    case PrinterTrouble::cover_open:
      return ui.tr("The cover of the printer is open");
    case PrinterTrouble::jammed:
      return ui.tr("The printer is jammed");
    case PrinterTrouble::offline:
      return ui.tr("The printer does not answer");
    case PrinterTrouble::paused:
    case PrinterTrouble::rejecting:
    case PrinterTrouble::held:
      return ui.tr("The queue of the printer is stopped");
    case PrinterTrouble::no_such_queue:
    case PrinterTrouble::server_silent:
      return ui.tr("There is no such printer");
    case PrinterTrouble::no_rights:
      return ui.tr("The printer may not be used");
    case PrinterTrouble::wrong_paper:
    case PrinterTrouble::no_pdf:
      return ui.tr("The printer cannot print labels");
    case PrinterTrouble::disk_full:
      return ui.tr("No room for the labels");
  }
  return {};
}

std::string printer_to_do(PrinterTrouble trouble, const ui::Ui& ui) {
  switch (trouble) {
    case PrinterTrouble::none:
      return ui.tr("Nothing, you can go on.");
    case PrinterTrouble::no_labels:
      return ui.tr("Put in a roll of 62 by 29 mm and close the cover.");
    case PrinterTrouble::cover_open:
      return ui.tr("Close the cover.");
    case PrinterTrouble::jammed:
      return ui.tr("Open the cover, take out the stuck label, close it.");
    case PrinterTrouble::offline:
      return ui.tr("Check cable and power, then switch it on.");
    case PrinterTrouble::disk_full:
      return ui.tr("Make room, then try again.");
    default:
      return ui.tr("Tell whoever set up the station.");
  }
}

Words of_printer(const State& s, const ui::Ui& ui) {
  Words words{printer_title(s.printer, ui), ui.tr("No label waits."),
              ui.tr("The weights are saved, nothing is lost."), printer_to_do(s.printer, ui),
              s.printer == PrinterTrouble::none};
  if (s.waiting > 0 && s.waiting_since.empty())
    words.happens = ui.tr_n("{1} label waits.", "{1} labels wait.", s.waiting);
  if (s.waiting > 0 && !s.waiting_since.empty())
    words.happens = ui.tr_n("{1} label waits, since {2}.", "{1} labels wait, since {2}.", s.waiting,
                            s.waiting_since);
  return words;
}

}  // namespace

Words words_of(const State& state, const ui::Ui& ui) {
  return state.device == Device::scale ? of_scale(state, ui) : of_printer(state, ui);
}

}  // namespace screens::trouble
