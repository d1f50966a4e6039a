// Where everything of a paper table goes: widths, heights, and which rows and columns share a page.
// Lengths are points.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "devices/printing/paper_table.hpp"
#include "devices/printing/type.hpp"

namespace printing {

inline constexpr double paper_margin = 12 * points_per_mm;
inline constexpr double body_size = 8;
inline constexpr double cell_padding = 2.6;
inline constexpr double cell_padding_down = 1.7;

struct PageSize {
  double width, height;
};
PageSize page_size(PaperSide side);

// Rows [first_row, end_row) and, behind the row heads, columns [first_column, end_column).
struct TablePage {
  std::size_t first_row, end_row;
  std::size_t first_column, end_column;
  bool with_notes, with_closing;
};

// Remembers texts that it has measured: they repeat a great deal in a table of numbers.
class Ruler {
 public:
  explicit Ruler(const Type& type) : type_(type) {}
  struct Line {
    double width;
    Owned<PangoLayout> layout;  // on one line; none where too many are kept already
  };
  const Line& line(const std::string& text, Stroke stroke);
  double width(const std::string& text, Stroke stroke) { return line(text, stroke).width; }
  double height(const std::string& text, Stroke stroke, double width) const;
  // A layout that wraps where the text is wider than that.
  Owned<PangoLayout> layout(const std::string& text, Stroke stroke, double width,
                            Align align) const;

 private:
  const Type& type_;
  std::unordered_map<std::string, Line> lines_[2];  // medium, semibold
  std::size_t kept_ = 0;
};

struct TablePlan {
  std::vector<double> widths;   // of each column
  std::vector<double> heights;  // of each row
  double head_height = 0;
  double notes_height = 0;
  std::vector<TablePage> pages;
};

Stroke stroke_of(const PaperRow& row);
inline constexpr double title_height = 26;
inline constexpr double line_height = 11.5;
inline constexpr double foot_height = 16;

// refused where something cannot be put on the paper without cutting it.
domain::Result<TablePlan> plan_table(const PaperTable& table, PaperSide side, Ruler& ruler);

}  // namespace printing
