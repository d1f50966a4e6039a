// What the screens share, in one include.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/button.hpp"
#include "kiosk/ui/gauge.hpp"
#include "kiosk/ui/glyphs.hpp"
#include "kiosk/ui/header.hpp"
#include "kiosk/ui/list.hpp"
#include "kiosk/ui/pad.hpp"
#include "kiosk/ui/ui.hpp"

namespace ui {

// The whole width coloured, verb and number.
struct Strip {
  Tone tone = Tone::quiet;
  Glyph glyph = Glyph::none;
  std::string text = {};
  Size size = Size::verb;
  std::string_view name = "weigh.strip";  // of the named text
};
void strip(Ui& ui, const Rect& rect, const Strip& strip);

// Weight digits, right-aligned, "net" and the unit beside them. `note` may be empty.
enum class Steady { no, yes };
void weight_digits(Ui& ui, const Rect& rect, const std::string& value, const std::string& unit,
                   const std::string& note, Steady steady);

// "41 sur 118" as a bar; 0 to 1.
void progress(Ui& ui, const Rect& rect, float share);

// What was just saved, with its undo. True when undo was tapped.
struct Saved {
  std::string text = {};
  std::string_view undo = "weigh.undo";  // empty: no undo
};
bool saved_line(Ui& ui, const Rect& rect, const Saved& saved);

// The question that stands instead of a screen: title, one sentence, two verbs. What cannot be
// undone is never where the accent is: then going back is the accent.
enum class Undoable { no, yes };
struct Question {
  std::string title = {}, sentence = {};
  std::string yes = {}, no = {};
  Icon yes_icon = Icon::check;
  Undoable undoable = Undoable::no;
};
// `area` is the screen below the header. true: question.yes, false: question.no.
std::optional<bool> question(Ui& ui, Rect area, const Question& question);

// Large title in the work zone, cut off `area`; a quiet note beside it.
void title(Ui& ui, Rect& area, const std::string& text, const std::string& note = {});

// Words one after another on one line, e.g. a quiet word and its figure.
class Line {
 public:
  Line(Ui& ui, const Rect& rect, float gap) : ui_(ui), rest_(rect), gap_(gap) {}
  Line& text(const std::string& text, Style style = {});
  Line& right(const std::string& text, Style style = {});
  Line& glyph(Glyph shape, float side = 0, Token plain = Token::ink);
  Line& icon(Icon icon, float side = 0, Token token = Token::ink);
  const Rect& rest() const { return rest_; }

 private:
  Ui& ui_;
  Rect rest_;
  float gap_;
};

}  // namespace ui
