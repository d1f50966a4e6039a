#include <catch2/catch.hpp>

#include "domain/day.hpp"

using namespace domain;

namespace {

ReferenceOrder carrots() {
  ReferenceOrder order;
  order.id = {4};
  order.articles.push_back({OrderArticleId{63},
                            "Carottes",
                            "",
                            "Duval",
                            Unit{"1 kg", "1 kg", read_unit_text("1 kg")},
                            Fraction(10),
                            whole_units(1),
                            {},
                            UnitPrice(1'670'000'000)});
  order.group_orders = {{GroupOrderId{16}, "Rosa", {}, {}}, {GroupOrderId{17}, "Maria", {}, {}}};
  order.cells = {{CellId{80}, 0, 0, whole_units(3), Quantity(), whole_units(3)},
                 {CellId{81}, 1, 0, whole_units(0), Quantity(), whole_units(0)}};
  return order;
}

struct Book {
  Day day{{carrots()}, {}};
  std::int64_t seq = 0;

  EntryRef add(Body body) {
    const EntryRef ref{"table", ++seq};
    day.apply(Entry{ref, Stamp{seq}, 1, "Rosa", std::move(body)});
    return ref;
  }
  EntryRef weigh(std::int64_t g) { return add(Weighed{day.on({0, 0}), grams(g), {}}); }
  CellFigures cell() const { return day.figures(CellPlace{0, 0}); }
};

}  // namespace

TEST_CASE("an untouched cell is to do, or absent where nothing is due") {
  const Book book;
  CHECK(book.cell().state == CellState::to_do);
  CHECK_FALSE(book.cell().given);
  CHECK(book.day.state({0, 1}) == CellState::absent);
  CHECK(book.day.counts(0).open == 1);
  CHECK(book.day.counts(0).absent == 1);
}

TEST_CASE("the band judges the exact sum of the bags, ends included") {
  struct Row {
    std::int64_t grams;
    CellState state;
  };
  const Row row = GENERATE(values<Row>({{2939, CellState::to_do},
                                        {2940, CellState::weighed},
                                        {3150, CellState::weighed},
                                        {3151, CellState::over}}));
  CAPTURE(row.grams);
  Book book;
  book.weigh(1000);
  book.weigh(row.grams - 1000);
  CHECK(book.cell().state == row.state);
  CHECK(book.cell().given == Quantity(row.grams * 1000));
  CHECK(book.cell().bags == 2);
}

TEST_CASE("a shortfall closes a cell at what was given; undoing opens it again") {
  Book book;
  book.weigh(912);
  const auto noted = book.add(ShortfallNoted{book.day.on({0, 0}), {Cause::damaged, {}}});
  CHECK(book.cell().state == CellState::short_given);
  book.add(Undone{noted});
  CHECK(book.cell().state == CellState::to_do);
  CHECK(book.day.undoable(noted) == Day::Undoable::undone_before);
  CHECK(book.day.undoable({"table", book.seq}) == Day::Undoable::never);
  CHECK(book.day.undoable({"table", 99}) == Day::Undoable::unknown);
}

TEST_CASE("a shortfall with nothing given is absent, and given is 0") {
  Book book;
  book.add(ShortfallNoted{book.day.on({0, 0}), {Cause::not_delivered, {}}});
  CHECK(book.cell().state == CellState::absent);
  CHECK(book.cell().given == Quantity(0));
}

TEST_CASE("the base stays what it was at the first standing entry") {
  Book book;
  const auto first = book.weigh(3000);
  auto changed = carrots();
  changed.cells[0].base = whole_units(2);
  book.day.set_reference(changed);
  CHECK(book.cell().base == whole_units(3));
  book.add(Undone{first});
  CHECK(book.cell().base == whole_units(2));
}

TEST_CASE("what arrived is the last standing word, else the page, else what was ordered") {
  Book book;
  const auto& figures = [&]() -> const ArticleFigures& {
    return book.day.figures(ArticlePlace{0, 0});
  };
  CHECK(figures().received == whole_units(10));
  CHECK(figures().received_by == ReceivedBy::expected);
  book.add(Received{{63}, grams(18'500)});
  const auto zero = book.add(Received{{63}, whole_units(0)});
  CHECK(figures().received == Quantity(0));
  book.add(Undone{zero});
  CHECK(figures().received == Quantity(18'500'000));
  CHECK(figures().left() == Quantity(18'500'000));
}

TEST_CASE("entries of a cell that vanished are kept and listed") {
  Book book;
  book.weigh(3000);
  auto smaller = carrots();
  smaller.cells.erase(smaller.cells.begin());
  book.day.set_reference(smaller);
  CHECK(book.day.vanished() == std::vector{CellId{80}});
  CHECK(book.day.counts(0).cells == 1);
  book.day.set_reference(carrots());
  CHECK(book.cell().given == whole_units(3));
}
