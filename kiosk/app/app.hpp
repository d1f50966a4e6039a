// The kiosk: one station at work, with its screens, scale, printer and USB key. It is what the main
// loop drives (Application), what the screens ask (Desk), and what a script plays with (Devices).
// UI thread only; scale and printer have threads of their own and post into its inbox.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "devices/printing/folder_printer.hpp"
#include "devices/printing/print_worker.hpp"
#include "devices/scales/simulated_scale.hpp"
#include "kiosk/app/inbox.hpp"
#include "kiosk/app/server_side.hpp"
#include "kiosk/app/station.hpp"
#include "kiosk/application.hpp"
#include "kiosk/play/stage.hpp"
#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/screen.hpp"
#include "kiosk/sound/sounds.hpp"

namespace kiosk {

// Something that an errand beside the work wants done on this thread.
struct Call {
  std::function<void()> run;
};
using AppEvent = std::variant<domain::Reading, printing::PrintEvent, Call>;

// What this start of the kiosk works with.
struct Setup {
  Config config;
  ui::Settings look;
  std::string person;  // empty: the first screen asks
  enum class ScaleIs { none, real, simulated } scale = ScaleIs::none;
  std::function<std::unique_ptr<printing::LabelPrinter>()> printer;  // empty: none
  int printer_dpi = 300;
  // A hand that puts goods on the simulated scale, where no script does.
  enum class Hand { none, demo } hand = Hand::none;
  // Under a script a label that was offered is waited for, so that a virtual clock cannot outrun
  // it.
  enum class Labels { later, awaited } labels = Labels::later;
  MakeServerSide server;  // empty: none is configured
  std::function<domain::Stamp()> wall_clock;
  std::function<void()> wake = [] {};
  std::unique_ptr<Sounds> sounds = nullptr;  // none: silence
};

class App final : public Application, public screens::Desk, public play::Devices {
 public:
  App(std::unique_ptr<Station> station, Setup setup);
  ~App() override;

  // Application
  bool handle_events(Time now) override;
  void key(const KeyPress& press) override;
  void draw(ui::Ui& ui) override;
  Time next_deadline() override;
  ui::Settings settings(const ui::Settings& current) override;

  // Desk
  const domain::Day& day() const override { return station_->day(); }
  const domain::AllocationMatrix& matrix() const override { return station_->matrix(); }
  std::span<const domain::Entry> entries() const override { return station_->entries(); }
  int crate(const std::string& ordergroup) const override { return station_->crate(ordergroup); }
  bool day_open() const override { return station_->day_open(); }
  std::string day_name() const override { return station_->row().name; }
  const domain::Walk& walk() const override { return station_->walk(); }
  domain::WalkBy walk_by() const override { return setup_.config.walk; }
  std::optional<domain::CellPlace> next(std::optional<domain::CellPlace> after) const override;
  std::optional<domain::CellPlace> open_cell() const override;
  domain::Moment now() const override { return now_; }
  std::string clock(domain::Stamp at) const override;
  std::string clock_at(domain::Moment at) const override;
  const domain::Reading& reading() const override { return reading_; }
  domain::WeighingRule& weighing() override { return rule_; }
  domain::Band band_of(const std::string& article) const override;
  std::string scale_name() const override;
  screens::Frame frame() const override;
  screens::PrinterTrouble printer_trouble() const override;
  domain::Result<std::vector<domain::Entry>> save(std::span<const domain::Body> bodies) override;
  std::optional<screens::SavedNote> saved() const override;
  bool resumed() const override { return now_ < resumed_until_; }
  std::string notice() const override { return notice_; }
  void set_notice(std::string sentence) override;
  void go(screens::Place place) override;
  void back() override;
  void replace(screens::Place place) override;
  void home() override;
  void work_on(domain::CellId cell) override;
  const std::vector<std::string>& people() const override { return people_; }
  std::string station() const override { return setup_.config.station; }
  std::string person() const override { return person_; }
  std::string last_person() const override {
    return person_.empty() ? station_->kept_person() : person_;
  }
  void set_person(std::string name) override;
  const ui::Settings& look() const override { return setup_.look; }
  void set_look(ui::Settings settings) override;
  screens::Sound sound() const override;
  void set_sound(screens::Sound sound) override;
  domain::HandsFull hands_full() const override { return hands_full_; }
  void set_hands_full(domain::HandsFull hands_full) override;
  bool key_plugged() const override { return key_folder().has_value(); }
  void import_from_key() override;
  void export_to_key() override;
  domain::Result<void> new_day() override;
  domain::Result<void> end_day() override;
  long to_export() const override { return station_->to_export(); }
  std::optional<domain::Stamp> exported_at() const override { return station_->exported_at(); }
  void retry(screens::Device device) override;
  screens::ServerDesk* server() override { return server_.get(); }

  // Devices
  domain::Result<void> put_on_scale(domain::Weight weight) override;
  domain::Result<void> clear_scale() override;
  domain::Result<void> scale_fault(std::string_view fault) override;
  domain::Result<void> scale_ok() override;
  domain::Result<void> printer_fault(std::string_view fault) override;
  domain::Result<void> printer_ok() override;
  domain::Result<void> put_key(const std::string& folder) override;
  domain::Result<void> pull_key() override;

 private:
  void begin();
  void show(std::vector<screens::Place> stack);
  void settle_places();
  void begin_server();
  void let_reference_in(const std::vector<screens::Place>& next);
  bool server_runs_here() const;
  void hear(Tone tone);
  bool await_server();
  void note_saved(const std::vector<domain::Entry>& entries);
  bool take(const domain::Reading& reading);
  bool take(const printing::PrintEvent& event);
  bool take(const Call& call);
  bool take_inbox();
  bool run_simulation();
  void run_hand();
  bool time_passes();
  void keep_place();
  void queue_labels(std::span<const domain::Entry> entries, printing::Offer offer);
  void await_labels();
  std::optional<std::filesystem::path> key_folder() const;
  domain::Result<scales::SimulatedReadings*> simulated();
  std::string tr(const char* english) const;

  std::unique_ptr<Station> station_;
  Setup setup_;
  Inbox<AppEvent> inbox_;
  std::unique_ptr<ui::Texts> texts_;
  std::vector<std::string> people_;
  std::string person_;
  domain::HandsFull hands_full_;

  domain::Moment now_{0};
  domain::Moment touched_{0};  // the last tap, key or load
  domain::Moment looked_{0};   // at what other processes wrote
  domain::Moment resumed_until_{0};

  std::vector<screens::Place> stack_;
  std::optional<std::vector<screens::Place>> wanted_;  // after this frame
  std::unique_ptr<screens::Screen> screen_;
  std::optional<screens::SavedNote> saved_;
  std::string notice_;

  domain::Reading reading_;
  domain::WeighingRule rule_;
  std::vector<std::unique_ptr<scales::Scale>> scales_;
  std::optional<scales::SimulatedReadings> simulated_;
  std::optional<domain::Moment> hand_due_;

  printing::MadeTrouble made_trouble_;
  std::unique_ptr<printing::PrintWorker> printer_;
  printing::PrinterReport printer_report_;
  std::set<domain::EntryRef> waiting_labels_;
  std::optional<std::filesystem::path> played_key_;
  std::unique_ptr<ServerSide> server_;  // last: its thread posts into what stands above
};

}  // namespace kiosk
