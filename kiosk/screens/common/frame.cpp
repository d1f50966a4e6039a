#include "kiosk/screens/common/frame.hpp"

namespace screens {
namespace {

ui::Glyph shape_of(Health health) {
  return health == Health::fault ? ui::Glyph::fault : ui::Glyph::good;
}

ui::Lamp server_lamp(const ui::Ui& ui, const Frame& frame) {
  if (frame.server == ServerLamp::absent)
    return frame.to_export > 0
               ? ui::Lamp{ui::Glyph::waiting,
                          ui.tr("{1} to export", ui.numbers().count(frame.to_export)),
                          ui.numbers().count(frame.to_export)}
               : ui::Lamp{ui::Glyph::good, ui.tr("exported")};
  const bool fault = frame.server == ServerLamp::fault;
  if (frame.to_send > 0)
    return {fault ? ui::Glyph::fault : ui::Glyph::waiting,
            ui.tr("{1} to send", ui.numbers().count(frame.to_send)),
            ui.numbers().count(frame.to_send)};
  if (fault) return {ui::Glyph::fault, ui.tr("Server")};
  if (frame.server == ServerLamp::busy) return {ui::Glyph::waiting, ui.tr("Server")};
  return {ui::Glyph::good, ui.tr("up to date")};
}

}  // namespace

std::optional<ui::HeaderTap> draw_header(ui::Ui& ui, ui::Rect& area, const Frame& frame,
                                         const Heading& heading) {
  ui::Header h{.back = heading.back,
               .title = heading.title,
               .note = heading.note,
               .note_from = heading.note_from,
               .middle = heading.middle,
               .person = frame.person};
  if (frame.scale != Health::absent) h.scale = {shape_of(frame.scale), ui.tr("Scale")};
  if (frame.printer != Health::absent && frame.waiting_labels > 0) {
    const bool works = frame.printer == Health::good;
    h.printer = {works ? ui::Glyph::waiting : ui::Glyph::fault,
                 ui.tr_n("{1} label", "{1} labels", frame.waiting_labels),
                 ui.numbers().count(frame.waiting_labels)};
  } else if (frame.printer != Health::absent) {
    h.printer = {shape_of(frame.printer), ui.tr("Labels")};
  }
  h.server = server_lamp(ui, frame);
  return ui::header(ui, area, h);
}

}  // namespace screens
