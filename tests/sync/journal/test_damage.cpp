// Every start of a damaged or newer journal is refused, the file stays, one copy is kept.
#include <catch2/catch.hpp>
#include <fstream>
#include <functional>
#include <random>

#include "support/journal_sample.hpp"
#include "support/seed.hpp"
#include "support/temporary_folder.hpp"
#include "sync/journal/journal_file.hpp"
#include "sync/journal/kept_copy.hpp"
#include "sync/journal/load_day.hpp"

using namespace domain;
namespace fs = std::filesystem;
using journal::Missing;

namespace {

Stamp ticking() {
  static std::int64_t now = 1'700'000'000'000'000;
  return {++now};
}

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write(const fs::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

struct Kept {
  support::TemporaryFolder folder;
  fs::path file = folder.path() / journal::file_name;
  fs::path wal = file.string() + "-wal";

  auto open(Missing missing = Missing::created) {
    return journal::open_journal(folder.path(), "Table 1", ticking, missing);
  }
  void fill(int entries) {
    const auto j = open().value();
    if (j->days().value().empty())
      REQUIRE(j->store_references(std::vector{support::sample_order()}, "/key"));
    for (int i = 0; i < entries; ++i) {
      const Body body = support::counted(80 + i % 6, i + 1);
      REQUIRE(j->append(std::span(&body, 1), "Rosa"));
    }
  }
  // What a process that is killed leaves: a file and a write-ahead file.
  void fill_and_die(int entries) {
    const auto j = open().value();
    REQUIRE(j->store_references(std::vector{support::sample_order()}, "/key"));
    for (int i = 0; i < entries; ++i) {
      const Body body = support::counted(80 + i % 6, i + 1);
      REQUIRE(j->append(std::span(&body, 1), "Rosa"));
    }
    const auto main = bytes_of(file), ahead = bytes_of(wal);
    dead_file = main;
    dead_wal = ahead;
  }
  void lay_dead(const std::string& main, const std::string& ahead) const {
    fs::remove(file.string() + "-shm");
    write(file, main);
    write(wal, ahead);
  }
  std::string dead_file, dead_wal;
};

void stays_refused(Kept& kept, const std::string& damaged) {
  const auto first = kept.open();
  REQUIRE_FALSE(first);
  CHECK(first.error().fault == Fault::damaged);
  CHECK(first.error().detail.find("journal restore") != std::string::npos);
  CHECK(bytes_of(kept.file) == damaged);
  const auto copies = journal::kept_copies(kept.file);
  REQUIRE(copies.size() == 1);
  CHECK(bytes_of(copies[0]) == damaged);
  CHECK_FALSE(kept.open());
  CHECK_FALSE(kept.open(Missing::refused));
  CHECK(journal::kept_copies(kept.file).size() == 1);
  CHECK(bytes_of(kept.file) == damaged);
}

}  // namespace

TEST_CASE("a damaged journal is refused at every start, kept once and never replaced") {
  struct Row {
    const char* what;
    std::function<std::string(std::string)> hurt;
  };
  const std::vector<Row> rows = {
      {"empty", [](const std::string&) { return std::string(); }},
      {"a few bytes", [](const std::string& b) { return b.substr(0, 50); }},
      {"cut in the middle", [](const std::string& b) { return b.substr(0, b.size() / 2); }},
      {"the last page gone", [](const std::string& b) { return b.substr(0, b.size() - 4096); }},
      {"another file", [](const std::string&) { return std::string(5000, 'x'); }},
      {"zeros", [](const std::string& b) { return std::string(b.size(), '\0'); }},
      {"the magic overwritten", [](std::string b) { return b[3] = 'X', b; }},
      {"another program's database", [](std::string b) { return b[70] = 'x', b; }},
      {"a page of zeros",
       [](std::string b) { return b.replace(4096, 4096, std::string(4096, '\0')); }}};
  for (const auto& row : rows) {
    DYNAMIC_SECTION(row.what) {
      Kept kept;
      kept.fill(200);
      const auto damaged = row.hurt(bytes_of(kept.file));
      write(kept.file, damaged);
      stays_refused(kept, damaged);
    }
  }
}

TEST_CASE("a flipped bit is refused, or changes nothing that is read") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  Kept kept;
  kept.fill(150);
  const auto whole = bytes_of(kept.file);
  const auto entries = kept.open().value()->all_entries().value();
  int refused = 0;
  for (int n = 0; n < 150; ++n) {
    auto flipped = whole;
    const auto at = random() % flipped.size();
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << random() % 8));
    CAPTURE(at);
    kept.lay_dead(flipped, "");
    for (const auto& copy : journal::kept_copies(kept.file)) fs::remove(copy);
    const auto opened = kept.open();
    if (!opened) {
      ++refused;
      CHECK(bytes_of(kept.file) == flipped);
      continue;
    }
    CHECK(opened.value()->all_entries().value() == entries);
    CHECK(opened.value()->entries(1).value() == entries);
    CHECK(opened.value()->references(1).value()[0].order == support::sample_order());
  }
  CHECK(refused > 20);
}

TEST_CASE("a flipped bit in the write-ahead file loses at most what the last commit held") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  Kept kept;
  kept.fill_and_die(60);
  int refused = 0;
  for (int n = 0; n < 100; ++n) {
    auto ahead = kept.dead_wal;
    const auto at = random() % ahead.size();
    ahead[at] = static_cast<char>(ahead[at] ^ (1 << random() % 8));
    CAPTURE(at);
    kept.lay_dead(kept.dead_file, ahead);
    for (const auto& copy : journal::kept_copies(kept.file)) fs::remove(copy);
    const auto opened = kept.open();
    if (!opened) {
      ++refused;
      CHECK(bytes_of(kept.wal) == ahead);
      CHECK(bytes_of(kept.file) == kept.dead_file);
      continue;
    }
    CHECK(opened.value()->all_entries().value().size() >= 58);
  }
  CHECK(refused > 80);
}

TEST_CASE("a torn end of the write-ahead file is no damage") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  Kept kept;
  kept.fill_and_die(30);
  for (int n = 0; n < 30; ++n) {
    constexpr std::size_t two_pages = 8192;
    const auto ahead = kept.dead_wal.substr(0, kept.dead_wal.size() - random() % two_pages);
    kept.lay_dead(kept.dead_file, ahead);
    const auto opened = kept.open();
    REQUIRE(opened);
    const auto entries = opened.value()->all_entries().value();
    CHECK(entries.size() >= 28);
    for (std::size_t i = 0; i < entries.size(); ++i)
      CHECK(entries[i].ref.seq == static_cast<std::int64_t>(i + 1));
  }
}

TEST_CASE("a newer journal is refused and stays as it is, without a copy") {
  Kept kept;
  kept.fill(3);
  auto newer = bytes_of(kept.file);
  newer[63] = 99;  // user_version
  write(kept.file, newer);
  const auto opened = kept.open();
  REQUIRE_FALSE(opened);
  CHECK(opened.error().fault == Fault::newer_version);
  CHECK(bytes_of(kept.file) == newer);
  CHECK(journal::kept_copies(kept.file).empty());
}

TEST_CASE("a folder in the journal's place, and parts without it, are refused") {
  Kept kept;
  SECTION("a folder") { fs::create_directory(kept.file); }
  SECTION("a write-ahead file alone") { write(kept.wal, "x"); }
  SECTION("a kept copy alone") { write(kept.file.string() + ".kept-20261125T100000Z", "x"); }
  const auto opened = kept.open();
  REQUIRE_FALSE(opened);
  CHECK(opened.error().fault == Fault::damaged);
  CHECK_FALSE(fs::is_regular_file(kept.file));
}

TEST_CASE("a link that leads nowhere is not followed into a new journal") {
  Kept kept;
  fs::create_symlink(kept.folder.path() / "gone", kept.file);
  CHECK_FALSE(kept.open());
  CHECK_FALSE(fs::exists(kept.folder.path() / "gone"));
}

TEST_CASE("without a journal, reading finds none and makes none") {
  Kept kept;
  const auto opened = kept.open(Missing::refused);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().fault == Fault::not_found);
  CHECK_FALSE(fs::exists(kept.file));
}

TEST_CASE("a backup is whole while others write, and restore brings it back") {
  Kept kept;
  kept.fill(20);
  const auto backup = kept.folder.path() / "backup.sqlite";
  {
    const auto writer = kept.open().value();
    REQUIRE(journal::backup_journal(kept.folder.path(), backup, ticking));
    CHECK_FALSE(journal::restore_journal(kept.folder.path(), backup, ticking));
  }
  kept.fill(5);
  const auto before = kept.open().value()->all_entries().value();
  REQUIRE(before.size() == 25);
  const auto present = bytes_of(kept.file);
  const auto restored = journal::restore_journal(kept.folder.path(), backup, ticking);
  REQUIRE(restored);
  CHECK(restored->entries == 20);
  CHECK(bytes_of(restored->kept) == present);
  CHECK(kept.open().value()->all_entries().value().size() == 20);
  CHECK(journal::check_journal(kept.folder.path(), ticking).value() == 20);
}

TEST_CASE("restore lifts the refusal of a damaged journal and keeps the damaged one") {
  Kept kept;
  kept.fill(10);
  const auto backup = kept.folder.path() / "backup.sqlite";
  REQUIRE(journal::backup_journal(kept.folder.path(), backup, ticking));
  write(kept.file, "broken");
  REQUIRE_FALSE(kept.open());
  const auto restored = journal::restore_journal(kept.folder.path(), backup, ticking);
  REQUIRE(restored);
  CHECK(bytes_of(restored->kept) == "broken");
  CHECK(kept.open().value()->all_entries().value().size() == 10);
}

TEST_CASE("restore refuses a file that is not whole, and changes nothing") {
  Kept kept;
  kept.fill(10);
  const auto whole = bytes_of(kept.file);
  const auto backup = kept.folder.path() / "backup.sqlite";
  REQUIRE(journal::backup_journal(kept.folder.path(), backup, ticking));
  auto bytes = bytes_of(backup);
  SECTION("cut") { bytes.resize(bytes.size() / 2); }
  SECTION("empty") { bytes.clear(); }
  SECTION("newer") { bytes[63] = 99; }
  SECTION("an entry changed") {
    const auto at = bytes.find("\"pieces\":\"7\"");
    REQUIRE(at != std::string::npos);
    bytes[at + 10] = '9';
  }
  SECTION("missing") { fs::remove(backup); }
  if (fs::exists(backup)) write(backup, bytes);
  CHECK_FALSE(journal::restore_journal(kept.folder.path(), backup, ticking));
  CHECK(bytes_of(kept.file) == whole);
  CHECK(journal::kept_copies(kept.file).empty());
  for (const auto& left : fs::directory_iterator(kept.folder.path()))
    CHECK(left.path().string().find(".part-") == std::string::npos);
}
