// What a screen may know and ask of the kiosk. The app implements it; presenters are written and
// tested against it. UI thread only. Everything that is asked of it takes effect at once, but go()
// and back(), which do so after the frame.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/day.hpp"
#include "domain/matrix_view.hpp"
#include "domain/reading.hpp"
#include "domain/walk.hpp"
#include "domain/weighing.hpp"
#include "kiosk/screens/common/frame.hpp"
#include "kiosk/screens/places.hpp"
#include "kiosk/screens/server_desk.hpp"
#include "kiosk/ui/texts.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens {

// What was saved last, shown for 4 s with its undo.
struct SavedNote {
  domain::EntryRef ref;
  domain::CellId cell;
  domain::Body body;
  domain::Moment until{0};
  std::vector<domain::EntryRef> with = {};  // the others of its transaction, undone together
};

enum class Sound { off, on };
using domain::HandsFull;

// What keeps labels from coming out; the trouble screen has words for each.
enum class PrinterTrouble {
  none,
  no_labels,
  cover_open,
  jammed,
  offline,
  paused,
  rejecting,
  no_such_queue,
  server_silent,
  no_rights,
  wrong_paper,
  no_pdf,
  held,
  disk_full,
};

class Desk {
 public:
  virtual ~Desk() = default;

  // The day and what goes with it. References stay valid until the next save or import.
  virtual const domain::Day& day() const = 0;
  virtual const domain::AllocationMatrix& matrix() const = 0;
  virtual std::span<const domain::Entry> entries() const = 0;  // of the day, oldest first
  // 0 where the ordergroup has none yet.
  virtual int crate(const std::string& ordergroup) const = 0;
  virtual bool day_open() const = 0;
  virtual std::string day_name() const = 0;
  // The station's way through the cells, and by what it goes.
  virtual const domain::Walk& walk() const = 0;
  virtual domain::WalkBy walk_by() const = 0;
  // The next cell to do after this one in that walk (none: from the start); none: all done.
  virtual std::optional<domain::CellPlace> next(std::optional<domain::CellPlace> after) const = 0;
  // The cell that was open last, also before a power cut.
  virtual std::optional<domain::CellPlace> open_cell() const = 0;

  // Time: now() never jumps; clock() is the wall clock of an entry, "10:42".
  virtual domain::Moment now() const = 0;
  virtual std::string clock(domain::Stamp at) const = 0;
  // The same for a moment of now(), such as Reading::at.
  virtual std::string clock_at(domain::Moment at) const = 0;

  // The scale: the newest reading, and the rule that says what may be saved. The rule outlives the
  // screens, for it knows the last saved load. The weighing screen opens its cell in it and hands
  // it each reading; the app need not.
  virtual const domain::Reading& reading() const = 0;
  virtual domain::WeighingRule& weighing() = 0;
  virtual domain::Band band_of(const std::string& article) const = 0;
  virtual std::string scale_name() const = 0;

  // Lamps and person of the header.
  virtual Frame frame() const = 0;
  virtual PrinterTrouble printer_trouble() const = 0;

  // Appends the entries in one transaction and, once they are on disk, applies them to the day,
  // queues labels, sets saved() to the first of them. On failure nothing changed, and the error has
  // its sentence.
  virtual domain::Result<std::vector<domain::Entry>> save(std::span<const domain::Body> bodies) = 0;
  virtual std::optional<SavedNote> saved() const = 0;
  // Said for 4 s after a restart that found open work.
  virtual bool resumed() const = 0;
  // A sentence about what could not be done, shown where the work is until the next tap.
  virtual std::string notice() const = 0;
  virtual void set_notice(std::string sentence) = 0;

  // A kind of place that is already on the way back, but for work, is gone back to, not piled up.
  virtual void go(Place place) = 0;
  virtual void back() = 0;
  virtual void replace(Place place) = 0;  // go, without a way back to the present place
  virtual void home() = 0;                // the overview, alone on the stack
  // AtCell, made anew, in place of whatever work lies on top of the stack (is_work in places.hpp):
  // the way back leads to where the work was begun.
  virtual void work_on(domain::CellId cell) = 0;

  // The station: people to choose from, who is here, how it looks and sounds.
  virtual const std::vector<std::string>& people() const = 0;
  virtual std::string station() const { return {}; }
  virtual std::string person() const = 0;
  // Who was here last, also before a restart; empty where nobody was.
  virtual std::string last_person() const { return person(); }
  virtual void set_person(std::string name) = 0;
  virtual const ui::Settings& look() const = 0;
  virtual void set_look(ui::Settings settings) = 0;
  virtual Sound sound() const = 0;
  virtual void set_sound(Sound sound) = 0;
  virtual HandsFull hands_full() const = 0;
  virtual void set_hands_full(HandsFull hands_full) = 0;

  // Errands. Each ends at AtOutcome, or tells by its Result.
  virtual bool key_plugged() const = 0;  // a USB key is there
  virtual void import_from_key() = 0;
  virtual void export_to_key() = 0;
  virtual domain::Result<void> new_day() = 0;
  virtual domain::Result<void> end_day() = 0;
  virtual long to_export() const = 0;  // entries since the last export
  virtual std::optional<domain::Stamp> exported_at() const { return std::nullopt; }
  virtual void retry(Device device) = 0;

  // The live server; nothing where none is configured.
  virtual ServerDesk* server() { return nullptr; }
};

}  // namespace screens
