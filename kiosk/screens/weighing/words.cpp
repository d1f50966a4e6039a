#include "kiosk/screens/weighing/parts.hpp"

namespace screens::weighing {
namespace {

std::int64_t grams_of(domain::Weight w) {
  constexpr std::int64_t mg_per_gram = 1'000;
  return domain::narrow(domain::divide_rounded(w.units(), mg_per_gram));
}

}  // namespace

ui::Tone tone_of(Say say) {
  switch (say) {
    case Say::add:
      return ui::Tone::under;
    case Say::good:
    case Say::lift:
      return ui::Tone::good;
    case Say::take_off:
    case Say::overload:
    case Say::underload:
    case Say::not_a_mass:
    case Say::silent:
      return ui::Tone::over;
    case Say::place:
    case Say::moving:
    case Say::dirty_pan:
    case Say::no_aim:
    case Say::under_zero:
    case Say::tare_again:
    case Say::not_ready:
    case Say::same_load:
      return ui::Tone::quiet;
  }
  return ui::Tone::quiet;
}

ui::Glyph shape_of(Say say) {
  switch (say) {
    case Say::add:
      return ui::Glyph::add;
    case Say::good:
    case Say::lift:
      return ui::Glyph::tick;
    case Say::take_off:
    case Say::overload:
      return ui::Glyph::take_off;
    case Say::underload:
    case Say::not_a_mass:
    case Say::silent:
      return ui::Glyph::cross;
    case Say::place:
    case Say::dirty_pan:
    case Say::no_aim:
    case Say::under_zero:
    case Say::tare_again:
    case Say::not_ready:
    case Say::same_load:
      return ui::Glyph::none;
    case Say::moving:
      return ui::Glyph::moving;
  }
  return ui::Glyph::none;
}

std::string said(const State& s, const ui::Ui& ui) {
  const ui::Numbers n = ui.numbers();
  switch (s.say) {
    case Say::place:
      return ui.tr("Put the bag on the scale");
    case Say::dirty_pan:
      return ui.tr("Clean the pan, or press Tare");
    case Say::moving:
      return ui.tr("Wait, it moves");
    case Say::add:
      return ui.tr("Add {1}", n.weight(s.amount));
    case Say::good:
      if (grams_of(s.amount) == 0) return ui.tr("Good, exact");
      return ui.tr("Good, {1}", n.signed_weight(s.amount));
    case Say::take_off:
      return ui.tr("Take off {1}", n.weight(s.amount));
    case Say::no_aim:
      return ui.tr("Weigh what there is");
    case Say::lift:
      return ui.tr("Lift to save");
    case Say::under_zero:
      return ui.tr("Press Tare or empty the scale");
    case Say::tare_again:
      return ui.tr("Press Tare again");
    case Say::overload:
      return ui.tr("Too heavy, take some off");
    case Say::underload:
      return ui.tr("The pan is lifted or missing");
    case Say::not_ready:
      return ui.tr("The scale is not ready");
    case Say::not_a_mass:
      return ui.tr("Set the scale to kg or g");
    case Say::silent:
      return ui.tr("The scale does not answer");
    case Say::same_load:
      return ui.tr("Saved: change the bag");
  }
  return {};
}

ui::Accent accent_of(const State& s, const ui::Ui& ui) {
  const ui::Numbers n = ui.numbers();
  const auto wait = [](const std::string& text, const std::string& second) {
    return ui::Accent{"weigh.save", ui::Icon::hourglass_empty, text, second, false};
  };
  switch (s.save) {
    case Save::ready:
      return {"weigh.save", ui::Icon::check, ui.tr("Save"), n.weight(s.net), true};
    case Save::keep:
      return {"weigh.save", ui::Icon::check, ui.tr("Keep {1}", n.weight(s.net)),
              ui.tr("{1} more", n.weight(s.amount)), true};
    case Save::wait_moving:
      return wait(ui.tr("Wait:"), ui.tr("weight not steady"));
    case Save::wait_missing:
      return wait(ui.tr("Not yet:"), ui.tr("{1} missing", n.weight(s.amount)));
    case Save::wait_load:
      return wait(ui.tr("Not yet:"), ui.tr("nothing on the scale"));
    case Save::wait_change:
      return wait(ui.tr("Not yet:"), ui.tr("same weight as before"));
    case Save::wait_scale:
      return wait(ui.tr("Not yet:"), ui.tr("no weight"));
  }
  return {"weigh.save", ui::Icon::check, {}, {}, false};
}

std::string asked_text(const State& s, const ui::Ui& ui) {
  const ui::Numbers n = ui.numbers();
  if (!s.has_target) return ui.tr("no amount told");
  if (s.already.units() > 0)
    return ui.tr("already {1}, asked {2}", n.weight(s.already), n.weight(s.asked));
  return ui.tr("asked {1}", n.weight(s.asked));
}

Net net_of(const State& s, const ui::Ui& ui) {
  if (!s.digits) return {"---", "g"};
  const std::string text = ui.numbers().weight(s.net);
  const std::size_t blank = text.find(ui::no_break_space);
  return {text.substr(0, blank), text.substr(blank + ui::no_break_space.size())};
}

}  // namespace screens::weighing
