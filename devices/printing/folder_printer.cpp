#include "devices/printing/folder_printer.hpp"

#include <unistd.h>

#include <system_error>

#include "devices/printing/whole_file.hpp"

namespace printing {

FolderPrinter::FolderPrinter(std::filesystem::path folder) : folder_(std::move(folder)) {}

Submission FolderPrinter::submit(const PrintDocument& document, Offer, std::stop_token) {
  const PrinterState folder = state({});
  if (folder.trouble != PrinterTrouble::none)
    return {Submission::Kind::blocked, folder.trouble, folder.detail};
  const auto written = write_whole(folder_ / (document.name + ".pdf"), document.pdf);
  if (written) return {};
  const PrinterTrouble trouble =
      written.error().fault == domain::Fault::disk_full   ? PrinterTrouble::disk_full
      : written.error().fault == domain::Fault::no_rights ? PrinterTrouble::no_rights
                                                          : PrinterTrouble::offline;
  return {Submission::Kind::blocked, trouble, written.error().detail};
}

PrinterState FolderPrinter::state(std::stop_token) {
  std::error_code error;
  std::filesystem::create_directories(folder_, error);
  if (std::filesystem::is_directory(folder_, error)) {
    if (::access(folder_.c_str(), W_OK | X_OK) == 0) return {};
    return {PrinterTrouble::no_rights, "The folder for labels, " + folder_.string() +
                                           ", may not be written to; no label is lost"};
  }
  return {PrinterTrouble::offline, "The folder for labels, " + folder_.string() +
                                       ", is not there and cannot be made; no label is lost"};
}

TroubledPrinter::TroubledPrinter(std::unique_ptr<LabelPrinter> below, const MadeTrouble& trouble)
    : below_(std::move(below)), trouble_(trouble) {}

Submission TroubledPrinter::submit(const PrintDocument& document, Offer offer,
                                   std::stop_token stop) {
  const PrinterTrouble trouble = trouble_.now();
  if (trouble == PrinterTrouble::none) return below_->submit(document, offer, std::move(stop));
  return {Submission::Kind::blocked, trouble, sentence(trouble)};
}

PrinterState TroubledPrinter::state(std::stop_token stop) {
  const PrinterTrouble trouble = trouble_.now();
  if (trouble == PrinterTrouble::none) return below_->state(std::move(stop));
  return {trouble, sentence(trouble)};
}

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
