#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <thread>

#include "support/seed.hpp"
#include "support/temporary_folder.hpp"
#include "sync/server/folder/export.hpp"

namespace fs = std::filesystem;
using domain::Fault;
using server::ExportFile;

namespace {

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Every file below a folder, hidden ones too.
std::map<std::string, std::string> all_files(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[fs::relative(entry.path(), folder).string()] = read(entry.path());
  return files;
}

std::vector<ExportFile> files_of(char letter, std::size_t size) {
  return {{"order-4/results.csv", std::string(size, letter)},
          {"order-4/comment.txt", std::string(size / 2, letter)},
          {"order-9/results.csv", std::string(size, letter)},
          {"journal.jsonl", std::string(size, letter)}};
}

// No file may grow beyond `bytes` while this lives, as on a full disk.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : before_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &limit_);
    const rlimit small{bytes, limit_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &limit_);
    ::signal(SIGXFSZ, before_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit limit_{};
  void (*before_)(int);
};

}  // namespace

TEST_CASE("an export makes its folders, replaces what was there, and leaves nothing beside") {
  const support::TemporaryFolder folder;
  const fs::path key = folder.path() / "key" / "romaine";
  REQUIRE(server::export_day(key, files_of('a', 10)));
  std::ofstream(key / "order-4" / "mine.txt") << "kept";
  std::ofstream(key / "order-4" / ".results.csv.part") << "of an export that was torn";
  REQUIRE(server::export_day(key, files_of('b', 7)));
  const auto found = all_files(key);
  CHECK(found.size() == 5);
  CHECK(found.at("order-4/results.csv") == "bbbbbbb");
  CHECK(found.at("order-4/comment.txt") == "bbb");
  CHECK(found.at("order-9/results.csv") == "bbbbbbb");
  CHECK(found.at("journal.jsonl") == "bbbbbbb");
  CHECK(found.at("order-4/mine.txt") == "kept");
}

TEST_CASE("a full disk: one sentence, the older files stay, nothing lies beside") {
  const support::TemporaryFolder folder;
  REQUIRE(server::export_day(folder.path(), files_of('a', 500)));
  const auto before = all_files(folder.path());
  domain::Result<void> result;
  {
    const SmallDisk small(1000);
    result = server::export_day(folder.path(), files_of('b', 1500));
  }
  REQUIRE_FALSE(result);
  CHECK(result.error().fault == Fault::disk_full);
  CHECK(result.error().detail.find("make room") != std::string::npos);
  CHECK(result.error().detail.find('\n') == std::string::npos);
  CHECK(all_files(folder.path()) == before);
  CHECK(server::export_day(folder.path(), files_of('b', 1500)));
}

TEST_CASE("what cannot be written to is named, and stays as it is") {
  const support::TemporaryFolder folder;
  SECTION("a file where the folder should be") {
    std::ofstream(folder.path() / "key") << "x";
    const auto result = server::export_day(folder.path() / "key", files_of('a', 10));
    REQUIRE_FALSE(result);
    CHECK(result.error().detail.find("key") != std::string::npos);
    CHECK(read(folder.path() / "key") == "x");
  }
  SECTION("a file where an order's folder should be") {
    std::ofstream(folder.path() / "order-9") << "x";
    REQUIRE_FALSE(server::export_day(folder.path(), files_of('a', 10)));
    CHECK(all_files(folder.path()).size() == 1);
  }
  SECTION("a folder where a file should be") {
    fs::create_directories(folder.path() / "journal.jsonl");
    REQUIRE_FALSE(server::export_day(folder.path(), files_of('a', 10)));
    for (const auto& [name, bytes] : all_files(folder.path())) {
      CHECK(name.find(".part") == std::string::npos);
      CHECK(bytes == std::string(bytes.size(), 'a'));
    }
  }
  SECTION("a place that does not exist and cannot be made") {
    const auto result = server::export_day("/proc/romaine", files_of('a', 10));
    REQUIRE_FALSE(result);
    CHECK(result.error().detail.find("/proc/romaine") != std::string::npos);
  }
}

TEST_CASE("a symbolic link left beside is not followed") {
  const support::TemporaryFolder folder;
  std::ofstream(folder.path() / "precious") << "x";
  fs::create_symlink(folder.path() / "precious", folder.path() / ".journal.jsonl.part");
  (void)server::export_day(folder.path(), files_of('a', 10));
  CHECK(read(folder.path() / "precious") == "x");
}

TEST_CASE("killed at any moment, every file is whole: the old one or the new one") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  const support::TemporaryFolder folder;
  constexpr std::size_t size = 300'000;
  const auto a = files_of('a', size);
  const auto b = files_of('b', size);
  REQUIRE(server::export_day(folder.path(), a));
  for (int round = 0; round < 60; ++round) {
    const pid_t child = ::fork();
    if (child == 0)
      while (true) {
        (void)server::export_day(folder.path(), b);
        (void)server::export_day(folder.path(), a);
      }
    REQUIRE(child > 0);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 8'000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    for (const auto& file : a) {
      const std::string bytes = read(folder.path() / file.name);
      REQUIRE(bytes.size() == file.bytes.size());
      REQUIRE(bytes.find_first_not_of(bytes.front()) == bytes.npos);
    }
  }
  REQUIRE(server::export_day(folder.path(), a));
  CHECK(all_files(folder.path()).size() == a.size());
}
