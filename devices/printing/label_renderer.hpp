// Draws a bag's label, 62 x 29 mm, as one-page PDF or as PNG. Boxes and sizes are those of the
// design in docs/pictures; all ink lies in the middle 58.9 x 22.9 mm that a QL head prints, no text
// is smaller than 6 pt. A text that is too long wraps, then shrinks, then ends in an ellipsis.
// One renderer keeps its fonts warm and belongs to one thread at a time.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "devices/printing/label.hpp"
#include "domain/result.hpp"

namespace printing {

// Dots an inch of the print head: the bars lie on whole ones, 3 a module at 203 and 4 at 300.
enum class Dpi { dpi203 = 203, dpi300 = 300 };

struct BoxMm {
  double left, top, right, bottom;
};

// Where one text was put, for tests and for whoever designs another label.
struct PlacedText {
  std::string_view key;
  BoxMm box;
  BoxMm ink;
  double size_mm;  // em
  int lines;
  bool shortened;  // ends in an ellipsis
};

class LabelRenderer {
 public:
  LabelRenderer();
  ~LabelRenderer();
  LabelRenderer(const LabelRenderer&) = delete;
  LabelRenderer& operator=(const LabelRenderer&) = delete;

  // Bytes of the whole file. bad_value where check(label) says so.
  domain::Result<std::string> pdf(const BagLabel& label, Dpi dpi);
  domain::Result<std::string> png(const BagLabel& label, Dpi dpi);

  // The boxes and the ink in them, without drawing.
  domain::Result<std::vector<PlacedText>> place(const BagLabel& label, Dpi dpi);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace printing
