#include "kiosk/ui/pad.hpp"

#include "kiosk/ui/button.hpp"

namespace ui {
namespace {

constexpr float between = 1.3f;

struct Key {
  int column, row;
  PadKey key;
  const char* name;
  const char* label;  // null: has an icon and a word
};

constexpr Key keys[] = {
    {0, 0, {PadKey::Kind::digit, 7}, "pad.7", "7"},
    {1, 0, {PadKey::Kind::digit, 8}, "pad.8", "8"},
    {2, 0, {PadKey::Kind::digit, 9}, "pad.9", "9"},
    {0, 1, {PadKey::Kind::digit, 4}, "pad.4", "4"},
    {1, 1, {PadKey::Kind::digit, 5}, "pad.5", "5"},
    {2, 1, {PadKey::Kind::digit, 6}, "pad.6", "6"},
    {0, 2, {PadKey::Kind::digit, 1}, "pad.1", "1"},
    {1, 2, {PadKey::Kind::digit, 2}, "pad.2", "2"},
    {2, 2, {PadKey::Kind::digit, 3}, "pad.3", "3"},
    {1, 3, {PadKey::Kind::digit, 0}, "pad.0", "0"},
    {3, 1, {PadKey::Kind::times, 0}, "pad.times", "×"},
    {3, 2, {PadKey::Kind::plus, 0}, "pad.plus", "+"},
};

}  // namespace

float pad_width(const Ui& ui) { return ui.metrics().pick(56.5f, 52, 52); }

std::optional<PadKey> number_pad(Ui& ui, const Rect& rect) {
  std::optional<PadKey> tapped;
  const auto place = [&](int column, int row) {
    return rect.column(column, 4, between).row(row, 4, between);
  };
  for (const Key& k : keys) {
    const bool operation = k.key.kind != PadKey::Kind::digit;
    if (button(ui, place(k.column, k.row),
               {.name = k.name,
                .text = k.label,
                .size = Size::verb,
                .back = operation ? Fill::sunk : Fill::surface,
                .group = "pad"}))
      tapped = k.key;
  }
  const std::string comma = ui.settings().language == Language::en ? "." : ",";
  if (button(ui, place(0, 3),
             {.name = "pad.comma", .text = comma, .size = Size::verb, .group = "pad"}))
    tapped = PadKey{PadKey::Kind::comma};
  if (button(ui, place(3, 0),
             {.name = "pad.delete",
              .icon = Icon::backspace,
              .text = ui.tr("Erase"),
              .icon_size = ui.metrics().normal,
              .back = Fill::sunk,
              .group = "pad"}))
    tapped = PadKey{PadKey::Kind::erase};
  Rect wide = place(2, 3);
  wide.w = place(3, 3).right() - wide.x;
  if (button(ui, wide,
             {.name = "pad.clear",
              .icon = Icon::clear,
              .text = ui.tr("Erase all"),
              .icon_size = ui.metrics().normal,
              .back = Fill::sunk,
              .group = "pad"}))
    tapped = PadKey{PadKey::Kind::clear};
  return tapped;
}

}  // namespace ui
