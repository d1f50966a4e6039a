#include "kiosk/screens/person/view.hpp"

namespace screens::person {
namespace {

using ui::Icon;
using ui::Rect;

std::optional<Action> ways(ui::Ui& ui, const Rect& area) {
  struct One {
    Way way;
    const char* name;
    Icon icon;
    const char* text;
  };
  static constexpr One all[] = {
      {Way::change_person, "person.change", Icon::people, ui::msg("Change\nperson")},
      {Way::gestures, "header.undo", Icon::history, ui::msg("Last gestures")},
      {Way::overview, "header.overview", Icon::list_alt, ui::msg("The day")},
      {Way::matrix, "header.matrix", Icon::view_comfy, ui::msg("Matrix")},
  };
  std::optional<Action> action;
  int place = 0;
  for (const One& one : all) {
    const Rect rect = area.column(place++, 4, ui.metrics().gap);
    if (ui::button(ui, rect, {.name = one.name, .icon = one.icon, .text = ui.tr(one.text)}))
      action = one.way;
  }
  return action;
}

std::optional<Action> languages(const State& s, ui::Ui& ui, const Rect& area) {
  std::optional<Action> action;
  int place = 0;
  for (const auto language : ui::all_languages) {
    const bool chosen = language == s.look.language;
    const std::string name = "lang." + std::string(ui::code_of(language));
    if (ui::button(ui, area.column(place++, 3, ui.metrics().gap),
                   {.name = name,
                    .icon = chosen ? Icon::check : Icon::none,
                    .text = std::string(ui::own_name_of(language)),
                    .layout = ui::Layout::row,
                    .chosen = chosen ? ui::Chosen::yes : ui::Chosen::no}))
      action = Speak{language};
  }
  return action;
}

std::optional<Action> settings(const State& s, ui::Ui& ui, const Rect& area) {
  struct One {
    Toggle toggle;
    const char* name;
    Icon icon;
    std::string text, second;
  };
  const bool large = s.look.size == ui::InterfaceSize::large;
  const bool dark = s.look.light == ui::Light::dark;
  const bool loud = s.sound == Sound::on;
  const One all[] = {
      {Toggle::size, "person.size", Icon::format_size, ui.tr("Size"),
       large ? ui.tr("large") : ui.tr("normal")},
      {Toggle::light, "person.light", Icon::brightness_6, ui.tr("Colours"),
       dark ? ui.tr("dark") : ui.tr("light")},
      {Toggle::sound, "person.sound", loud ? Icon::volume_up : Icon::volume_off, ui.tr("Sound"),
       loud ? ui.tr("on") : ui.tr("off")},
      {Toggle::hands_full, "person.hands_full", Icon::pan_tool, ui.tr("Hands full"),
       s.hands_full == HandsFull::on ? ui.tr("lifting saves") : ui.tr("off")},
  };
  std::optional<Action> action;
  int place = 0;
  for (const One& one : all)
    if (ui::button(ui, area.column(place++, 4, ui.metrics().gap),
                   {.name = one.name, .icon = one.icon, .text = one.text, .second = one.second}))
      action = one.toggle;
  return action;
}

}  // namespace

std::optional<Action> draw(const State& s, ui::Ui& ui) {
  Rect area = ui.screen();
  std::optional<Action> action;
  if (const auto tap = draw_header(ui, area, s.frame, {.title = ui.tr("This station")}))
    action = FollowHeader{*tap};
  {
    ui::Bar bar(ui, area, {.buttons = 0});
    if (bar.accent(
            {.name = "person.back", .icon = Icon::play_arrow, .text = ui.tr("Back to work")}))
      action = Way::back;
  }
  Rect work = ui::work_zone(ui, area);
  const float gap = ui.metrics().gap;
  const Rect middle = work.row(1, 3, gap);
  if (const auto tap = ways(ui, work.row(0, 3, gap))) action = tap;
  if (const auto tap = languages(s, ui, middle)) action = tap;
  if (const auto tap = settings(s, ui, work.row(2, 3, gap))) action = tap;
  return action;
}

}  // namespace screens::person
