// The two sheets of an order that people keep: the treasurer's (sums that must agree, what each
// ordergroup pays, shortfalls, what is still open) and the matrix. Quantities stand in the unit
// that the server keeps results in, so that they can be laid beside its pages. Pure.
#pragma once

#include <map>
#include <string>

#include "devices/printing/paper_table.hpp"
#include "domain/day.hpp"
#include "kiosk/ui/texts.hpp"

namespace kiosk {

struct PaperFacts {
  std::string day;                    // its name, at the foot of each page
  std::map<std::string, int> crates;  // by ordergroup
};

printing::Paper treasurer_paper(const domain::Day& day, int order, const PaperFacts& facts,
                                ui::Language language);
printing::Paper matrix_paper(const domain::Day& day, int order, const PaperFacts& facts,
                             ui::Language language);

}  // namespace kiosk
