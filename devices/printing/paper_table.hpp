// Tables on A4 as PDF, for the sheets that people keep: titled pages, heads repeated, columns
// aligned, "1/3" at the foot. Text is never cut: cells wrap and rows grow, so that every name and
// amount is found again by pdftotext. Pure: values in, bytes out; any thread.
#pragma once

#include <string>
#include <vector>

#include "domain/result.hpp"

namespace printing {

enum class PaperSide { portrait, landscape };
enum class Align { left, centre, right };
// A turned head is written upwards, so that a narrow column can bear a long name.
enum class HeadText { level, turned };

struct PaperColumn {
  std::string head;
  Align align = Align::left;
  HeadText head_text = HeadText::level;
  int width_mm = 0;  // 0: as wide as its content, at most 70
};

struct PaperRow {
  enum class Kind { normal, strong };  // strong: SemiBold with a line above, for sums
  std::vector<std::string> cells;      // at most one a column; missing ones are empty
  Kind kind = Kind::normal;
};

// One table begins on a page of its own. Rows that do not fit go to the next page, under the same
// heads. Columns that do not fit go to further pages, behind the first `row_heads` columns again.
struct PaperTable {
  std::string title;
  std::vector<std::string> notes;  // lines below the title, on the table's first page only
  std::vector<PaperColumn> columns;
  std::vector<PaperRow> rows;
  int row_heads = 1;
  std::vector<std::string> closing;  // lines below the last row
};

struct Paper {
  PaperSide side = PaperSide::portrait;
  std::string foot;  // left of the page number, e.g. the day's name
  std::vector<PaperTable> tables;
};

// bad_value where a text is not UTF-8; refused where row heads leave no room for a column, or where
// one row is higher than a page.
domain::Result<std::string> paper_pdf(const Paper& paper);

}  // namespace printing
