// Where the kiosk is: one value a screen. The app keeps a stack of them; "back" drops the last.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "domain/entry.hpp"

namespace screens {

// Who is at this station, first.
struct AtWho {
  bool operator==(const AtWho&) const = default;
};
// The orders of the day and how far they are; the empty day too.
struct AtOverview {
  bool operator==(const AtOverview&) const = default;
};
// The matrix, on the page that shows this cell (0: where the work stopped).
struct AtMatrix {
  domain::CellId cell;
  bool operator==(const AtMatrix&) const = default;
};
// Search by two letters over the matrix.
struct AtFind {
  bool operator==(const AtFind&) const = default;
};
// The whole day at one glance.
struct AtWhole {
  bool operator==(const AtWhole&) const = default;
};
// One ordergroup's crate over all orders.
struct AtCrate {
  std::string ordergroup;
  bool operator==(const AtCrate&) const = default;
};
// Weighing or counting, as the unit of the cell's article says.
struct AtCell {
  domain::CellId cell;
  bool operator==(const AtCell&) const = default;
};
// The number pad for that cell: to save what is typed, or to go with it to the shortfall sheet.
enum class PadFor { saving, shortfall };
struct AtPad {
  domain::CellId cell;
  PadFor what = PadFor::saving;
  bool operator==(const AtPad&) const = default;
};
// The shortfall sheet, with the bag at hand: a weight, or in a counted cell a number. Nothing at
// hand is 0.
struct AtShortfall {
  domain::CellId cell;
  domain::Weight at_hand;
  domain::Weight tare;
  domain::Quantity counted;
  domain::Typed typed = domain::Typed::no;
  bool operator==(const AtShortfall&) const = default;
};
struct AtReceived {
  domain::OrderArticleId article;
  bool operator==(const AtReceived&) const = default;
};
// What a unit's free text means; then goes on to `then`, if any.
struct AtUnit {
  std::string text;
  domain::CellId then;
  bool operator==(const AtUnit&) const = default;
};
enum class Device { scale, printer };
struct AtTrouble {
  Device device = Device::scale;
  bool operator==(const AtTrouble&) const = default;
};
struct AtUndo {
  bool operator==(const AtUndo&) const = default;
};
// The sheet that the person in the header opens: change person, sizes, sound, language, light.
struct AtPerson {
  bool operator==(const AtPerson&) const = default;
};
struct AtEnd {
  bool operator==(const AtEnd&) const = default;
};
// What an import or an export came to, line by line.
struct AtOutcome {
  enum Kind { imported, import_failed, exported, export_failed } kind = imported;
  std::string sentence;              // from the catalogue, filled
  std::vector<std::string> refused;  // one a file
  bool operator==(const AtOutcome&) const = default;
};
// The live server: how sync stands; also asks whether a push that was cut off goes on.
struct AtServer {
  bool operator==(const AtServer&) const = default;
};
// What the last pull found changed.
struct AtChanges {
  bool operator==(const AtChanges&) const = default;
};
// What would be sent, and what stands against it.
struct AtPush {
  bool operator==(const AtPush&) const = default;
};
// Cells that somebody else changed, each with its choice.
struct AtDifferences {
  bool operator==(const AtDifferences&) const = default;
};
// What was sent and read back.
struct AtReceipt {
  bool operator==(const AtReceipt&) const = default;
};
// The journal is refused: nothing can be recorded until a person mends it.
struct AtRefused {
  std::string detail;
  bool operator==(const AtRefused&) const = default;
};

using Place =
    std::variant<AtWho, AtOverview, AtMatrix, AtFind, AtWhole, AtCrate, AtCell, AtPad, AtShortfall,
                 AtReceived, AtUnit, AtTrouble, AtUndo, AtPerson, AtEnd, AtOutcome, AtServer,
                 AtChanges, AtPush, AtDifferences, AtReceipt, AtRefused>;

// The work on a cell and the sheets over it, which the next cell takes the place of.
inline bool is_work(const Place& place) {
  return std::holds_alternative<AtCell>(place) || std::holds_alternative<AtPad>(place) ||
         std::holds_alternative<AtShortfall>(place) || std::holds_alternative<AtUnit>(place) ||
         std::holds_alternative<AtTrouble>(place);
}

}  // namespace screens
