#include <catch2/catch.hpp>

#include "kiosk/screens/unit/presenter.hpp"
#include "support/kiosk/fake_desk.hpp"

using namespace screens;
using namespace screens::unit;
using domain::Fraction;
using domain::Measure;
using support::FakeDesk;

namespace {

struct Table {
  explicit Table(const std::string& text = "pièce ~1,5 kg")
      : desk("Courges | " + text + " | Bel-Air 2"), presenter(desk, AtUnit{text, cell()}) {
    desk.go(AtCell{cell()});
  }
  domain::CellId cell() const { return desk.id("Courges", "Bel-Air"); }
  const State& state() const { return presenter.state(); }
  domain::UnitMeaning meaning() const {
    return desk.day().figures(desk.day().article_of(desk.at("Courges", "Bel-Air"))).meaning;
  }

  FakeDesk desk;
  Presenter presenter;
};

}  // namespace

TEST_CASE("what a free text could mean is suggested") {
  struct Row {
    const char* text;
    std::optional<Fraction> mg, ml, pieces;
  };
  const Row rows[] = {{"pièce ~1,5 kg", Fraction(1'500'000), {}, {}},
                      {"env. 500g", Fraction(500'000), {}, {}},
                      {"~75 cl", {}, Fraction(750), {}},
                      {"caisse ~6 pièces", {}, {}, Fraction(6)},
                      {"caisse ~ 6 x 1 L", {}, Fraction(1'000), Fraction(6)},
                      {"~", {}, {}, {}}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const Suggestion found = suggest(row.text);
    CHECK(found.mass.has_value() == row.mg.has_value());
    if (found.mass && row.mg) CHECK(found.mass->holds == *row.mg);
    CHECK(found.volume.has_value() == row.ml.has_value());
    if (found.volume && row.ml) CHECK(found.volume->holds == *row.ml);
    CHECK(found.pieces.has_value() == row.pieces.has_value());
    if (found.pieces && row.pieces) CHECK(found.pieces->holds == *row.pieces);
  }
}

TEST_CASE("what the text says is chosen already, saved as a person's word, and work goes on") {
  Table table;
  CHECK(table.meaning().measure == Measure::unknown);
  CHECK(table.state().chosen == Measure::mass);
  table.presenter.act(Save{});
  CHECK(table.meaning().measure == Measure::mass);
  CHECK(table.meaning().holds == Fraction(1'500'000));
  CHECK(table.meaning().source == domain::UnitSource::person);
  CHECK(table.desk.place() == Place(AtCell{table.cell()}));
  CHECK(table.desk.stack.size() == 2);
}

TEST_CASE("a weight that the text does not tell is typed") {
  Table table("~ grande");
  CHECK(table.state().chosen == Measure::unknown);
  table.presenter.act(Save{});
  CHECK(table.desk.entries().empty());
  table.presenter.act(Choose{Measure::mass});
  REQUIRE(table.state().typing);
  for (const char c : std::string("1,2\n")) table.presenter.typed(c);
  CHECK_FALSE(table.state().typing);
  table.presenter.act(Save{});
  CHECK(table.meaning().holds == Fraction(1'200'000));
}

TEST_CASE("a volume is typed in millilitres; the arrow leaves the pad without an answer") {
  Table table("~ grande");
  table.presenter.act(Choose{Measure::volume});
  table.presenter.act(Header{ui::HeaderTap::back});
  CHECK(table.state().chosen == Measure::unknown);
  table.presenter.act(Choose{Measure::volume});
  for (const char c : std::string("750")) table.presenter.typed(c);
  table.presenter.act(TakeTyped{});
  table.presenter.act(Save{});
  CHECK(table.meaning().measure == Measure::volume);
  CHECK(table.meaning().holds == Fraction(750));
}

TEST_CASE("pieces need no size") {
  Table table("~ grande");
  table.presenter.act(Choose{Measure::pieces});
  CHECK_FALSE(table.state().typing);
  table.presenter.act(Save{});
  CHECK(table.meaning().measure == Measure::pieces);
  CHECK(table.meaning().holds == Fraction(1));
}

TEST_CASE("an answer that the disk refuses is not taken") {
  Table table;
  table.desk.failure = domain::Error{domain::Fault::disk_full, "no room"};
  table.presenter.act(Save{});
  CHECK(table.state().failed == domain::Fault::disk_full);
  CHECK(table.meaning().measure == Measure::unknown);
}
