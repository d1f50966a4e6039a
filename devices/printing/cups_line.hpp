// Talking IPP to a print server through libcups: one conversation, its time limit, and what its
// answers mean. Only cups_printer.cpp uses it. libcups keeps user and server per thread, so a line
// is opened and used on one thread.
#pragma once

#include <cups/cups.h>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

#include "devices/printing/printer.hpp"

namespace printing {

struct CloseHttp {
  void operator()(http_t* http) const { httpClose(http); }
};
struct DeleteIpp {
  void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};
using Http = std::unique_ptr<http_t, CloseHttp>;
using Ipp = std::unique_ptr<ipp_t, DeleteIpp>;

// Connected, patient up to a limit, given up within 200 ms once stopped.
class CupsLine {
 public:
  CupsLine(const std::string& queue, std::chrono::milliseconds patience, std::stop_token stop);
  CupsLine(const CupsLine&) = delete;
  CupsLine& operator=(const CupsLine&) = delete;

  bool open() const { return http_ != nullptr; }
  // A request about the queue, to be filled in.
  Ipp request(ipp_op_t operation) const;
  // Sent once; nothing where no answer came. cupsDoRequest would send some requests again.
  Ipp ask(Ipp request, std::string_view document = {});

 private:
  bool waits() const;

  std::chrono::milliseconds patience_;
  std::stop_token stop_;
  int cancel_ = 0;  // read by libcups while it connects
  std::stop_callback<std::function<void()>> on_stop_;
  std::chrono::steady_clock::time_point until_{};
  char uri_[1024] = "";
  Http http_;
};

bool succeeded(const Ipp& answer);
// Why the server refused, where that is not the end of it.
PrinterTrouble refusal(const Ipp& answer);
std::string_view text_of(ipp_attribute_t* attribute, int index);
int number(const Ipp& answer, const char* name, int otherwise);
// What a queue's keywords and its state say of paper and power.
PrinterTrouble trouble_of(const Ipp& printer);
// Held by hold-until or for authentication: it waits for a person, not for the printer.
bool waits_for_a_person(std::string_view job_state_reason);

}  // namespace printing
