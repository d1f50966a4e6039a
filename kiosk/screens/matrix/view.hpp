// Draws the matrix and says what was tapped. Decides nothing. Holds the words of the state it drew
// last, so that a frame in which nothing changed makes none.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/matrix/position.hpp"
#include "kiosk/screens/matrix/state.hpp"
#include "kiosk/screens/matrix/table.hpp"
#include "kiosk/ui/ui.hpp"

namespace screens::matrix {

class View {
 public:
  std::optional<Action> draw(const State& state, ui::Ui& ui);

 private:
  struct Words {
    std::string name, text;         // of the target, of what stands on it
    std::string second;             // the line below
    std::vector<std::string> also;  // further names of the target
  };

  void prepare(const State& state, ui::Ui& ui, const Table& table);
  void ground(const State& state, ui::Ui& ui, const Table& table) const;
  std::optional<Action> corner(ui::Ui& ui, const Table& table) const;
  std::optional<Action> heads(const State& state, ui::Ui& ui, const Table& table) const;
  std::optional<Action> margin(const State& state, ui::Ui& ui, const Table& table) const;
  std::optional<Action> cells(const State& state, ui::Ui& ui, const Table& table) const;
  void cell(const Cell& cell, const Words& words, bool held, ui::Ui& ui, const ui::Rect& place,
            const Table& table) const;

  bool same_look(const ui::Settings& now) const;

  unsigned long version_ = 0;
  ui::Settings settings_;  // that the words were made for
  std::string range_, of_all_, given_word_, received_word_;
  ui::Accent accent_;
  std::vector<Words> heads_, rows_, margins_, cells_;
  float travel_ = 0;  // of a finger that drags, less the rows it has moved
};

}  // namespace screens::matrix
