// The fold against a slow recount over random days: entries, undos, new references, units.
#include <array>
#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "slow_recount.hpp"
#include "support/seed.hpp"

using namespace domain;
using support::is_undone;
using support::meaning_of;
using support::Recount;
using support::recount;
using support::recount_received;
using support::Story;

namespace {

class Teller {
 public:
  explicit Teller(std::uint32_t seed) : random_(seed) {}

  void tell(int steps) {
    for (int id = 1; id <= 2; ++id) set_reference(new_order(id));
    for (int i = 0; i < steps; ++i) step();
  }
  void check() const;

 private:
  std::int64_t pick(std::int64_t from, std::int64_t to) {
    return std::uniform_int_distribution<std::int64_t>(from, to)(random_);
  }
  bool one_in(std::int64_t n) { return pick(1, n) == 1; }
  std::optional<Quantity> amount() {
    if (one_in(8)) return std::nullopt;
    return one_in(4) ? Quantity() : Quantity(pick(1, 4'000) * 1'000);
  }
  Unit unit() {
    static constexpr std::array texts = {"1 kg", "500 g", "230 g", "botte", "~1 kg", "0,75 L"};
    const std::string text = texts[static_cast<std::size_t>(pick(0, 5))];
    if (one_in(6)) {
      const Fraction third = Fraction::of(1'000'000, 3).value();
      return {"XPP", "pièce", UnitMeaning{Measure::mass, third, UnitSource::ratio}};
    }
    return {text, text, read_unit_text(text)};
  }

  ReferenceOrder new_order(std::int64_t id) {
    ReferenceOrder order;
    order.id = {id};
    for (std::int64_t a = 0; a < 2; ++a) {
      OrderArticle article;
      if (!one_in(10)) article.id = OrderArticleId{id * 10 + a};
      article.name = "A" + std::to_string(a);
      article.unit = unit();
      if (!one_in(4)) article.per_supplier_unit = Fraction::of(pick(1, 12), pick(1, 3));
      if (!one_in(4)) article.units_to_order = Quantity(pick(0, 9'000) * 1'000);
      if (one_in(3)) article.units_received = Quantity(pick(0, 9'000) * 1'000);
      order.articles.push_back(std::move(article));
    }
    for (std::int64_t g = 0; g < 2; ++g)
      order.group_orders.push_back({GroupOrderId{id * 10 + g}, "G" + std::to_string(g)});
    for (std::int64_t c = 0; c < 4; ++c) {
      if (one_in(10)) continue;  // vanished
      ReferenceCell cell;
      cell.id = {id * 100 + c};
      cell.group = static_cast<int>(c % 2);
      cell.article = static_cast<int>(c / 2);
      cell.asked = amount();
      cell.base = amount();
      order.cells.push_back(cell);
    }
    return order;
  }

  void set_reference(ReferenceOrder order) {
    story_.orders[order.id.value] = order;
    day_.set_reference(std::move(order));
  }

  void add(Body body) {
    const std::string station = one_in(3) ? "b" : "a";
    Entry entry{{station, ++seq_[station]}, Stamp{++stamp_}, 1, "", std::move(body)};
    story_.entries.push_back(entry);
    day_.apply(entry);
  }

  OnCell on() {
    const CellId id{pick(1, 2) * 100 + pick(0, 3)};
    if (const auto at = day_.find(id)) return day_.on(*at);
    return {id, amount(), {}};
  }

  void step() {
    switch (pick(0, 9)) {
      case 0:
      case 1:
      case 2:
        add(Weighed{on(), Weight(pick(1, 2'500'000)), Weight(), grams(pick(1, 5)),
                    Band{static_cast<int>(pick(0, 300)), static_cast<int>(pick(0, 900))}});
        break;
      case 3:
      case 4:
        add(Counted{on(), Quantity(pick(1, 4'000) * 1'000)});
        break;
      case 5:
        add(ShortfallNoted{on(), {one_in(2) ? Cause::damaged : Cause::other, "x"}});
        break;
      case 6: {
        const OrderArticleId article{pick(1, 2) * 10 + pick(0, 1)};
        if (one_in(2))
          add(Received{article, Weight(pick(0, 20'000'000))});
        else
          add(Received{article, Quantity(pick(0, 20'000) * 1'000)});
        break;
      }
      case 7:
        add(UnitConfirmed{one_in(2) ? "~1 kg" : "botte", one_in(2)
                                                             ? pieces_meaning("2").value()
                                                             : mass_meaning("0.9 kg").value()});
        break;
      case 8:
        if (one_in(2)) {
          set_reference(new_order(pick(1, 2)));
          break;
        }
        [[fallthrough]];
      default:
        undo_one();
        break;
    }
  }

  void undo_one() {
    if (story_.entries.empty()) return;
    const auto n = static_cast<std::int64_t>(story_.entries.size());
    const Entry& entry = story_.entries[static_cast<std::size_t>(pick(0, n - 1))];
    const auto undoable = day_.undoable(entry.ref);
    const bool can = on_cell(entry.body) || std::holds_alternative<Received>(entry.body);
    REQUIRE((undoable == Day::Undoable::never) == !can);
    REQUIRE((undoable == Day::Undoable::yes) == (can && !is_undone(story_, entry)));
    // One that is refused elsewhere must change nothing here either.
    if (undoable == Day::Undoable::yes || one_in(4)) add(Undone{entry.ref});
  }

  void check_order(int index) const;
  void check_vanished() const;

  std::mt19937_64 random_;
  Story story_;
  Day day_;
  std::map<std::string, std::int64_t> seq_;
  std::int64_t stamp_ = 0;
};

void Teller::check_order(int index) const {
  const ReferenceOrder& order = day_.orders()[static_cast<std::size_t>(index)];
  REQUIRE(order == story_.orders.at(order.id.value));
  OrderCounts counts;
  std::map<int, ArticleFigures> articles;
  for (int c = 0; c < static_cast<int>(order.cells.size()); ++c) {
    const ReferenceCell& cell = order.cells[static_cast<std::size_t>(c)];
    const CellFigures got = day_.figures(CellPlace{index, c});
    const Recount want = recount(story_, order, cell);
    CAPTURE(cell.id.value, want.state);
    REQUIRE(std::string(word(got.state)) == want.state);
    REQUIRE(day_.state({index, c}) == got.state);
    REQUIRE(got.base == want.base);
    REQUIRE(got.target == want.target);
    REQUIRE(got.given == want.given);
    REQUIRE(got.bags == want.bags);
    REQUIRE((got.shortfall ? text_of(*got.shortfall) : "") == want.cause);
    ++counts.cells;
    counts.open += want.state == "to_do" ? 1 : 0;
    counts.done += want.state == "weighed" || want.state == "counted" ? 1 : 0;
    counts.short_given += want.state == "short" ? 1 : 0;
    counts.absent += want.state == "absent" ? 1 : 0;
    counts.over += want.state == "over" ? 1 : 0;
    auto& article = articles[cell.article];
    ++article.cells;
    const Quantity given = want.given.value_or(Quantity());
    article.given += given;
    const bool lacks = want.target && *want.target > given;
    if (!want.cause.empty() && lacks && (want.state == "short" || want.state == "absent")) {
      ++article.noted;
      article.missing += *want.target - given;
    }
    if (want.state == "to_do") {
      ++article.open;
      if (want.target && *want.target > given) article.still_asked += *want.target - given;
    }
  }
  const OrderCounts& got = day_.counts(index);
  REQUIRE(got.cells == counts.cells);
  REQUIRE(got.open == counts.open);
  REQUIRE(got.done == counts.done);
  REQUIRE(got.short_given == counts.short_given);
  REQUIRE(got.absent == counts.absent);
  REQUIRE(got.over == counts.over);
  for (int a = 0; a < static_cast<int>(order.articles.size()); ++a) {
    const ArticleFigures& figures = day_.figures(ArticlePlace{index, a});
    const OrderArticle& article = order.articles[static_cast<std::size_t>(a)];
    CAPTURE(a);
    REQUIRE(figures.given == articles[a].given);
    REQUIRE(figures.open == articles[a].open);
    REQUIRE(figures.cells == articles[a].cells);
    REQUIRE(figures.still_asked == articles[a].still_asked);
    REQUIRE(figures.noted == articles[a].noted);
    REQUIRE(figures.missing == articles[a].missing);
    REQUIRE(figures.meaning == meaning_of(story_, article.unit));
    REQUIRE(figures.received == recount_received(story_, article));
  }
}

void Teller::check_vanished() const {
  std::set<CellId> listed, vanished;
  for (const auto& [id, order] : story_.orders)
    for (const auto& cell : order.cells) listed.insert(cell.id);
  for (const auto& entry : story_.entries)
    if (const OnCell* on = on_cell(entry.body))
      if (!listed.contains(on->cell) && !is_undone(story_, entry)) vanished.insert(on->cell);
  REQUIRE(day_.vanished() == std::vector<CellId>(vanished.begin(), vanished.end()));
}

void Teller::check() const {
  for (int o = 0; o < static_cast<int>(day_.orders().size()); ++o) check_order(o);
  check_vanished();
  // All at once, on top of what is known at the end, comes to the same.
  std::vector<ReferenceOrder> orders;
  for (const auto& [id, order] : story_.orders) orders.push_back(order);
  Day whole(orders, {});
  whole.apply(story_.entries);
  for (int o = 0; o < static_cast<int>(orders.size()); ++o) {
    for (int c = 0; c < static_cast<int>(orders[static_cast<std::size_t>(o)].cells.size()); ++c) {
      const auto one = day_.figures(CellPlace{o, c});
      const auto all = whole.figures(CellPlace{o, c});
      REQUIRE(one.state == all.state);
      REQUIRE(one.given == all.given);
      REQUIRE(one.base == all.base);
    }
  }
}

}  // namespace

TEST_CASE("the fold equals a slow recount over 10 000 random days") {
  const auto seed = support::fresh_seed();
  for (std::uint32_t round = 0; round < 10'000; ++round) {
    CAPTURE(seed, round);
    Teller teller(seed + round);
    teller.tell(static_cast<int>(round % 40));
    teller.check();
  }
}
