#include "devices/printing/printer.hpp"

namespace printing {

std::string sentence(PrinterTrouble trouble) {
  switch (trouble) {
    case PrinterTrouble::none:
      return "";
    case PrinterTrouble::no_labels:
      return "The printer has no labels left; put in a roll and close the cover";
    case PrinterTrouble::cover_open:
      return "The printer's cover is open; close it";
    case PrinterTrouble::jammed:
      return "A label is stuck in the printer; take it out";
    case PrinterTrouble::offline:
      return "The printer does not answer; see that it is switched on and plugged in";
    case PrinterTrouble::paused:
      return "The print queue is paused; resume it with cupsenable";
    case PrinterTrouble::rejecting:
      return "The print queue takes no labels; let it with cupsaccept";
    case PrinterTrouble::no_such_queue:
      return "There is no print queue of that name; see the configuration and lpstat -e";
    case PrinterTrouble::server_silent:
      return "The print server does not answer; see that cups is running";
    case PrinterTrouble::no_rights:
      return "This user may not print there; give it the right in the print server";
    case PrinterTrouble::wrong_paper:
      return "The print queue has no paper of 62 x 29 mm; set the printer up for it";
    case PrinterTrouble::no_pdf:
      return "The print queue has no driver and would print the file's letters; give it one";
    case PrinterTrouble::held:
      return "The print server holds the label back; release it there";
    case PrinterTrouble::disk_full:
      return "The disk is full; make room";
  }
  return "";
}

}  // namespace printing
