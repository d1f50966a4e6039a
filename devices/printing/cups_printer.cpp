#include "devices/printing/cups_printer.hpp"

#include <cups/cups.h>
#include <cups/pwg.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "devices/printing/folder_printer.hpp"

namespace printing {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

struct CloseHttp {
  void operator()(http_t* http) const { httpClose(http); }
};
struct DeleteIpp {
  void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};
using Http = std::unique_ptr<http_t, CloseHttp>;
using Ipp = std::unique_ptr<ipp_t, DeleteIpp>;

// A job that is processed this long without an end means a printer that does not answer: the
// backends say so in no keyword (CUPS 2.4).
constexpr auto longest_label = 8s;

Submission blocked(PrinterTrouble trouble) {
  return {Submission::Kind::blocked, trouble, sentence(trouble)};
}

Submission uncertain(std::string_view why) {
  return {Submission::Kind::uncertain, PrinterTrouble::none,
          std::string("The print server ") + std::string(why) +
              "; see whether the label came out. The weighing is safe"};
}

// One conversation: connected, patient up to a limit, given up within 200 ms once stopped.
class Line {
 public:
  Line(std::string queue, std::chrono::milliseconds patience, std::stop_token stop)
      : patience_(patience),
        stop_(std::move(stop)),
        on_stop_(stop_, [this] { std::atomic_ref(cancel_).store(1); }) {
    const std::string path = "/printers/" + queue;
    httpAssembleURI(HTTP_URI_CODING_ALL, uri_, sizeof uri_, "ipp", nullptr, "localhost", 0,
                    path.c_str());
    // Both are kept by libcups for the calling thread. Without them it waits for a password.
    const passwd* me = ::getpwuid(::geteuid());
    if (me) cupsSetUser(me->pw_name);
    cupsSetPasswordCB2([](const char*, http_t*, const char*, const char*,
                          void*) -> const char* { return nullptr; },
                       nullptr);
    cupsSetServer(nullptr);  // CUPS_SERVER and client.conf as they are now
    http_.reset(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1,
                             static_cast<int>(patience.count()), &cancel_));
    if (http_)
      httpSetTimeout(
          http_.get(), 0.1,
          [](http_t*, void* line) { return static_cast<Line*>(line)->waits() ? 1 : 0; }, this);
  }
  Line(const Line&) = delete;
  Line& operator=(const Line&) = delete;

  bool open() const { return http_ != nullptr; }

  Ipp request(ipp_op_t operation) const {
    Ipp made(ippNewRequest(operation));
    ippAddString(made.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri_);
    ippAddString(made.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
                 cupsUser());
    return made;
  }

  // Sent once; nothing where no answer came. cupsDoRequest would send some requests again.
  Ipp ask(Ipp request, std::string_view document = {}) {
    until_ = Clock::now() + patience_;
    const std::size_t length = ippLength(request.get()) + document.size();
    if (cupsSendRequest(http_.get(), request.get(), "/", length) != HTTP_STATUS_CONTINUE) return {};
    if (!document.empty() &&
        cupsWriteRequestData(http_.get(), document.data(), document.size()) != HTTP_STATUS_CONTINUE)
      return {};
    return Ipp(cupsGetResponse(http_.get(), "/"));
  }

 private:
  bool waits() const { return !stop_.stop_requested() && Clock::now() < until_; }

  std::chrono::milliseconds patience_;
  std::stop_token stop_;
  int cancel_ = 0;  // read by libcups while it connects
  std::stop_callback<std::function<void()>> on_stop_;
  Clock::time_point until_{};
  char uri_[1024] = "";
  Http http_;
};

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

// Keywords come with their gravity behind them; CUPS' own and mere reports say nothing of paper.
PrinterTrouble trouble_of(std::string_view reason) {
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

constexpr const char* printer_attributes[] = {"printer-state", "printer-state-reasons",
                                              "printer-is-accepting-jobs", "media-supported",
                                              "printer-make-and-model"};

Ipp ask_printer(Line& line) {
  Ipp request = line.request(IPP_OP_GET_PRINTER_ATTRIBUTES);
  ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                std::size(printer_attributes), nullptr, printer_attributes);
  return line.ask(std::move(request));
}

// The queue's own name of the paper within half a millimetre, else a custom one within its range;
// empty where the queue has neither. CUPS itself checks no paper and would print on US Letter.
std::string media_name(const Ipp& printer, const PrintDocument& document) {
  const int width = document.width_mm * 100, height = document.height_mm * 100;
  const std::string size =
      std::to_string(document.width_mm) + "x" + std::to_string(document.height_mm) + "mm";
  const std::string custom = "custom_" + size + "_" + size;
  ipp_attribute_t* all = ippFindAttribute(printer.get(), "media-supported", IPP_TAG_ZERO);
  if (!all) return custom;
  int narrow = 0, low = 0, wide = -1, high = -1;
  for (int i = 0; i < ippGetCount(all); ++i) {
    const std::string name(text_of(all, i));
    const pwg_media_t* media = pwgMediaForPWG(name.c_str());
    if (!media) continue;
    if (name.starts_with("custom_min_")) {
      narrow = media->width;
      low = media->length;
    } else if (name.starts_with("custom_max_")) {
      wide = media->width;
      high = media->length;
    } else if (std::abs(media->width - width) <= 50 && std::abs(media->length - height) <= 50) {
      return name;
    }
  }
  return narrow <= width && width <= wide && low <= height && height <= high ? custom : "";
}

struct CupsJob {
  int id = 0;
  int state = 0;
  int documents = 0;
  std::string reasons;
};

}  // namespace

struct CupsPrinter::Impl {
  std::optional<std::vector<CupsJob>> find(Line& line, const std::string& uuid) const;
  std::optional<Submission> adopt(Line& line, const std::string& uuid);
  Submission send(Line& line, const PrintDocument& document, const std::string& media);
  bool cancel(Line& line, int job) const;
  void watch_offline(Line& line, PrinterState& state);

  std::string queue;
  std::chrono::milliseconds patience;
  std::set<std::string> sent;  // uuids whose document left in this run
  int processing = 0;          // the job in the printer, and since when
  Clock::time_point since{};
};

CupsPrinter::CupsPrinter(std::string queue, std::chrono::milliseconds patience)
    : impl_(std::make_unique<Impl>()) {
  impl_->queue = std::move(queue);
  impl_->patience = patience;
}

CupsPrinter::~CupsPrinter() = default;

// The jobs of a uuid; nothing where the server does not answer.
std::optional<std::vector<CupsJob>> CupsPrinter::Impl::find(Line& line,
                                                            const std::string& uuid) const {
  static constexpr const char* wanted[] = {"job-id", "job-uuid", "job-state", "job-state-reasons",
                                           "number-of-documents"};
  Ipp request = line.request(IPP_OP_GET_JOBS);
  ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, "all");
  ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                std::size(wanted), nullptr, wanted);
  const Ipp answer = line.ask(std::move(request));
  if (!succeeded(answer)) {
    if (refusal(answer) == PrinterTrouble::no_such_queue) return std::vector<CupsJob>{};
    return std::nullopt;
  }
  std::vector<CupsJob> found;
  CupsJob job;
  bool ours = false;
  const auto finish = [&] {
    if (ours) found.push_back(job);
    job = {};
    ours = false;
  };
  for (ipp_attribute_t* a = ippFirstAttribute(answer.get()); a;
       a = ippNextAttribute(answer.get())) {
    const char* raw = ippGetName(a);
    if (!raw || ippGetGroupTag(a) != IPP_TAG_JOB) {
      finish();
      continue;
    }
    const std::string_view name = raw;
    if (name == "job-id") job.id = ippGetInteger(a, 0);
    if (name == "job-state") job.state = ippGetInteger(a, 0);
    if (name == "number-of-documents") job.documents = ippGetInteger(a, 0);
    if (name == "job-state-reasons") job.reasons = text_of(a, 0);
    if (name == "job-uuid") ours = text_of(a, 0) == "urn:uuid:" + uuid;
  }
  finish();
  return found;
}

bool CupsPrinter::Impl::cancel(Line& line, int job) const {
  Ipp request = line.request(IPP_OP_CANCEL_JOB);
  ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
  return succeeded(line.ask(std::move(request)));
}

// What became of a uuid that may have been sent: an answer, or nothing where it may be sent
// (again).
std::optional<Submission> CupsPrinter::Impl::adopt(Line& line, const std::string& uuid) {
  const auto jobs = find(line, uuid);
  if (!jobs) return blocked(PrinterTrouble::server_silent);
  bool empty = false;
  for (const CupsJob& job : *jobs) {
    const bool over = job.state >= IPP_JSTATE_CANCELED;
    if (job.documents == 0) {
      // Its document never arrived: out of the way, so that only the next one carries it.
      if (!over && !cancel(line, job.id)) return blocked(PrinterTrouble::server_silent);
      empty = true;
      continue;
    }
    if (job.state == IPP_JSTATE_HELD && job.reasons == "none") {
      // What a print server leaves that was killed as it answered: it would never print by itself.
      cancel(line, job.id);
      return uncertain("was interrupted while it took a label and has lost hold of it");
    }
    if (job.state == IPP_JSTATE_CANCELED || job.state == IPP_JSTATE_ABORTED)
      return uncertain("gave up on a label that it had taken");
    return Submission{};
  }
  if (!empty && sent.contains(uuid))
    return uncertain("no longer knows a label that was sent to it");
  return std::nullopt;
}

Submission CupsPrinter::Impl::send(Line& line, const PrintDocument& document,
                                   const std::string& media) {
  Ipp create = line.request(IPP_OP_CREATE_JOB);
  const std::string name = "Romaine " + document.name, urn = "urn:uuid:" + document.uuid;
  ippAddString(create.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, name.c_str());
  ippAddString(create.get(), IPP_TAG_JOB, IPP_TAG_URI, "job-uuid", nullptr, urn.c_str());
  ippAddString(create.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr, media.c_str());
  ippAddString(create.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", nullptr, "none");
  const Ipp created = line.ask(std::move(create));
  if (!succeeded(created)) return blocked(refusal(created));
  const int job = number(created, "job-id", 0);

  Ipp send = line.request(IPP_OP_SEND_DOCUMENT);
  ippAddInteger(send.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
  ippAddString(send.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr,
               "application/pdf");
  ippAddBoolean(send.get(), IPP_TAG_OPERATION, "last-document", 1);
  sent.insert(document.uuid);
  const Ipp answer = line.ask(std::move(send), document.pdf);
  if (succeeded(answer)) return {};
  if (!answer) return blocked(PrinterTrouble::server_silent);
  // Refused with an answer: it holds no document, and an empty job would lie about for 15 minutes.
  sent.erase(document.uuid);
  cancel(line, job);
  return blocked(refusal(answer));
}

Submission CupsPrinter::submit(const PrintDocument& document, Offer offer, std::stop_token stop) {
  Line line(impl_->queue, impl_->patience, stop);
  if (!line.open()) return blocked(PrinterTrouble::server_silent);
  if (offer == Offer::perhaps || impl_->sent.contains(document.uuid))
    if (auto known = impl_->adopt(line, document.uuid)) return *known;
  impl_->sent.erase(document.uuid);

  const Ipp printer = ask_printer(line);
  if (!succeeded(printer)) return blocked(refusal(printer));
  if (number(printer, "printer-state", 0) == IPP_PSTATE_STOPPED)
    return blocked(PrinterTrouble::paused);
  ipp_attribute_t* accepting =
      ippFindAttribute(printer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
  if (accepting && !ippGetBoolean(accepting, 0)) return blocked(PrinterTrouble::rejecting);
  ipp_attribute_t* model = ippFindAttribute(printer.get(), "printer-make-and-model", IPP_TAG_ZERO);
  if (model && text_of(model, 0) == "Local Raw Printer") return blocked(PrinterTrouble::no_pdf);
  const std::string media = media_name(printer, document);
  if (media.empty()) return blocked(PrinterTrouble::wrong_paper);

  Submission answer = impl_->send(line, document, media);
  if (answer.kind != Submission::Kind::blocked || !impl_->sent.contains(document.uuid))
    return answer;
  // The document left and no answer came. Look at once, over a new line; else before the next try.
  Line again(impl_->queue, impl_->patience, stop);
  if (!again.open()) return answer;
  if (auto known = impl_->adopt(again, document.uuid)) return *known;
  impl_->sent.erase(document.uuid);
  return answer;
}

// A printer that is off shows in no keyword: only in a job that does not end.
void CupsPrinter::Impl::watch_offline(Line& line, PrinterState& state) {
  Ipp request = line.request(IPP_OP_GET_JOBS);
  ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", nullptr,
               "job-id");
  ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", 1);
  const Ipp answer = line.ask(std::move(request));
  if (!succeeded(answer)) return;
  const int job = number(answer, "job-id", 0);
  if (job != processing) {
    processing = job;
    since = Clock::now();
  }
  if (job != 0 && Clock::now() - since > longest_label)
    state = {PrinterTrouble::offline, sentence(PrinterTrouble::offline)};
}

PrinterState CupsPrinter::state(std::stop_token stop) {
  const auto said = [](PrinterTrouble trouble) { return PrinterState{trouble, sentence(trouble)}; };
  Line line(impl_->queue, impl_->patience, std::move(stop));
  if (!line.open()) return said(PrinterTrouble::server_silent);
  const Ipp printer = ask_printer(line);
  if (!succeeded(printer)) return said(refusal(printer));
  const int state = number(printer, "printer-state", 0);
  if (state == IPP_PSTATE_STOPPED) return said(PrinterTrouble::paused);
  ipp_attribute_t* accepting =
      ippFindAttribute(printer.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
  if (accepting && !ippGetBoolean(accepting, 0)) return said(PrinterTrouble::rejecting);
  ipp_attribute_t* reasons = ippFindAttribute(printer.get(), "printer-state-reasons", IPP_TAG_ZERO);
  for (int i = 0; reasons && i < ippGetCount(reasons); ++i)
    if (const PrinterTrouble trouble = trouble_of(text_of(reasons, i));
        trouble != PrinterTrouble::none)
      return said(trouble);
  PrinterState good;
  if (state == IPP_PSTATE_PROCESSING)
    impl_->watch_offline(line, good);
  else
    impl_->processing = 0;
  return good;
}

}  // namespace printing
