#include "kiosk/app/app.hpp"

#include <algorithm>

#include "devices/scales/supervisor.hpp"
#include "domain/bag.hpp"
#include "kiosk/app/wall_clock.hpp"

namespace kiosk {

namespace {

using domain::Moment;
using namespace std::chrono_literals;

constexpr Moment simulated_period = 100ms;
constexpr Moment look_elsewhere_every = 2s;
constexpr Moment idle_return = 3min;
constexpr Moment said_for = 4s;
constexpr int unnamed_people = 8;

Moment moment_of(Time time) { return std::chrono::duration_cast<Moment>(time.time_since_epoch()); }

// Whether two readings look the same on every screen.
bool same_picture(const domain::Reading& a, const domain::Reading& b) {
  return a.weight == b.weight && a.trouble == b.trouble && a.steadiness == b.steadiness &&
         a.mode == b.mode && a.division == b.division;
}

}  // namespace

App::App(std::unique_ptr<Station> station, Setup setup)
    : station_(std::move(station)),
      setup_(std::move(setup)),
      inbox_(setup_.wake),
      texts_(std::make_unique<ui::Texts>(setup_.look.language)),
      people_(setup_.config.people),
      person_(setup_.person),
      hands_full_(setup_.config.hands_full),
      rule_(hands_full_) {
  for (int n = 1; setup_.config.people.empty() && n <= unnamed_people; ++n)
    people_.push_back(texts_->tr("Person {1}", std::to_string(n)));
  if (setup_.scale == Setup::ScaleIs::simulated) simulated_.emplace();
  if (setup_.scale == Setup::ScaleIs::real)
    for (const auto& one : setup_.config.scales) {
      const scales::ScaleSettings settings{
          one.port, one.profile, one.unit, one.line, {one.options.begin(), one.options.end()}};
      auto opened =
          scales::open_scale(settings, [this](domain::Reading reading) { inbox_.post(reading); });
      if (!opened) {
        notice_ = opened.error().detail;
        continue;
      }
      scales_.push_back(std::move(*opened));
      scales_.back()->start();
    }
  if (setup_.printer)
    printer_ = std::make_unique<printing::PrintWorker>(
        std::make_unique<printing::TroubledPrinter>(setup_.printer(), made_trouble_),
        printing::Dpi{setup_.printer_dpi},
        [this](printing::PrintEvent event) { inbox_.post(std::move(event)); });
  begin();
  begin_server();
}

App::~App() {
  server_.reset();
  for (auto& scale : scales_) scale->stop();
  printer_.reset();
  station_->note_end();
}

// Back where the work was: on the cell that was open, after a power cut too.
void App::begin() {
  if (station_->refusal()) return show({screens::AtRefused{station_->refusal()->detail}});
  const auto waiting = domain::waiting_labels(station_->entries());
  const std::set<domain::EntryRef> wanted(waiting.begin(), waiting.end());
  std::vector<domain::Entry> bags;
  for (const auto& entry : station_->entries())
    if (wanted.contains(entry.ref)) bags.push_back(entry);
  queue_labels(bags, printing::Offer::perhaps);

  const auto cell = station_->day_open() ? station_->open_cell() : std::nullopt;
  const bool at_work =
      cell && station_->day().find(*cell) && station_->at_work() == Station::AtWork::yes;
  if (at_work && person_.empty()) person_ = station_->kept_person();
  if (at_work && !person_.empty()) {
    if (!station_->ended()) resumed_until_ = said_for;
    show({screens::AtOverview{}, screens::AtMatrix{*cell}, screens::AtCell{*cell}});
  } else if (person_.empty()) {
    show({screens::AtWho{}});
  } else {
    show({screens::AtOverview{}});
  }
}

bool App::handle_events(Time time) {
  const bool first = now_ == Moment{0};
  now_ = std::max(now_, moment_of(time));
  if (first) {
    touched_ = looked_ = now_;
    resumed_until_ += resumed_until_ > Moment{0} ? now_ : Moment{0};
  }
  bool changed = take_inbox();
  changed |= await_server();
  if (simulated_) changed |= run_simulation();
  changed |= time_passes();
  settle_places();
  return changed || first;
}

bool App::take_inbox() {
  bool changed = false;
  for (const auto& event : inbox_.take_all())
    changed |= std::visit([this](const auto& value) { return take(value); }, event);
  return changed;
}

bool App::take(const domain::Reading& reading) {
  const bool changed = !same_picture(reading, reading_);
  const bool moved = changed && reading.weight && reading_.weight != reading.weight;
  if (moved) touched_ = now_;
  const Moment age = setup_.scale == Setup::ScaleIs::real ? boot_now() - reading.at : Moment{0};
  const auto before = frame().scale;
  reading_ = reading;
  if (setup_.scale == Setup::ScaleIs::real) reading_.at = now_ - age;
  if (before == screens::Health::good && frame().scale == screens::Health::fault) hear(Tone::look);
  screen_->refresh();
  return changed;
}

bool App::run_simulation() {
  if (setup_.hand == Setup::Hand::demo) run_hand();
  const auto reading = simulated_->at(now_);
  if (reading == reading_) return false;
  return take(reading);
}

// In the demo nobody stands at the scale: what a cell wants is laid on it a moment after the cell
// was opened, and lifted once it is saved.
void App::run_hand() {
  const auto* at = std::get_if<screens::AtCell>(&stack_.back());
  const auto place = at ? day().find(at->cell) : std::nullopt;
  const auto aim =
      place ? domain::aim_of(day(), *place, band_of(day().article(day().article_of(*place)).name))
            : std::nullopt;
  if (!aim) {
    hand_due_.reset();
    simulated_->scale.clear(now_);
    return;
  }
  if (!hand_due_) {
    simulated_->scale.clear(now_);
    hand_due_ = now_ + 1500ms;
  } else if (now_ >= *hand_due_ && *hand_due_ != Moment::max()) {
    const auto lacking = aim->target_mg.scale(1).value_or(0) - aim->already.units();
    if (lacking > 0) simulated_->scale.put(domain::milligrams(lacking + lacking / 100), now_);
    hand_due_ = Moment::max();
  }
}

bool App::time_passes() {
  bool changed = false;
  if (saved_ && now_ >= saved_->until) {
    saved_.reset();
    changed = true;
  }
  if (now_ >= looked_ + look_elsewhere_every) {
    looked_ = now_;
    if (station_->catch_up()) {
      if (server_) server_->day_changed();
      screen_->refresh();
      changed = true;
    }
  }
  if (const auto due = screen_->deadline(); due && now_ >= *due) {
    screen_->refresh();
    changed = true;
  }
  keep_place();
  const bool rests = station_->refusal() ||
                     std::holds_alternative<screens::AtOverview>(stack_.back()) ||
                     std::holds_alternative<screens::AtWho>(stack_.back()) ||
                     screens::is_work(stack_.back()) || server_runs_here();
  if (!rests && now_ >= touched_ + idle_return) {
    touched_ = now_;
    home();
    changed = true;
  }
  return changed;
}

// After the frame, so that no tap waits for it.
void App::keep_place() {
  for (auto at = stack_.rbegin(); at != stack_.rend(); ++at)
    if (const auto* cell = std::get_if<screens::AtCell>(&*at))
      return station_->keep_open_cell(cell->cell, Station::AtWork::yes);
  const bool somebody_chose = !std::holds_alternative<screens::AtWho>(stack_.front());
  if (somebody_chose && station_->open_cell())
    station_->keep_open_cell(*station_->open_cell(), Station::AtWork::no);
}

void App::key(const KeyPress& press) {
  touched_ = now_;
  screen_->typed(press.symbol);
}

void App::draw(ui::Ui& ui) {
  if (ui.finger_down()) {
    touched_ = now_;
    notice_.clear();
  }
  screen_->draw(ui);
  settle_places();
}

Time App::next_deadline() {
  Moment due = now_ + look_elsewhere_every;
  if (simulated_) due = std::min(due, now_ + simulated_period);
  if (saved_) due = std::min(due, saved_->until);
  if (const auto wanted = screen_->deadline(); wanted && *wanted > now_)
    due = std::min(due, *wanted);
  return Time(due);
}

ui::Settings App::settings(const ui::Settings& current) {
  ui::Settings wanted = setup_.look;
  wanted.panel = current.panel;
  return wanted;
}

}  // namespace kiosk
