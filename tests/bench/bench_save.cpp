// What a tap on "save" waits for: App::save (commit, fold, label) against a bare commit of the same
// bytes in SQLite's WAL mode with synchronous=FULL, both in the same folder.
//   bench_save DIR
#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <vector>

#include "kiosk/app/demo.hpp"
#include "kiosk/app/station.hpp"
#include "kiosk/app/wall_clock.hpp"
#include "sync/journal/journal_file.hpp"

namespace {

using Clock = std::chrono::steady_clock;
constexpr int rounds = 400;

template <class Work>
double median_us(Work work) {
  std::vector<double> took;
  for (int i = 0; i < rounds; ++i) {
    const auto start = Clock::now();
    work(i);
    took.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
  }
  std::nth_element(took.begin(), took.begin() + rounds / 2, took.end());
  return took[rounds / 2];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  SQLite::Database bare((folder / "bare.sqlite").string(),
                        SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  bare.exec(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
      "CREATE TABLE entry(station TEXT, seq INTEGER, body TEXT, PRIMARY KEY(station, seq))");
  SQLite::Statement insert(bare, "INSERT INTO entry VALUES('bench', ?, ?)");
  const std::string body(260, 'x');
  const double limit = median_us([&](int i) {
    SQLite::Transaction transaction(bare);
    insert.bind(1, i);
    insert.bind(2, body);
    insert.exec();
    insert.reset();
    transaction.commit();
  });
  const auto demo = kiosk::shipped_demo_day();
  kiosk::Config config;
  auto journal =
      journal::open_journal(folder / "data", "bench", kiosk::wall_now, journal::Missing::created);
  if (!demo || !journal) return 1;
  auto station = kiosk::Station::open(std::move(*journal), config);
  if (!station || !(*station)->new_day("bench") || !(*station)->store(demo->orders, "demo"))
    return 1;
  const auto at = *(*station)->day().find(domain::CellId{demo->open_cell});
  const double ours = median_us([&](int) {
    const domain::Body bag = domain::Weighed{(*station)->day().on(at), domain::grams(10), {}};
    if (!(*station)->save(std::span(&bag, 1), "Rosa")) std::abort();
  });
  std::cout << "bare commit p50 " << limit << " us, save p50 " << ours << " us, ratio "
            << ours / limit << '\n';
  return 0;
}
