#include "sync/journal/proof.hpp"

#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "sync/journal/row_crc.hpp"
#include "sync/journal/schema.hpp"
#include "sync/journal/sqlite_error.hpp"

namespace journal {

namespace {

using domain::Fault;
using domain::Result;

tl::unexpected<domain::Error> broken(std::string what) {
  return domain::fail(Fault::damaged, std::move(what));
}

std::uint32_t big_endian(const char* bytes) {
  std::uint32_t value = 0;
  for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

std::string_view field(SQLite::Statement& row, int column) {
  const auto cell = row.getColumn(column);
  const char* text = cell.getText();
  return {text, static_cast<std::size_t>(cell.getBytes())};
}

Result<void> prove_structure(SQLite::Database& db, Depth depth) {
  SQLite::Statement check(
      db, depth == Depth::full ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
  check.executeStep();
  const auto said = field(check, 0);
  if (said == "ok") return {};
  std::string what(said);  // SQLite writes a headline above each finding
  std::replace(what.begin(), what.end(), '\n', ' ');
  return broken(std::move(what));
}

Result<void> prove_entries(SQLite::Database& db) {
  SQLite::Statement row(db, "SELECT station, seq, at, day, person, kind, body, crc FROM entry");
  std::string station;
  std::int64_t seq = 0;
  while (row.executeStep()) {
    if (field(row, 0) != station) {
      station = field(row, 0);
      seq = 0;
    }
    const std::string place = station + " " + std::to_string(seq + 1);
    if (row.getColumn(1).getInt64() != ++seq) return broken("entry " + place + " is missing");
    const auto crc = row_crc(station, seq, row.getColumn(2).getInt64(), row.getColumn(3).getInt64(),
                             field(row, 4), field(row, 5), field(row, 6));
    if (crc != row.getColumn(7).getInt64()) return broken("entry " + place + " is not whole");
  }
  return {};
}

Result<void> prove_references(SQLite::Database& db) {
  SQLite::Statement row(
      db, "SELECT day, order_id, version, imported_at, source, body, crc FROM reference");
  while (row.executeStep()) {
    const auto number = [&row](int column) { return row.getColumn(column).getInt64(); };
    if (row_crc(number(0), number(1), number(2), number(3), field(row, 4), field(row, 5)) !=
        number(6))
      return broken("the reference of order " + std::to_string(number(1)) + " is not whole");
  }
  return {};
}

Result<void> prove_days(SQLite::Database& db) {
  SQLite::Statement day(db, "SELECT number, name, opened_at, mark, crc FROM day");
  while (day.executeStep())
    if (row_crc(day.getColumn(0).getInt64(), field(day, 1), day.getColumn(2).getInt64(),
                field(day, 3)) != day.getColumn(4).getInt64())
      return broken("day " + std::string(field(day, 0)) + " is not whole");
  SQLite::Statement end(db, "SELECT day, ended_at, crc FROM day_end");
  while (end.executeStep())
    if (row_crc(end.getColumn(0).getInt64(), end.getColumn(1).getInt64()) !=
        end.getColumn(2).getInt64())
      return broken("the end of day " + std::string(field(end, 0)) + " is not whole");
  SQLite::Statement crate(db, "SELECT day, ordergroup, number, crc FROM crate");
  while (crate.executeStep())
    if (row_crc(crate.getColumn(0).getInt64(), field(crate, 1), crate.getColumn(2).getInt64()) !=
        crate.getColumn(3).getInt64())
      return broken("crate " + std::string(field(crate, 2)) + " is not whole");
  return {};
}

constexpr std::size_t wal_header = 32;
constexpr std::size_t frame_header = 24;

// SQLite's checksum over words of 32 bits, in the byte order that the WAL's magic names.
struct WalSum {
  bool big_end;
  std::uint32_t one = 0, two = 0;

  std::uint32_t word(const char* bytes) const {
    const std::uint32_t value = big_endian(bytes);
    return big_end ? value : __builtin_bswap32(value);
  }
  void add(const char* bytes, std::size_t size) {
    for (std::size_t i = 0; i < size; i += 8) {
      one += word(bytes + i) + two;
      two += word(bytes + i + 4) + one;
    }
  }
  bool is(const char* stored) const {
    return big_endian(stored) == one && big_endian(stored + 4) == two;
  }
};

// Commits among the frames from `at` on that belong to the same run of the WAL.
int commits_after(const std::string& wal, std::size_t at, std::size_t frame) {
  int commits = 0;
  for (; at + frame <= wal.size(); at += frame) {
    const bool same_run = std::memcmp(&wal[at + 8], &wal[16], 8) == 0;
    if (same_run && big_endian(&wal[at + 4]) != 0) ++commits;
  }
  return commits;
}

}  // namespace

Result<void> prove_header(const std::filesystem::path& file) {
  constexpr std::string_view magic("SQLite format 3\0", 16);
  constexpr std::size_t size = 100;
  std::error_code error;
  if (std::filesystem::is_directory(file, error)) return broken("it is a folder, no file");
  if (std::filesystem::exists(file, error) && !std::filesystem::is_regular_file(file, error))
    return broken("it is no file with bytes to read");
  std::ifstream in(file, std::ios::binary);
  if (!in) return tl::unexpected(error_of_errno(errno, "read", file.string()));
  std::array<char, size> header{};
  in.read(header.data(), header.size());
  if (in.gcount() == 0) return broken("the file is empty");
  if (in.gcount() < static_cast<std::streamsize>(size)) return broken("the file is cut off");
  if (std::string_view(header.data(), magic.size()) != magic)
    return broken("it is no SQLite file, or its beginning is overwritten");
  if (big_endian(&header[68]) != static_cast<std::uint32_t>(application_id))
    return broken("its header does not bear the mark of a journal");
  const auto version = big_endian(&header[60]);
  if (version > static_cast<std::uint32_t>(schema_version()))
    return domain::fail(Fault::newer_version, "its schema is " + std::to_string(version) +
                                                  ", this Romaine knows " +
                                                  std::to_string(schema_version()));
  if (version == 0) return broken("its header bears no schema");
  return {};
}

Result<void> prove_wal(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return {};
  std::string wal((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (wal.find_first_not_of('\0') == wal.npos) return {};
  constexpr std::uint32_t magic = 0x377f0682;  // the last bit tells the byte order
  if (wal.size() < wal_header || (big_endian(wal.data()) & ~1U) != magic)
    return broken("the beginning of its write-ahead file is overwritten");
  WalSum sum{(big_endian(wal.data()) & 1U) != 0};
  sum.add(wal.data(), 24);
  if (!sum.is(&wal[24])) return broken("the beginning of its write-ahead file is not whole");
  const std::size_t page = big_endian(&wal[8]);
  const std::size_t frame = frame_header + page;
  for (std::size_t at = wal_header; at + frame <= wal.size(); at += frame) {
    const bool same_run = std::memcmp(&wal[at + 8], &wal[16], 8) == 0;
    sum.add(&wal[at], 8);
    sum.add(&wal[at + frame_header], page);
    if (same_run && sum.is(&wal[at + 16])) continue;
    if (commits_after(wal, at + frame, frame) < 2) return {};
    return broken("a frame in the middle of its write-ahead file is not whole");
  }
  return {};
}

Result<void> prove_rows(SQLite::Database& db, Depth depth) {
  try {
    if (auto done = prove_structure(db, depth); !done) return done;
    const int version = db.execAndGet("PRAGMA user_version").getInt();
    if (version > schema_version())
      return domain::fail(Fault::newer_version, "its schema is " + std::to_string(version));
    if (auto done = prove_days(db); !done) return done;
    if (auto done = prove_references(db); !done) return done;
    return prove_entries(db);
  } catch (const SQLite::Exception& error) {
    return tl::unexpected(error_of(error, db.getHandle()));
  }
}

}  // namespace journal
