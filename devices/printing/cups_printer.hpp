// A CUPS queue. Every label is a job with the uuid of its bag, created empty first and filled in a
// second request, so that after a lost answer the job is looked up instead of sent again
// (an empty job never prints). CUPS_SERVER and client.conf are honoured; no password is ever asked.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "devices/printing/printer.hpp"

namespace printing {

class CupsPrinter final : public LabelPrinter {
 public:
  // `patience` is how long one answer of the print server may take.
  explicit CupsPrinter(std::string queue,
                       std::chrono::milliseconds patience = std::chrono::seconds(2));
  ~CupsPrinter() override;
  Submission submit(const PrintDocument& document, Offer offer, std::stop_token stop) override;
  PrinterState state(std::stop_token stop) override;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace printing
