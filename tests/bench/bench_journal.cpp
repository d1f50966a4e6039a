// Figures of the journal: the commit of one entry as a ratio to a bare SQLite commit of the same
// bytes, what opening and reading a big day costs, and the fold of decoded entries.
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <random>

#include "sync/journal/entry_json.hpp"
#include "sync/journal/journal_file.hpp"
#include "sync/journal/load_day.hpp"

using namespace domain;
namespace fs = std::filesystem;

namespace {

double milliseconds(const std::function<void()>& work) {
  const auto begin = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

double middle(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  return times[times.size() / 2];
}

// 120 articles by 600 ordergroups.
ReferenceOrder big_order() {
  constexpr int articles = 120, groups = 600;
  ReferenceOrder order;
  order.id = {4};
  order.supplier = "Les Jardins de Duval";
  for (int a = 0; a < articles; ++a) {
    OrderArticle article;
    article.id = OrderArticleId{a + 1};
    article.name = "Article " + std::to_string(a);
    article.unit = {"1 kg", "1 kg", read_unit_text("1 kg")};
    article.per_supplier_unit = Fraction(10);
    article.units_to_order = whole_units(100);
    order.articles.push_back(article);
  }
  for (int g = 0; g < groups; ++g)
    order.group_orders.push_back({{g + 1}, "Ordergroup " + std::to_string(g), {}, {}});
  for (int a = 0; a < articles; ++a)
    for (int g = 0; g < groups; ++g)
      order.cells.push_back({{a * groups + g + 1}, g, a, whole_units(3), {}, whole_units(3)});
  return order;
}

Weighed bag(std::int64_t cell) {
  return {{{cell}, whole_units(3), {}},
          grams(2987),
          {},
          grams(2),
          {},
          Typed::no,
          "Mettler",
          Label::due};
}

// A day's work: mostly weighings, some shortfalls, some undone.
std::vector<Body> work(std::size_t count) {
  std::mt19937 random(4);
  std::vector<Body> bodies;
  for (std::size_t i = 0; i < count; ++i) {
    const auto cell = static_cast<std::int64_t>(random() % 72'000 + 1);
    const auto dice = random() % 20;
    if (dice == 0 && i > 0)
      bodies.push_back(Undone{{"Table 1", static_cast<std::int64_t>(random() % i + 1)}});
    else if (dice == 1)
      bodies.push_back(ShortfallNoted{{{cell}, whole_units(3), {}}, {Cause::not_delivered, ""}});
    else
      bodies.push_back(bag(cell));
  }
  return bodies;
}

void fold(const ReferenceOrder& order, std::size_t count) {
  std::vector<Entry> entries;
  std::int64_t seq = 0;
  for (auto& body : work(count)) {
    ++seq;
    entries.push_back({{"Table 1", seq}, {seq}, 1, "Rosa", std::move(body)});
  }
  std::vector<double> times;
  for (int run = 0; run < 7; ++run) {
    Day day({order}, {});
    times.push_back(milliseconds([&] { day.apply(entries); }));
  }
  std::printf("fold of %zu decoded entries: %.2f ms\n", count, middle(times));
}

std::vector<double> bare_commits(const fs::path& file, int count) {
  SQLite::Database db(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("CREATE TABLE bytes (id INTEGER PRIMARY KEY, body TEXT)");
  SQLite::Statement insert(db, "INSERT INTO bytes (body) VALUES (?)");
  const std::string body = journal::body_json(bag(1)) + "Table 1 Rosa weighed 1700000000000000";
  std::vector<double> times;
  for (int i = 0; i < count; ++i)
    times.push_back(milliseconds([&] {
      insert.bind(1, body);
      insert.exec();
      insert.reset();
    }));
  return times;
}

std::vector<double> our_commits(journal::Journal& journal, int count) {
  std::vector<double> times;
  for (int i = 0; i < count; ++i) {
    const Body body = bag(i % 600 + 1);
    times.push_back(milliseconds([&] {
      if (!journal.append(std::span(&body, 1), "Rosa")) std::abort();
    }));
  }
  return times;
}

std::unique_ptr<journal::Journal> open(const fs::path& folder) {
  auto opened =
      journal::open_journal(folder, "Table 1", journal::system_clock, journal::Missing::created);
  if (!opened) {
    std::fprintf(stderr, "%s\n", opened.error().detail.c_str());
    std::exit(1);
  }
  return std::move(*opened);
}

void commits(const fs::path& folder, const ReferenceOrder& order) {
  constexpr int rounds = 10, each = 50;
  auto journal = open(folder);
  if (!journal->store_references(std::vector{order}, "bench")) std::abort();
  std::vector<double> bare, ours;
  for (int round = 0; round < rounds; ++round) {
    // In turns, since the disk is not equally fast at all times.
    const auto a = bare_commits(folder / ("bare" + std::to_string(round)), each);
    const auto b = our_commits(*journal, each);
    bare.insert(bare.end(), a.begin(), a.end());
    ours.insert(ours.end(), b.begin(), b.end());
  }
  std::printf("commit of an entry: p50 %.3f ms, bare SQLite WAL/FULL %.3f ms, ratio %.2f\n",
              middle(ours), middle(bare), middle(ours) / middle(bare));
}

void reading(const fs::path& folder, const ReferenceOrder& order) {
  {
    auto journal = open(folder);
    if (!journal->store_references(std::vector{order}, "bench")) std::abort();
    if (!journal->append(work(40'000), "Rosa")) std::abort();
  }
  for (int run = 0; run < 3; ++run) {
    std::unique_ptr<journal::Journal> journal;
    const double opening = milliseconds([&] { journal = open(folder); });
    const double references = milliseconds([&] { (void)journal->references(1); });
    const double entries = milliseconds([&] { (void)journal->entries(1); });
    const double all = milliseconds([&] { (void)journal::load_day(*journal); });
    std::printf(
        "day of 40 000 entries, 120 x 600: open and prove %.1f ms, read references %.1f "
        "ms, read entries %.1f ms; the whole day loaded in %.1f ms\n",
        opening, references, entries, all);
  }
}

}  // namespace

int main() {
  const ReferenceOrder order = big_order();
  const fs::path folder = fs::current_path() / "bench-journal";
  fs::remove_all(folder);
  fs::create_directories(folder / "big");
  fold(order, 40'000);
  fold(order, 400'000);
  commits(folder, order);
  reading(folder / "big", order);
  fs::remove_all(folder);
  return 0;
}
