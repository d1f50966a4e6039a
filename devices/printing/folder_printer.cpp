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

}  // namespace printing
