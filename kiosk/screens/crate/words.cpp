#include "kiosk/screens/crate/words.hpp"

namespace screens::crate {
namespace {

std::string signed_text(const ui::Ui& ui, const NamedAmount& difference) {
  if (const auto* weight = std::get_if<domain::Weight>(&difference))
    return ui.numbers().signed_weight(*weight);
  return (is_positive(difference) ? "+" : "") + text_of(ui, difference);
}

NamedAmount turned(const NamedAmount& difference) {
  return less(less(difference, difference), difference);
}

std::string cause_text(const ui::Ui& ui, const std::optional<domain::Cause>& cause) {
  if (!cause) return ui.tr("nothing asked");
  switch (cause->kind) {
    case domain::Cause::not_delivered:
      return ui.tr("not delivered");
    case domain::Cause::damaged:
      return ui.tr("damaged");
    case domain::Cause::short_delivery:
      return ui.tr("delivered short");
    case domain::Cause::other:
      break;
  }
  return cause->text;
}

}  // namespace

std::string words_of(const ui::Ui& ui, const Line& line) {
  const auto with = [&](const std::string& word) {
    return line.difference ? word + ", " + signed_text(ui, *line.difference) : word;
  };
  switch (line.mark) {
    case Mark::good:
      return with(ui.tr("good"));
    case Mark::over:
      return with(ui.tr("too much"));
    case Mark::begun:
      return line.difference ? ui.tr("add {1}", text_of(ui, turned(*line.difference)))
                             : ui.tr("begun");
    case Mark::shortfall:
      return with(ui.tr("short"));
    case Mark::absent:
      return cause_text(ui, line.cause);
    case Mark::to_do:
      break;
  }
  return line.way == Line::weigh   ? ui.tr("to weigh")
         : line.way == Line::count ? ui.tr("to count")
                                   : ui.tr("unit unknown");
}

}  // namespace screens::crate
