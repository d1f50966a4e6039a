#include "devices/printing/print_worker.hpp"

#include <algorithm>

#include "devices/printing/type.hpp"

namespace printing {

PrintWorker::PrintWorker(std::unique_ptr<LabelPrinter> printer, Dpi dpi,
                         std::function<void(PrintEvent)> tell, PrintPace pace)
    : printer_(std::move(printer)), dpi_(dpi), tell_(std::move(tell)), pace_(std::move(pace)) {
  domain::ensure(!pace_.retries.empty(), "a blocked label is tried again some time");
  thread_ = std::jthread([this](std::stop_token stop) { run(std::move(stop)); });
}

PrintWorker::~PrintWorker() = default;

void PrintWorker::offer(LabelJob job) {
  const std::lock_guard lock(mutex_);
  offers_.push_back(std::move(job));
  changed_.notify_all();
}

void PrintWorker::withdraw(const domain::EntryRef& entry) {
  const std::lock_guard lock(mutex_);
  withdrawn_.push_back(entry);
  changed_.notify_all();
}

void PrintWorker::try_now() {
  const std::lock_guard lock(mutex_);
  try_now_ = true;
  changed_.notify_all();
}

void PrintWorker::run(std::stop_token stop) {
  // The first label of a process costs 20 to 40 ms of fonts; not the first bag of the day.
  static_cast<void>(renderer_.pdf(example_bag_label(), dpi_).has_value());
  while (!stop.stop_requested()) {
    wait_for_work(stop);
    if (stop.stop_requested()) return;
    take_offers();
    if (Clock::now() >= next_look_) look(stop);
    if (!waiting_.empty() && Clock::now() >= next_try_) try_first(stop);
    report(waiting_.empty() || blocked_.trouble == PrinterTrouble::none ? looked_ : blocked_);
  }
}

void PrintWorker::wait_for_work(std::stop_token stop) {
  const auto until = waiting_.empty() ? next_look_ : std::min(next_look_, next_try_);
  std::unique_lock lock(mutex_);
  changed_.wait_until(lock, stop, until,
                      [this] { return !offers_.empty() || !withdrawn_.empty() || try_now_; });
}

void PrintWorker::take_offers() {
  std::vector<LabelJob> offers;
  std::vector<domain::EntryRef> withdrawn;
  {
    const std::lock_guard lock(mutex_);
    offers.swap(offers_);
    withdrawn.swap(withdrawn_);
    if (try_now_) {
      next_try_ = next_look_ = Clock::time_point{};
      tries_ = 0;
    }
    try_now_ = false;
  }
  for (LabelJob& job : offers) admit(std::move(job));
  for (const domain::EntryRef& entry : withdrawn) drop(entry);
}

std::deque<LabelJob>::iterator PrintWorker::find(const domain::EntryRef& entry) {
  return std::find_if(waiting_.begin(), waiting_.end(),
                      [&entry](const LabelJob& job) { return job.entry == entry; });
}

void PrintWorker::admit(LabelJob job) {
  if (find(job.entry) != waiting_.end()) return;
  const auto before = finished_.find(label_uuid(job.label.bag));
  if (before == finished_.end())
    waiting_.push_back(std::move(job));
  else
    tell_(PrintOutcome{job.entry, before->second, PrinterTrouble::none, {}});
}

void PrintWorker::drop(const domain::EntryRef& entry) {
  const auto job = find(entry);
  if (job == waiting_.end()) return;
  if (job == waiting_.begin()) {
    first_pdf_.clear();
    blocked_ = {};
  }
  waiting_.erase(job);
}

void PrintWorker::try_first(std::stop_token stop) {
  LabelJob& job = waiting_.front();
  if (first_pdf_.empty()) {
    if (job.label.bag.empty())
      return finish_first(PrintOutcome::Kind::failed,
                          "A label without a bag number cannot be told from others; it was not "
                          "printed, the weighing is safe");
    auto pdf = renderer_.pdf(job.label, dpi_);
    if (!pdf) return finish_first(PrintOutcome::Kind::failed, pdf.error().detail);
    first_pdf_ = std::move(*pdf);
  }
  const PrintDocument document{first_pdf_, job.label.bag, label_uuid(job.label.bag)};
  const Submission answer = printer_->submit(document, job.offer, stop);
  job.offer = Offer::perhaps;
  switch (answer.kind) {
    case Submission::Kind::taken:
      return finish_first(PrintOutcome::Kind::taken, {});
    case Submission::Kind::uncertain:
      return finish_first(PrintOutcome::Kind::uncertain, answer.detail);
    case Submission::Kind::blocked:
      return keep_first(answer);
  }
}

void PrintWorker::keep_first(const Submission& blocked) {
  const LabelJob& job = waiting_.front();
  next_try_ = Clock::now() + pace_.retries[std::min(tries_, pace_.retries.size() - 1)];
  ++tries_;
  const bool news = blocked_.trouble != blocked.trouble;
  blocked_ = {blocked.trouble, blocked.detail};
  if (news)
    tell_(PrintOutcome{job.entry, PrintOutcome::Kind::blocked, blocked.trouble, blocked.detail});
}

void PrintWorker::finish_first(PrintOutcome::Kind kind, std::string detail) {
  const LabelJob job = std::move(waiting_.front());
  waiting_.pop_front();
  first_pdf_.clear();
  tries_ = 0;
  blocked_ = {};
  next_try_ = {};
  if (!job.label.bag.empty()) finished_[label_uuid(job.label.bag)] = kind;
  tell_(PrintOutcome{job.entry, kind, PrinterTrouble::none, std::move(detail)});
}

// A trouble that is gone is worth a try at once, whatever the back-off.
void PrintWorker::look(std::stop_token stop) {
  const PrinterState now = printer_->state(std::move(stop));
  if (looked_.trouble != PrinterTrouble::none && now.trouble == PrinterTrouble::none)
    next_try_ = Clock::time_point{};
  looked_ = now;
  next_look_ = Clock::now() + pace_.look;
}

void PrintWorker::report(PrinterState state) {
  PrinterReport report{std::move(state), waiting_.size()};
  if (report == reported_) return;
  reported_ = report;
  tell_(std::move(report));
}

std::string label_uuid(std::string_view bag_number) {
  // Our own name space, so that the numbers of another program give other uuids.
  static constexpr std::string_view space = "romaine label ";
  std::string name(space);
  name += bag_number;
  GChecksum* sum = g_checksum_new(G_CHECKSUM_SHA1);
  g_checksum_update(sum, reinterpret_cast<const guchar*>(name.data()),
                    static_cast<gssize>(name.size()));
  std::string hex = g_checksum_get_string(sum);
  g_checksum_free(sum);
  hex[12] = '5';  // version 5: made from a name by SHA-1
  hex[16] = "89ab"[std::string_view("0123456789abcdef").find(hex[16]) % 4];
  return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' +
         hex.substr(16, 4) + '-' + hex.substr(20, 12);
}

}  // namespace printing
