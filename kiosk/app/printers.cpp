#include "kiosk/app/printers.hpp"

#include "devices/printing/cups_printer.hpp"
#include "devices/printing/folder_printer.hpp"

namespace kiosk {

namespace {

constexpr std::string_view folder_prefix = "folder:";

}  // namespace

domain::Result<MakePrinter> printer_of(const PrinterConfig& config) {
  const std::string& queue = config.queue;
  if (queue.substr(0, folder_prefix.size()) != folder_prefix)
    return MakePrinter([queue] { return std::make_unique<printing::CupsPrinter>(queue); });
  const std::filesystem::path folder = queue.substr(folder_prefix.size());
  if (folder.empty())
    return domain::fail(domain::Fault::bad_value,
                        "\"folder:\" needs the folder's path behind it; nothing was started");
  std::error_code error;
  if (std::filesystem::exists(folder, error) && !std::filesystem::is_directory(folder, error))
    return domain::fail(domain::Fault::bad_value,
                        folder.string() +
                            " is no folder, so no label can be put there; nothing "
                            "was started");
  return MakePrinter([folder] { return std::make_unique<printing::FolderPrinter>(folder); });
}

domain::Result<MakePrinter> printer_of(const std::vector<PrinterConfig>& printers) {
  return printers.empty() ? domain::Result<MakePrinter>(MakePrinter{})
                          : printer_of(printers.front());
}

}  // namespace kiosk
