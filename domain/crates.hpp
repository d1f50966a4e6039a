// Crate numbers: an ordergroup's place among all of the day by name, fixed once given; groups that
// come later get the next numbers. Fed with what each import or pull brought, in that order, it
// always gives the same numbers. A value; any thread.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "domain/reference.hpp"

namespace domain {

class Crates {
 public:
  // The orders that came in together.
  void add(const std::vector<ReferenceOrder>& orders);
  void add(std::vector<std::string> ordergroups);
  std::optional<int> number(const std::string& ordergroup) const;
  int count() const { return static_cast<int>(numbers_.size()); }

 private:
  std::unordered_map<std::string, int> numbers_;
};

}  // namespace domain
