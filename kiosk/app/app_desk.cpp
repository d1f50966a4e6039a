// What the screens ask of the kiosk.
#include <algorithm>

#include "domain/bag.hpp"
#include "kiosk/app/app.hpp"
#include "kiosk/app/bag_label.hpp"
#include "kiosk/app/wall_clock.hpp"
#include "kiosk/screens/common/server_words.hpp"

namespace kiosk {

namespace {

using domain::Moment;
using namespace std::chrono_literals;

constexpr Moment saved_for = 4s;

bool scale_works(domain::Trouble trouble) {
  switch (trouble) {
    case domain::Trouble::not_understood:
    case domain::Trouble::not_a_mass:
    case domain::Trouble::fault:
    case domain::Trouble::silent:
    case domain::Trouble::unplugged:
    case domain::Trouble::no_rights:
    case domain::Trouble::busy:
      return false;
    default:
      return true;
  }
}

}  // namespace

std::optional<domain::CellPlace> App::next(std::optional<domain::CellPlace> after) const {
  return walk().next(day(), after);
}

std::optional<domain::CellPlace> App::open_cell() const {
  const auto kept = station_->open_cell();
  return kept ? day().find(*kept) : std::nullopt;
}

std::string App::clock(domain::Stamp at) const { return clock_text(at); }

std::string App::clock_at(Moment at) const {
  const auto ago = std::chrono::duration_cast<std::chrono::microseconds>(now_ - at);
  return clock_text({setup_.wall_clock().microseconds - ago.count()});
}

domain::Band App::band_of(const std::string& article) const {
  return setup_.config.band_of(article);
}

std::string App::scale_name() const {
  if (simulated_) return "simulated";
  return setup_.config.scales.empty() ? std::string() : setup_.config.scales.front().profile;
}

screens::Frame App::frame() const {
  using screens::Health;
  screens::Frame frame;
  frame.person = person_;
  const bool has_scale = simulated_ || !scales_.empty();
  frame.scale = !has_scale                      ? Health::absent
                : scale_works(reading_.trouble) ? Health::good
                                                : Health::fault;
  const bool printer_works = printer_report_.state.trouble == printing::PrinterTrouble::none;
  frame.printer = !printer_ ? Health::absent : printer_works ? Health::good : Health::fault;
  frame.waiting_labels = static_cast<long>(waiting_labels_.size());
  frame.to_export = station_->to_export();
  if (server_) screens::fill_lamp(frame, server_->status());
  return frame;
}

screens::PrinterTrouble App::printer_trouble() const {
  using From = printing::PrinterTrouble;
  using To = screens::PrinterTrouble;
  switch (printer_report_.state.trouble) {
    case From::none:
      return To::none;
    case From::no_labels:
      return To::no_labels;
    case From::cover_open:
      return To::cover_open;
    case From::jammed:
      return To::jammed;
    case From::offline:
      return To::offline;
    case From::paused:
      return To::paused;
    case From::rejecting:
      return To::rejecting;
    case From::no_such_queue:
      return To::no_such_queue;
    case From::server_silent:
      return To::server_silent;
    case From::no_rights:
      return To::no_rights;
    case From::wrong_paper:
      return To::wrong_paper;
    case From::no_pdf:
      return To::no_pdf;
    case From::held:
      return To::held;
    case From::disk_full:
      return To::disk_full;
  }
  return To::none;
}

domain::Result<std::vector<domain::Entry>> App::save(std::span<const domain::Body> bodies) {
  std::vector<domain::Body> marked(bodies.begin(), bodies.end());
  const auto label = printer_ ? domain::Label::due : domain::Label::none;
  for (auto& body : marked) {
    if (auto* weighed = std::get_if<domain::Weighed>(&body)) weighed->label = label;
    if (auto* counted = std::get_if<domain::Counted>(&body)) counted->label = label;
  }
  auto entries = station_->save(marked, person_);
  hear(entries ? Tone::saved : Tone::look);
  if (!entries) return entries;
  touched_ = now_;
  note_saved(*entries);
  queue_labels(*entries, printing::Offer::fresh);
  if (hand_due_) hand_due_.reset();
  if (server_) server_->day_changed();
  return entries;
}

void App::note_saved(const std::vector<domain::Entry>& entries) {
  if (entries.empty()) return;
  const domain::Entry& first = entries.front();
  if (const auto* on = domain::on_cell(first.body)) {
    saved_ = screens::SavedNote{first.ref, on->cell, first.body, now_ + saved_for};
    for (std::size_t i = 1; i < entries.size(); ++i) saved_->with.push_back(entries[i].ref);
  }
  for (const auto& entry : entries) {
    const auto* undone = std::get_if<domain::Undone>(&entry.body);
    if (!undone) continue;
    saved_.reset();
    if (waiting_labels_.erase(undone->target) > 0 && printer_) printer_->withdraw(undone->target);
  }
}

std::optional<screens::SavedNote> App::saved() const { return saved_; }

void App::go(screens::Place place) {
  auto stack = wanted_.value_or(stack_);
  // Looking from one screen to the next never piles up: a kind of place that is already on the way
  // back is gone back to.
  if (!screens::is_work(place)) {
    const auto same = std::find_if(stack.begin(), stack.end(), [&](const screens::Place& there) {
      return there.index() == place.index();
    });
    stack.erase(same, stack.end());
  }
  if (stack.empty() || !(stack.back() == place)) stack.push_back(std::move(place));
  wanted_ = std::move(stack);
}

void App::back() {
  auto stack = wanted_.value_or(stack_);
  if (stack.size() > 1)
    stack.pop_back();
  else
    stack = {screens::AtOverview{}};
  wanted_ = std::move(stack);
}

void App::replace(screens::Place place) {
  auto stack = wanted_.value_or(stack_);
  if (!stack.empty()) stack.pop_back();
  stack.push_back(std::move(place));
  wanted_ = std::move(stack);
}

void App::home() { wanted_ = std::vector<screens::Place>{screens::AtOverview{}}; }

void App::work_on(domain::CellId cell) {
  auto stack = wanted_.value_or(stack_);
  while (!stack.empty() && screens::is_work(stack.back())) stack.pop_back();
  stack.push_back(screens::AtCell{cell});
  wanted_ = std::move(stack);
}

void App::settle_places() {
  // A new screen may itself ask to go on, e.g. to what a unit means; but not for ever.
  for (int turns = 0; wanted_ && turns < 8; ++turns) show(*std::exchange(wanted_, std::nullopt));
}

void App::show(std::vector<screens::Place> stack) {
  let_reference_in(stack);
  stack_ = std::move(stack);
  hand_due_.reset();
  screen_ = screens::make_screen(stack_.back(), *this);
}

void App::set_person(std::string name) {
  person_ = std::move(name);
  station_->keep_person(person_);
}

void App::set_look(ui::Settings settings) {
  if (settings.language != setup_.look.language)
    texts_ = std::make_unique<ui::Texts>(settings.language);
  setup_.look = settings;
}

screens::Sound App::sound() const {
  return station_->kept_silent() ? screens::Sound::off : screens::Sound::on;
}

void App::set_sound(screens::Sound sound) {
  station_->keep_silent(sound == screens::Sound::off);
  hear(Tone::saved);  // so that one hears what was switched on
}

void App::set_notice(std::string sentence) {
  notice_ = std::move(sentence);
  hear(Tone::look);
}

void App::hear(Tone tone) {
  if (setup_.sounds && sound() == screens::Sound::on) setup_.sounds->play(tone);
}

void App::set_hands_full(domain::HandsFull hands_full) {
  hands_full_ = hands_full;
  rule_.set_hands_full(hands_full);
}

void App::retry(screens::Device device) {
  if (device == screens::Device::printer && printer_) printer_->try_now();
  if (device == screens::Device::scale)
    for (auto& scale : scales_) {
      scale->stop();
      scale->start();
    }
}

}  // namespace kiosk
