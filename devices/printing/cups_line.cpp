#include "devices/printing/cups_line.hpp"

#include <pwd.h>
#include <unistd.h>

#include <atomic>

namespace printing {

namespace {

// Keywords come with their gravity behind them; CUPS' own and mere reports say nothing of paper.
PrinterTrouble keyword(std::string_view reason) {
  if (reason.starts_with("cups-") || reason.ends_with("-report")) return PrinterTrouble::none;
  for (const std::string_view gravity : {"-warning", "-error"})
    if (reason.ends_with(gravity)) reason.remove_suffix(gravity.size());
  if (reason == "media-empty" || reason == "media-needed") return PrinterTrouble::no_labels;
  if (reason == "cover-open" || reason == "door-open" || reason == "interlock-open")
    return PrinterTrouble::cover_open;
  if (reason == "media-jam") return PrinterTrouble::jammed;
  if (reason == "offline" || reason == "shutdown" || reason == "timed-out" ||
      reason == "connecting-to-device")
    return PrinterTrouble::offline;
  if (reason == "paused") return PrinterTrouble::paused;
  return PrinterTrouble::none;
}

}  // namespace

CupsLine::CupsLine(const std::string& queue, std::chrono::milliseconds patience,
                   std::stop_token stop)
    : patience_(patience),
      stop_(std::move(stop)),
      on_stop_(stop_, [this] { std::atomic_ref(cancel_).store(1); }) {
  const std::string path = "/printers/" + queue;
  httpAssembleURI(HTTP_URI_CODING_ALL, uri_, sizeof uri_, "ipp", nullptr, "localhost", 0,
                  path.c_str());
  // Both are kept by libcups for the calling thread. Without them it waits for a password.
  const passwd* me = ::getpwuid(::geteuid());
  if (me) cupsSetUser(me->pw_name);
  cupsSetPasswordCB2(
      [](const char*, http_t*, const char*, const char*, void*) -> const char* { return nullptr; },
      nullptr);
  cupsSetServer(nullptr);  // CUPS_SERVER and client.conf as they are now
  http_.reset(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1,
                           static_cast<int>(patience.count()), &cancel_));
  if (http_)
    httpSetTimeout(
        http_.get(), 0.1,
        [](http_t*, void* line) { return static_cast<CupsLine*>(line)->waits() ? 1 : 0; }, this);
}

Ipp CupsLine::request(ipp_op_t operation) const {
  Ipp made(ippNewRequest(operation));
  ippAddString(made.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri_);
  ippAddString(made.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
               cupsUser());
  return made;
}

Ipp CupsLine::ask(Ipp request, std::string_view document) {
  until_ = std::chrono::steady_clock::now() + patience_;
  const std::size_t length = ippLength(request.get()) + document.size();
  if (cupsSendRequest(http_.get(), request.get(), "/", length) != HTTP_STATUS_CONTINUE) return {};
  if (!document.empty() &&
      cupsWriteRequestData(http_.get(), document.data(), document.size()) != HTTP_STATUS_CONTINUE)
    return {};
  return Ipp(cupsGetResponse(http_.get(), "/"));
}

bool CupsLine::waits() const {
  return !stop_.stop_requested() && std::chrono::steady_clock::now() < until_;
}

bool succeeded(const Ipp& answer) {
  return answer && ippGetStatusCode(answer.get()) < IPP_STATUS_REDIRECTION_OTHER_SITE;
}

// Why the server refused, where that is not the end of it.
PrinterTrouble refusal(const Ipp& answer) {
  if (!answer) return PrinterTrouble::server_silent;
  switch (ippGetStatusCode(answer.get())) {
    case IPP_STATUS_ERROR_NOT_FOUND:
      return PrinterTrouble::no_such_queue;
    case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
      return PrinterTrouble::rejecting;
    case IPP_STATUS_ERROR_FORBIDDEN:
    case IPP_STATUS_ERROR_NOT_AUTHENTICATED:
    case IPP_STATUS_ERROR_NOT_AUTHORIZED:
    case IPP_STATUS_ERROR_CUPS_AUTHENTICATION_CANCELED:
      return PrinterTrouble::no_rights;
    case IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED:
      return PrinterTrouble::no_pdf;
    case IPP_STATUS_ERROR_ATTRIBUTES_OR_VALUES:
      return PrinterTrouble::wrong_paper;
    default:
      return PrinterTrouble::server_silent;
  }
}

std::string_view text_of(ipp_attribute_t* attribute, int index) {
  const char* text = ippGetString(attribute, index, nullptr);
  return text ? text : "";
}

int number(const Ipp& answer, const char* name, int otherwise) {
  ipp_attribute_t* found = ippFindAttribute(answer.get(), name, IPP_TAG_ZERO);
  return found ? ippGetInteger(found, 0) : otherwise;
}

PrinterTrouble trouble_of(const Ipp& printer) {
  if (number(printer, "printer-state", 0) == IPP_PSTATE_STOPPED) return PrinterTrouble::paused;
  ipp_attribute_t* accepting =
      ippFindAttribute(printer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
  if (accepting && !ippGetBoolean(accepting, 0)) return PrinterTrouble::rejecting;
  ipp_attribute_t* reasons = ippFindAttribute(printer.get(), "printer-state-reasons", IPP_TAG_ZERO);
  for (int i = 0; reasons && i < ippGetCount(reasons); ++i)
    if (const PrinterTrouble trouble = keyword(text_of(reasons, i));
        trouble != PrinterTrouble::none)
      return trouble;
  return PrinterTrouble::none;
}

bool waits_for_a_person(std::string_view job_state_reason) {
  return job_state_reason == "job-hold-until-specified" ||
         job_state_reason == "cups-held-for-authentication";
}

}  // namespace printing
