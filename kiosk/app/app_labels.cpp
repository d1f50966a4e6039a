// Labels of the bags: offered to the printer's thread, taken note of when the printer took them.
#include <array>
#include <thread>

#include "devices/printing/barcode.hpp"
#include "domain/bag.hpp"
#include "kiosk/app/app.hpp"
#include "kiosk/app/bag_label.hpp"

namespace kiosk {

namespace {

using namespace std::chrono_literals;

// Long enough for any label of a folder, short enough for a script.
constexpr auto longest_wait = 3s;

bool wants_label(const domain::Body& body) {
  if (const auto* weighed = std::get_if<domain::Weighed>(&body))
    return weighed->label == domain::Label::due;
  const auto* counted = std::get_if<domain::Counted>(&body);
  return counted && counted->label == domain::Label::due;
}

}  // namespace

void App::queue_labels(std::span<const domain::Entry> bags, printing::Offer offer) {
  std::optional<std::map<domain::EntryRef, std::int64_t>> serials;
  for (const auto& bag : bags) {
    if (!wants_label(bag.body)) continue;
    waiting_labels_.insert(bag.ref);
    if (!printer_) continue;
    if (!serials) serials = domain::bag_serials(station_->entries());
    const auto* on = domain::on_cell(bag.body);
    const auto place = day().find(on->cell);
    const BagFacts facts{place ? crate(day().ordergroup(*place)) : 0, setup_.config.station_number,
                         serials->at(bag.ref)};
    printer_->offer(
        {bag.ref.station, bag.ref.seq, bag_label(day(), bag, facts, setup_.look.language), offer});
  }
  if (setup_.labels == Setup::Labels::awaited) await_labels();
}

void App::await_labels() {
  const auto until = std::chrono::steady_clock::now() + longest_wait;
  while (!waiting_labels_.empty() && printer_ &&
         made_trouble_.now() == printing::PrinterTrouble::none &&
         std::chrono::steady_clock::now() < until) {
    take_inbox();
    if (printer_report_.state.trouble != printing::PrinterTrouble::none) return;
    std::this_thread::sleep_for(1ms);
  }
}

bool App::take(const printing::PrintEvent& event) {
  if (const auto* report = std::get_if<printing::PrinterReport>(&event)) {
    const bool changed = !(report->state == printer_report_.state);
    const bool worked = printer_report_.state.trouble == printing::PrinterTrouble::none;
    printer_report_ = *report;
    if (worked && report->state.trouble != printing::PrinterTrouble::none) hear(Tone::look);
    if (changed && screen_) screen_->refresh();
    return changed;
  }
  const auto& outcome = std::get<printing::PrintOutcome>(event);
  const domain::EntryRef& bag = outcome.entry;
  if (outcome.kind != printing::PrintOutcome::Kind::taken || !waiting_labels_.contains(bag))
    return false;
  const auto serials = domain::bag_serials(station_->entries());
  const auto serial = serials.find(bag);
  std::string number;
  if (serial != serials.end())
    number = printing::bag_number(setup_.config.station_number, serial->second);
  const std::array<domain::Body, 1> printed{domain::Printed{bag, number}};
  // Where it cannot be written the label may come out twice after a restart, which a person sees;
  // a label that never came out nobody would see.
  if (station_->save(printed, {})) waiting_labels_.erase(bag);
  return true;
}

}  // namespace kiosk
