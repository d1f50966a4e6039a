#include "support/kiosk/sample_application.hpp"

#include "kiosk/screens/weighing/view.hpp"
#include "support/kiosk/weighing_sample.hpp"

namespace support {

using namespace screens;
using namespace screens::weighing;

SampleApplication::SampleApplication() : state_(weighing_sample(Say::good)) {
  weigh(domain::grams(0));
}

void SampleApplication::weigh(domain::Weight net) {
  state_.net = state_.gauge->net = net;
  state_.gross = net + state_.tare;
  const bool good = net >= state_.gauge->low && net <= state_.gauge->high;
  state_.say = net.units() == 0          ? Say::place
               : good                    ? Say::good
               : net < state_.gauge->low ? Say::add
                                         : Say::take_off;
  state_.save = good ? Save::ready : Save::wait_missing;
  state_.amount = net < state_.asked ? state_.asked - net : net - state_.asked;
  changed_ = true;
}

bool SampleApplication::handle_events(kiosk::Time now) {
  now_ = now;
  if (state_.saved && now >= saved_until_) {
    state_.saved.reset();
    changed_ = true;
  }
  return std::exchange(changed_, false);
}

kiosk::Time SampleApplication::next_deadline() {
  return state_.saved ? saved_until_ : kiosk::Time::max();
}

ui::Settings SampleApplication::settings(const ui::Settings& current) {
  ui::Settings wanted = current;
  wanted.light = light_;
  return wanted;
}

void SampleApplication::key(const kiosk::KeyPress& press) {
  typed += press.symbol;
  changed_ = true;
}

void SampleApplication::draw(ui::Ui& ui) {
  ++frames;
  if (const auto action = screens::weighing::draw(state_, ui)) act(*action);
}

void SampleApplication::act(const Action& action) {
  if (std::holds_alternative<Keep>(action)) {
    log.push_back("save " + std::to_string(state_.net.units() / 1000) + " g");
    state_.saved = SavedBag{state_.cell, state_.net};
    saved_until_ = now_ + std::chrono::seconds(4);
  } else if (std::holds_alternative<Tare>(action)) {
    log.push_back("tare");
  } else if (const auto* to = std::get_if<ToCell>(&action)) {
    log.push_back("cell " + std::to_string(to->cell));
  } else if (const auto* header = std::get_if<Header>(&action)) {
    if (header->tap == ui::HeaderTap::person) {
      log.push_back("person");
      light_ = ui::Light::dark;
    }
    if (header->tap == ui::HeaderTap::back) {
      log.push_back("back");
      finished_ = true;
    }
  }
}

domain::Result<void> SampleApplication::put_on_scale(domain::Weight weight) {
  weigh(weight);
  return {};
}

domain::Result<void> SampleApplication::clear_scale() {
  weigh({});
  return {};
}

domain::Result<void> SampleApplication::scale_fault(std::string_view fault) {
  state_.say = fault == "overload" ? Say::overload : Say::silent;
  changed_ = true;
  return {};
}

domain::Result<void> SampleApplication::scale_ok() {
  weigh(state_.net);
  return {};
}

domain::Result<void> SampleApplication::printer_fault(std::string_view) {
  return domain::fail(domain::Fault::refused, "this sample has no printer");
}

domain::Result<void> SampleApplication::printer_ok() { return printer_fault({}); }

domain::Result<void> SampleApplication::put_key(const std::string& folder) {
  log.push_back("key " + folder);
  return {};
}

domain::Result<void> SampleApplication::pull_key() {
  log.emplace_back("no key");
  return {};
}

}  // namespace support
