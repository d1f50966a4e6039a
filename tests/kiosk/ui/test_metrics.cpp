#include <catch2/catch.hpp>

#include "kiosk/ui/metrics.hpp"
#include "kiosk/ui/theme.hpp"

using ui::InterfaceSize;
using ui::Metrics;
using ui::Profile;

TEST_CASE("the profile follows the millimetres of u") {
  struct Case {
    ui::Panel panel;
    float px;
    Profile normal, large;
  };
  const Case cases[] = {
      {ui::usual_panel(800, 480), 8, Profile::compact, Profile::compact},
      {ui::usual_panel(1024, 600), 10, Profile::wide, Profile::compact},
      {ui::usual_panel(1280, 800), 12.8f, Profile::wide, Profile::compact},
      {ui::usual_panel(1920, 1080), 18, Profile::extra, Profile::wide},
      {ui::panel_of_diagonal(1024, 600, 7), 10, Profile::compact, Profile::compact},
      {ui::panel_of_diagonal(1920, 1080, 10.1f), 18, Profile::wide, Profile::compact},
  };
  for (const Case& c : cases) {
    INFO(c.panel.width << "x" << c.panel.height << " " << c.panel.px_per_mm);
    const Metrics m = Metrics::of(c.panel, InterfaceSize::normal);
    CHECK(m.px == Approx(c.px));
    CHECK(m.profile == c.normal);
    CHECK(Metrics::of(c.panel, InterfaceSize::large).profile == c.large);
    CHECK(m.width * m.px == Approx(c.panel.width));
    CHECK(m.height * m.px == Approx(c.panel.height));
  }
}

TEST_CASE("every panel keeps the floors in millimetres") {
  for (const auto& [w, h] : {std::pair{800, 480}, {1024, 600}, {1280, 800}, {1920, 1080}}) {
    const ui::Panel panel = ui::usual_panel(w, h);
    for (const auto size : {InterfaceSize::normal, InterfaceSize::large}) {
      const Metrics m = Metrics::of(panel, size);
      INFO(w << "x" << h);
      CHECK(m.key * m.mm >= 10);
      CHECK(m.header * m.mm >= 10);
      CHECK(m.row * m.mm >= 10);
      CHECK(m.bar * m.mm >= 18);
      CHECK(m.gap * m.mm >= 2);
      CHECK(m.above_bar * m.mm >= 2);
      CHECK(m.apart(0.1f) * m.mm >= 2);
      // capitals are 0.6 of the size; 2.8 mm is legible from 60 cm
      CHECK(m.small * 0.6f * m.mm >= 2.7f);
    }
  }
}

TEST_CASE("tokens that are drawn together can be told apart") {
  using ui::Token;
  struct Pair {
    Token over, under;
    double least;
  };
  const Pair pairs[] = {
      {Token::ink, Token::background, 4.5},   {Token::ink, Token::surface, 4.5},
      {Token::ink, Token::sunk, 4.5},         {Token::quiet, Token::background, 4.5},
      {Token::quiet, Token::surface, 4.5},    {Token::quiet, Token::sunk, 4.5},
      {Token::on_accent, Token::accent, 4.5}, {Token::on_under, Token::under, 4.5},
      {Token::on_good, Token::good, 4.5},     {Token::on_over, Token::over, 4.5},
      {Token::outline, Token::surface, 3},    {Token::good, Token::surface, 3},
      {Token::over, Token::surface, 3},       {Token::accent, Token::background, 3},
  };
  for (const auto light : {ui::Light::light, ui::Light::dark})
    for (const Pair& p : pairs) {
      const ui::Theme& theme = ui::Theme::of(light);
      INFO(static_cast<int>(p.over) << " on " << static_cast<int>(p.under));
      CHECK(ui::contrast(theme[p.over], theme[p.under]) >= p.least);
    }
}
