#include "kiosk/cli/scale_watch.hpp"

#include <atomic>
#include <csignal>
#include <ctime>
#include <ostream>
#include <thread>

#include "devices/scales/boot_clock.hpp"
#include "devices/scales/listen.hpp"
#include "kiosk/cli/scale_decode.hpp"
#include "kiosk/cli/scale_json.hpp"

namespace kiosk {

namespace {

using domain::Moment;

// Called on the listening thread only; `over` is read by the waiting one.
class Printer final : public scales::Listener {
 public:
  Printer(std::ostream& out, std::ostream& err)
      : out_(out), err_(err), start_(scales::boot_now()) {}

  void opened(Moment) override {
    if (missing_) err_ << "romaine: The scale is back" << std::endl;
    ever_open_ = true;
    missing_ = false;
  }
  void lost(const domain::Error& error, Moment) override {
    if (!missing_) err_ << "romaine: " << error.detail << std::endl;
    missing_ = true;
    if (ever_open_) return;
    failed_ = true;
    over = true;
  }
  void heard(Moment) override {}
  void event(const scales::ScaleEvent& event, scales::Answers, Moment now) override {
    out_ << json_line(event, now - start_) << std::endl;
    if (!out_) over = true;
  }
  void turn(Moment) override {}
  bool failed() const { return failed_; }

  std::atomic<bool> over{false};

 private:
  std::ostream& out_;
  std::ostream& err_;
  Moment start_;
  bool ever_open_ = false;
  bool missing_ = false;
  bool failed_ = false;
};

}  // namespace

int scale_watch(const WatchRequest& request, std::ostream& out, std::ostream& err) {
  const auto refuse = [&](const domain::Error& error, int code) {
    err << "romaine: " << error.detail << '\n';
    return code;
  };
  scales::ScaleSettings settings = request.scale;
  const auto options = read_options(request.options);
  if (!options) return refuse(options.error(), 2);
  settings.options.insert(options->begin(), options->end());
  const auto choice = scales::choose_line(settings);
  if (!choice)
    return refuse(choice.error(), choice.error().fault == domain::Fault::bad_value ? 2 : 1);

  // Blocked before the thread starts, so that only the wait below takes them.
  sigset_t stops;
  sigemptyset(&stops);
  sigaddset(&stops, SIGINT);
  sigaddset(&stops, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &stops, nullptr);
  Printer printer(out, err);
  std::jthread listening([&](const std::stop_token& stop) {
    scales::listen(*choice->opener, *choice->profile, choice->settings, choice->line, printer,
                   stop);
  });
  const timespec slice{0, 50'000'000};
  while (!printer.over && sigtimedwait(&stops, nullptr, &slice) < 0) {
  }
  listening.request_stop();
  listening.join();
  return printer.failed() ? 1 : 0;
}

}  // namespace kiosk
