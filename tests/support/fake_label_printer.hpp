// A printer that remembers, and its twin that fails on purpose and counts. Each is told what to
// answer from the test's thread while the worker's thread asks.
#pragma once

#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "devices/printing/printer.hpp"

namespace support {

struct PrinterLog {
  void set_state(printing::PrinterState state) {
    const std::lock_guard lock(mutex);
    said = std::move(state);
  }
  // The next submissions are answered so, in order; after them everything is taken.
  void answer(std::vector<printing::Submission> answers) {
    const std::lock_guard lock(mutex);
    next.insert(next.end(), answers.begin(), answers.end());
  }
  std::vector<printing::PrintDocument> taken() {
    const std::lock_guard lock(mutex);
    return documents;
  }
  int failures() {
    const std::lock_guard lock(mutex);
    return failed;
  }
  std::vector<printing::Offer> offers() {
    const std::lock_guard lock(mutex);
    return offered;
  }

  std::mutex mutex;
  printing::PrinterState said;
  std::deque<printing::Submission> next;
  std::vector<printing::PrintDocument> documents;
  std::vector<printing::Offer> offered;
  int failed = 0;
};

class FakeLabelPrinter final : public printing::LabelPrinter {
 public:
  explicit FakeLabelPrinter(PrinterLog& log) : log_(log) {}
  printing::Submission submit(const printing::PrintDocument& document, printing::Offer offer,
                              std::stop_token) override {
    const std::lock_guard lock(log_.mutex);
    log_.offered.push_back(offer);
    printing::Submission answer;
    if (!log_.next.empty()) {
      answer = log_.next.front();
      log_.next.pop_front();
    }
    if (answer.kind == printing::Submission::Kind::taken)
      log_.documents.push_back(document);
    else
      ++log_.failed;
    return answer;
  }
  printing::PrinterState state(std::stop_token) override {
    const std::lock_guard lock(log_.mutex);
    return log_.said;
  }

 private:
  PrinterLog& log_;
};

// Takes nothing, ever, with one trouble.
class FailingLabelPrinter final : public printing::LabelPrinter {
 public:
  FailingLabelPrinter(printing::PrinterTrouble trouble, PrinterLog& log)
      : trouble_(trouble), log_(log) {}
  printing::Submission submit(const printing::PrintDocument&, printing::Offer,
                              std::stop_token) override {
    const std::lock_guard lock(log_.mutex);
    ++log_.failed;
    return {printing::Submission::Kind::blocked, trouble_, "does not work on purpose"};
  }
  printing::PrinterState state(std::stop_token) override {
    return {trouble_, "does not work on purpose"};
  }

 private:
  printing::PrinterTrouble trouble_;
  PrinterLog& log_;
};

}  // namespace support
