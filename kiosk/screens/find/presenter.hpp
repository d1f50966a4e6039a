// The rules of the search by two letters: over ordergroups and articles, a leading Les, Le, La or
// L' ignored, accents folded. What is chosen opens the matrix there. UI thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/screens/desk.hpp"
#include "kiosk/screens/find/state.hpp"

namespace screens::find {

// The letters that a name is found by: "Les Mirabelles" → "MIRABELLES".
std::string letters_of(std::string_view name);

class Presenter {
 public:
  explicit Presenter(Desk& desk);
  const State& state() const { return state_; }
  void refresh();
  void act(const Action& action);

 private:
  struct Named {
    std::string letters;
    Hit hit;
    int place;  // column or row of the matrix
  };
  void collect();
  void search();
  void open(const Named& named);

  Desk& desk_;
  State state_;
  std::vector<Named> all_;
  std::vector<std::size_t> found_;  // index into all_, as state_.hits
};

}  // namespace screens::find
