// Ui is the only thing that screens draw with: flat shapes, icons, text and named targets, all in
// u. It owns the ImGui context, fonts, theme and texts, and nobody else includes imgui.h (but the
// two renderers in kiosk/). Immediate: everything is said anew each frame, between begin() and
// end(). UI thread only; one Ui at a time, for ImGui keeps one current context.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/result.hpp"
#include "kiosk/ui/fonts.hpp"
#include "kiosk/ui/geometry.hpp"
#include "kiosk/ui/icons.hpp"
#include "kiosk/ui/metrics.hpp"
#include "kiosk/ui/numbers.hpp"
#include "kiosk/ui/texts.hpp"
#include "kiosk/ui/theme.hpp"
#include "kiosk/ui/touch.hpp"

struct ImGuiContext;
struct ImDrawList;

namespace ui {

// A text wider than its box: `whole` draws it all and notes it for the audit, `ellipsis` ends it in
// "…" (names from outside, which may be any length), `shrink` takes the next smaller text sizes.
enum class Fit { whole, ellipsis, shrink };

// How a text of several lines breaks: full lines as sentences have them, or even ones as on
// buttons.
enum class Breaks { full, even };

struct Style {
  Size size = Size::small;
  Face face = Face::medium;
  Token color = Token::ink;
  Across across = Across::left;
  Down down = Down::middle;
  int lines = 1;  // at most; wraps at blanks when above 1. A line end in the text always breaks.
  Fit fit = Fit::whole;
  Breaks breaks = Breaks::full;
};

struct Touchable {
  bool enabled = true;
  std::string_view text = {};  // what stands on it, for scripts
  std::string_view group =
      {};  // cells of one grid or rows of one list: no gap needed, pitch counts
  std::span<const std::string> also = {};  // further names for scripts
};

struct Press {
  bool tapped = false;  // released on it in this frame: act
  bool held = false;    // finger on it: draw it pressed
};

struct Settings {
  Panel panel;
  InterfaceSize size = InterfaceSize::normal;
  Light light = Light::light;
  Language language = Language::fr;
};

class Ui {
 public:
  static domain::Result<std::unique_ptr<Ui>> open(const Settings& settings);
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // Between frames. Fonts are rebuilt when panel or size differ; fonts_version() then changes and
  // the renderer must upload the atlas again.
  void change(const Settings& settings);
  const Settings& settings() const { return settings_; }
  int fonts_version() const { return fonts_version_; }

  void begin(TouchQueue::Finger finger, float seconds);
  void end();

  const Metrics& metrics() const { return metrics_; }
  const Theme& theme() const { return Theme::of(settings_.light); }
  const Texts& texts() const { return *texts_; }
  Numbers numbers() const { return Numbers(settings_.language); }
  template <class... Arguments>
  std::string tr(const char* english, const Arguments&... arguments) const {
    return texts_->tr(english, arguments...);
  }
  template <class... Arguments>
  std::string tr_n(const char* one, const char* many, long n, const Arguments&... arguments) const {
    return texts_->tr_n(one, many, n, arguments...);
  }
  Rect screen() const { return {0, 0, metrics_.width, metrics_.height}; }
  // A length rounded to whole pixels, still in u: for tiles that must all be equal.
  float whole_pixels(float u) const;

  // Shapes. Edges fall on whole pixels, strokes lie inside the rectangle.
  void fill(const Rect& rect, Token token, float radius = 0, Corners corners = Corners::all);
  void fill_pressed(const Rect& rect, Token token, float radius = 0,
                    Corners corners = Corners::all);
  void outline(const Rect& rect, Token token, float thickness, float radius = 0,
               Corners corners = Corners::all);
  void line_across(float x, float y, float width, Token token = Token::hairline,
                   float thickness = stroke::hair);  // y is its top
  void line_down(float x, float y, float height, Token token = Token::hairline,
                 float thickness = stroke::hair);
  void polygon(std::span<const Point> points, Token token);  // convex, filled
  void polyline(std::span<const Point> points, Token token, float thickness, bool closed = false);
  void disc(Point centre, float radius, Token token);
  void ring(Point centre, float radius, Token token, float thickness);
  void half_disc(Point centre, float radius, Token token);  // the left half
  // Centred in rect; `size` is the side of the icon's square.
  void icon(Icon icon, const Rect& rect, float size, Token token = Token::ink);

  // Text. Returns the width drawn; a text without a box of its own takes as much as it needs.
  float text(std::string_view text, const Rect& box, const Style& style = {});
  float width(std::string_view text, const Style& style = {}) const;
  int lines(std::string_view text, float width, const Style& style = {}) const;
  // The widest of the lines that `text` takes in a box of that width; at most that width.
  float broken_width(std::string_view text, float width, const Style& style = {}) const;
  float line_height(Size size) const;

  // A place that can be tapped, named as in the contracts; draw it afterwards, darker while held.
  Press target(std::string_view name, const Rect& rect, const Touchable& touchable = {});
  // A text that scripts can read by name; drawn by somebody else.
  void named_text(std::string_view name, std::string_view text, const Rect& rect);

  // Everything until the matching end lies inside rect. Paged areas can be scrolled by their own
  // keys, so what is cut there is no fault. Use Clip.
  enum class Area { fixed, paged };
  void begin_clip(const Rect& rect, Area area);
  void end_clip();
  Rect clip() const;

  // Vertical travel of a finger that went down in rect and moved more than 2 mm since the last
  // frame, in u; it no longer taps anything then.
  float drag(std::string_view name, const Rect& rect);
  bool finger_down() const;

  // Paging for scripts: while a target is sought that is scrolled out, the list that knows it names
  // the key that leads towards it.
  void seek(std::string_view name) { sought_ = name; }
  const std::string& sought() const { return sought_; }
  void lead(std::string_view key) { lead_ = key; }
  const std::string& lead() const { return lead_; }

  // Where a list stands, kept between frames by the list's name.
  struct Scroll {
    float offset = 0;
    long current = -1;
    float page = 0, most = 0;  // of the last frame: what is shown, and how far offset may go
  };
  Scroll& scroll(std::string_view name);

  // Of the frame that was drawn last.
  const TouchTargets& targets() const { return targets_; }
  struct TooWide {
    std::string text;
    float by_pixels;
  };
  const std::vector<TooWide>& too_wide() const { return too_wide_; }

 private:
  Ui(const Settings& settings, Fonts fonts);
  void build_fonts();
  ImDrawList& draw() const;

  Settings settings_;
  Metrics metrics_;
  Fonts fonts_;
  int fonts_version_ = 0;
  std::unique_ptr<Texts> texts_;
  ImGuiContext* context_;
  TouchTargets targets_;
  std::vector<TooWide> too_wide_;
  std::vector<Area> areas_;
  std::map<std::string, Scroll, std::less<>> scrolls_;
  std::string sought_, lead_, dragged_;
};

class Clip {
 public:
  Clip(Ui& ui, const Rect& rect, Ui::Area area) : ui_(ui) { ui_.begin_clip(rect, area); }
  ~Clip() { ui_.end_clip(); }
  Clip(const Clip&) = delete;
  Clip& operator=(const Clip&) = delete;

 private:
  Ui& ui_;
};

}  // namespace ui
