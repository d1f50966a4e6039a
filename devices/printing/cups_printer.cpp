#include "devices/printing/cups_printer.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "devices/printing/cups_line.hpp"

namespace printing {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

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

constexpr const char* printer_attributes[] = {"printer-state", "printer-state-reasons",
                                              "printer-is-accepting-jobs", "media-supported",
                                              "printer-make-and-model"};

Ipp ask_printer(CupsLine& line) {
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
  std::optional<std::vector<CupsJob>> find(CupsLine& line, const char* which,
                                           const std::string& uuid) const;
  std::optional<Submission> adopt(CupsLine& line, const std::string& uuid);
  Submission send(CupsLine& line, const PrintDocument& document, const std::string& media);
  bool cancel(CupsLine& line, int job) const;
  PrinterTrouble watch_jobs(CupsLine& line);

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

// The jobs of a uuid, or all where it is empty; nothing where the server does not answer.
std::optional<std::vector<CupsJob>> CupsPrinter::Impl::find(CupsLine& line, const char* which,
                                                            const std::string& uuid) const {
  static constexpr const char* wanted[] = {"job-id", "job-uuid", "job-state", "job-state-reasons",
                                           "number-of-documents"};
  Ipp request = line.request(IPP_OP_GET_JOBS);
  ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, which);
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
    if (name == "job-uuid") ours = uuid.empty() || text_of(a, 0) == "urn:uuid:" + uuid;
  }
  finish();
  return found;
}

bool CupsPrinter::Impl::cancel(CupsLine& line, int job) const {
  Ipp request = line.request(IPP_OP_CANCEL_JOB);
  ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
  return succeeded(line.ask(std::move(request)));
}

// What became of a uuid that may have been sent: an answer, or nothing where it may be sent
// (again).
std::optional<Submission> CupsPrinter::Impl::adopt(CupsLine& line, const std::string& uuid) {
  const auto jobs = find(line, "all", uuid);
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

Submission CupsPrinter::Impl::send(CupsLine& line, const PrintDocument& document,
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
  CupsLine line(impl_->queue, impl_->patience, stop);
  if (!line.open()) return blocked(PrinterTrouble::server_silent);
  if (offer == Offer::perhaps || impl_->sent.contains(document.uuid))
    if (auto known = impl_->adopt(line, document.uuid)) return *known;
  impl_->sent.erase(document.uuid);

  const Ipp printer = ask_printer(line);
  if (!succeeded(printer)) return blocked(refusal(printer));
  // What else a printer lacks (labels, a closed cover) does not keep its queue from taking a job.
  const PrinterTrouble trouble = trouble_of(printer);
  if (trouble == PrinterTrouble::paused || trouble == PrinterTrouble::rejecting)
    return blocked(trouble);
  ipp_attribute_t* model = ippFindAttribute(printer.get(), "printer-make-and-model", IPP_TAG_ZERO);
  if (model && text_of(model, 0) == "Local Raw Printer") return blocked(PrinterTrouble::no_pdf);
  const std::string media = media_name(printer, document);
  if (media.empty()) return blocked(PrinterTrouble::wrong_paper);

  Submission answer = impl_->send(line, document, media);
  if (answer.kind != Submission::Kind::blocked || !impl_->sent.contains(document.uuid))
    return answer;
  // The document left and no answer came. Look at once, over a new line; else before the next try.
  CupsLine again(impl_->queue, impl_->patience, stop);
  if (!again.open()) return answer;
  if (auto known = impl_->adopt(again, document.uuid)) return *known;
  impl_->sent.erase(document.uuid);
  return answer;
}

// What shows in no keyword of the queue: a job held for a person, and a printer that is off, whose
// job does not end.
PrinterTrouble CupsPrinter::Impl::watch_jobs(CupsLine& line) {
  const auto jobs = find(line, "not-completed", {});
  if (!jobs) return PrinterTrouble::server_silent;
  int running = 0;
  for (const CupsJob& job : *jobs) {
    if (job.state == IPP_JSTATE_HELD && waits_for_a_person(job.reasons))
      return PrinterTrouble::held;
    if (job.state == IPP_JSTATE_PROCESSING) running = job.id;
  }
  if (running != processing) {
    processing = running;
    since = Clock::now();
  }
  const bool stuck = running != 0 && Clock::now() - since > longest_label;
  return stuck ? PrinterTrouble::offline : PrinterTrouble::none;
}

PrinterState CupsPrinter::state(std::stop_token stop) {
  const auto said = [](PrinterTrouble trouble) { return PrinterState{trouble, sentence(trouble)}; };
  CupsLine line(impl_->queue, impl_->patience, std::move(stop));
  if (!line.open()) return said(PrinterTrouble::server_silent);
  const Ipp printer = ask_printer(line);
  if (!succeeded(printer)) return said(refusal(printer));
  const PrinterTrouble trouble = trouble_of(printer);
  return said(trouble == PrinterTrouble::none ? impl_->watch_jobs(line) : trouble);
}

}  // namespace printing
