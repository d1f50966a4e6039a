// What a script does to the devices.
#include "kiosk/app/app.hpp"

namespace kiosk {

namespace {

using domain::fail;
using domain::Fault;
using domain::Result;

constexpr const char* no_simulation =
    "there is no simulated scale here; start with --scale simulated or --demo";

}  // namespace

Result<scales::SimulatedReadings*> App::simulated() {
  if (!simulated_) return fail(Fault::not_found, no_simulation);
  return &*simulated_;
}

Result<void> App::put_on_scale(domain::Weight weight) {
  return simulated().map([&](scales::SimulatedReadings* s) { s->scale.put(weight, now_); });
}

Result<void> App::clear_scale() {
  return simulated().map([&](scales::SimulatedReadings* s) { s->scale.clear(now_); });
}

Result<void> App::scale_fault(std::string_view word) {
  const auto fault = scales::read_simulated_fault(word);
  if (!fault) return fail(Fault::bad_value, "\"" + std::string(word) + "\" is no fault of a scale");
  return simulated().map([&](scales::SimulatedReadings* s) { s->scale.fault(*fault); });
}

Result<void> App::scale_ok() {
  return simulated().map([](scales::SimulatedReadings* s) { s->scale.ok(); });
}

Result<void> App::printer_fault(std::string_view word) {
  if (!printer_) return fail(Fault::not_found, "there is no printer here; start with --printer");
  if (word == "no_labels")
    made_trouble_.set(printing::PrinterTrouble::no_labels);
  else if (word == "offline")
    made_trouble_.set(printing::PrinterTrouble::offline);
  else
    return fail(Fault::bad_value, "\"" + std::string(word) + "\" is no fault of a printer");
  printer_report_.state.trouble = made_trouble_.now();
  screen_->refresh();
  return {};
}

Result<void> App::printer_ok() {
  if (!printer_) return fail(Fault::not_found, "there is no printer here; start with --printer");
  made_trouble_.set(printing::PrinterTrouble::none);
  printer_report_.state.trouble = printing::PrinterTrouble::none;
  printer_->try_now();
  if (setup_.labels == Setup::Labels::awaited) await_labels();
  screen_->refresh();
  return {};
}

Result<void> App::put_key(const std::string& folder) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    return fail(Fault::not_found, folder + " is no folder, so it cannot stand for a USB key");
  played_key_ = folder;
  screen_->refresh();
  return {};
}

Result<void> App::pull_key() {
  played_key_.reset();
  screen_->refresh();
  return {};
}

}  // namespace kiosk
