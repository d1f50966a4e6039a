// A full disk: one clear error, nothing saved is lost, work goes on when there is room again. The
// limit on the size of files stands for the disk, since any user may set it and lift it.
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <csignal>

#include "support/journal_sample.hpp"
#include "support/memory_journal.hpp"
#include "support/temporary_folder.hpp"
#include "sync/journal/journal_file.hpp"

using namespace domain;

namespace {

class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &before_); }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("a full disk loses nothing that was saved, and work goes on with room again") {
  const support::TemporaryFolder folder;
  auto j = journal::open_journal(folder.path(), "Table 1", journal::system_clock,
                                 journal::Missing::created)
               .value();
  REQUIRE(j->store_references(std::vector{support::sample_order()}, "/key"));
  const Body body = support::counted(80, 1);
  std::vector<Entry> saved;
  const auto save = [&] { return j->append(std::span(&body, 1), "Rosa"); };
  {
    const SmallDisk disk(150'000);
    int failures = 0;
    for (int i = 0; i < 2000 && failures < 3; ++i) {
      auto entries = save();
      if (entries) {
        saved.push_back(entries->front());
        continue;
      }
      ++failures;
      CHECK(entries.error().fault == Fault::disk_full);
      CHECK(entries.error().detail.find("safe") != std::string::npos);
      CHECK_FALSE(j->keep("cell", std::string(5000, 'x')));
    }
    REQUIRE(failures == 3);
    REQUIRE(saved.size() > 3);
    CHECK(j->entries(1).value() == saved);
  }
  for (int i = 0; i < 3; ++i) saved.push_back(save().value().front());
  CHECK(saved.back().ref.seq == static_cast<std::int64_t>(saved.size()));
  j = nullptr;
  j = journal::open_journal(folder.path(), "Table 1", journal::system_clock,
                            journal::Missing::refused)
          .value();
  CHECK(j->entries(1).value() == saved);
}

TEST_CASE("without room no journal is begun, and one can be begun later") {
  const support::TemporaryFolder folder;
  const auto open = [&] {
    return journal::open_journal(folder.path(), "Table 1", journal::system_clock,
                                 journal::Missing::created);
  };
  {
    const SmallDisk disk(10'000);
    const auto opened = open();
    REQUIRE_FALSE(opened);
    CHECK(opened.error().fault == Fault::disk_full);
  }
  CHECK(open());
}

TEST_CASE("a backup without room leaves the older one") {
  const support::TemporaryFolder folder;
  const auto backup = folder.path() / "backup.sqlite";
  {
    const auto j = journal::open_journal(folder.path(), "Table 1", journal::system_clock,
                                         journal::Missing::created)
                       .value();
    REQUIRE(j->open_day(""));
    REQUIRE(journal::backup_journal(folder.path(), backup, journal::system_clock));
    const auto size = std::filesystem::file_size(backup);
    const SmallDisk disk(20'000);
    CHECK_FALSE(journal::backup_journal(folder.path(), backup, journal::system_clock));
    CHECK(std::filesystem::file_size(backup) == size);
  }
  for (const auto& left : std::filesystem::directory_iterator(folder.path()))
    CHECK(left.path().string().find(".part-") == std::string::npos);
}

TEST_CASE("the failing twin refuses, counts, and takes more when there is room") {
  support::FailingJournal j;
  j.writes_left = 2;
  const Body body = support::counted(80, 1);
  REQUIRE(j.open_day(""));
  REQUIRE(j.append(std::span(&body, 1), "", {}));
  CHECK(j.append(std::span(&body, 1), "", {}).error().fault == Fault::disk_full);
  CHECK(j.failures == 1);
  j.writes_left = 1;
  REQUIRE(j.append(std::span(&body, 1), "", {}));
  CHECK(j.entries(1, {}).value().size() == 2);
}
