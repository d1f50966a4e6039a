// The label printer that a configuration or the command line names: "folder:DIR" or a CUPS queue.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "devices/printing/printer.hpp"
#include "domain/result.hpp"
#include "kiosk/config.hpp"

namespace kiosk {

using MakePrinter = std::function<std::unique_ptr<printing::LabelPrinter>()>;

domain::Result<MakePrinter> printer_of(const PrinterConfig& config);
// The first one; empty where there is none.
domain::Result<MakePrinter> printer_of(const std::vector<PrinterConfig>& printers);

}  // namespace kiosk
