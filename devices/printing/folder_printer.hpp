// Labels as files: one PDF a label in a folder, whole or not at all, for the demo, for a house
// without a printer, and for tests. On top of any printer: a trouble made on purpose.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>

#include "devices/printing/printer.hpp"

namespace printing {

// Writes <name>.pdf; the folder is made where it is missing. The same label again replaces its
// file.
class FolderPrinter final : public LabelPrinter {
 public:
  explicit FolderPrinter(std::filesystem::path folder);
  Submission submit(const PrintDocument& document, Offer offer, std::stop_token stop) override;
  PrinterState state(std::stop_token stop) override;

 private:
  std::filesystem::path folder_;
};

// A switch for the demo and for scripts ("printer fault no_labels"), thrown from any thread.
class MadeTrouble {
 public:
  void set(PrinterTrouble trouble) { trouble_ = trouble; }
  PrinterTrouble now() const { return trouble_; }

 private:
  std::atomic<PrinterTrouble> trouble_{PrinterTrouble::none};
};

// The printer below, unless there is a trouble: then it takes nothing. `trouble` outlives it.
class TroubledPrinter final : public LabelPrinter {
 public:
  TroubledPrinter(std::unique_ptr<LabelPrinter> below, const MadeTrouble& trouble);
  Submission submit(const PrintDocument& document, Offer offer, std::stop_token stop) override;
  PrinterState state(std::stop_token stop) override;

 private:
  std::unique_ptr<LabelPrinter> below_;
  const MadeTrouble& trouble_;
};

}  // namespace printing
