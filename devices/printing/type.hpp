// Fonts and lines of text for what this folder draws: Inter, else DejaVu Sans, through Pango.
// Lengths are points. A Type belongs to one thread at a time; it keeps its fonts warm.
#pragma once

#include <pango/pangocairo.h>

#include <memory>
#include <string>
#include <string_view>

namespace printing {

inline constexpr double points_per_mm = 72.0 / 25.4;

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

struct DestroyCairo {
  void operator()(cairo_t* c) const { cairo_destroy(c); }
  void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
};
using Canvas = std::unique_ptr<cairo_t, DestroyCairo>;
using Surface = std::unique_ptr<cairo_surface_t, DestroyCairo>;

enum class Stroke { medium = PANGO_WEIGHT_MEDIUM, semibold = PANGO_WEIGHT_SEMIBOLD };

class Type {
 public:
  Type();
  // A layout of one text; size is the em. Control characters and line breaks count as blanks.
  // Digits are tabular everywhere: another set of them would be one more font in each file.
  Owned<PangoLayout> line(std::string_view text, double size, Stroke stroke,
                          double letter_spacing = 0) const;

 private:
  Owned<PangoFontMap> fonts_;
  Owned<PangoContext> context_;
};

// Changes the em of a layout.
void set_size(PangoLayout* layout, double size);

// Between letters, in points; a layout begins with what line() was given.
void set_letter_spacing(PangoLayout* layout, double spacing);

bool is_utf8(std::string_view text);

// For cairo's stream surfaces: appends to the std::string that `closure` points at.
cairo_status_t append_bytes(void* closure, const unsigned char* bytes, unsigned int count);

}  // namespace printing
