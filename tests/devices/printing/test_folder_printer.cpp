#include <sys/resource.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <iterator>

#include "devices/printing/folder_printer.hpp"
#include "devices/printing/whole_file.hpp"
#include "support/temporary_folder.hpp"

using namespace printing;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

PrintDocument document(std::string pdf) {
  return {std::move(pdf), "2900001234566", "0b1e5cb0-0000-5000-8000-000000000000"};
}

// No file of this process may grow beyond a size: stands for the end of a disk.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

}  // namespace

TEST_CASE("a label is one whole file in a folder made on the way") {
  const support::TemporaryFolder temporary;
  const fs::path folder = temporary.path() / "labels" / "of today";
  FolderPrinter printer(folder);
  CHECK(printer.submit(document("first"), Offer::fresh, {}).kind == Submission::Kind::taken);
  CHECK(bytes_of(folder / "2900001234566.pdf") == "first");
  CHECK(printer.submit(document("second"), Offer::perhaps, {}).kind == Submission::Kind::taken);
  CHECK(bytes_of(folder / "2900001234566.pdf") == "second");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("a full disk leaves the old file whole and nothing beside it") {
  const support::TemporaryFolder temporary;
  FolderPrinter printer(temporary.path());
  const auto path = temporary.path() / "2900001234566.pdf";
  const bool older = GENERATE(true, false);
  if (older) REQUIRE(write_whole(path, "older"));
  {
    const FullDisk full(1000);
    const auto answer = printer.submit(document(std::string(5000, 'x')), Offer::fresh, {});
    CHECK(answer.kind == Submission::Kind::blocked);
    CHECK(answer.trouble == PrinterTrouble::disk_full);
    CHECK(answer.detail.find("no half file") != std::string::npos);
  }
  CHECK(files_in(temporary.path()) == (older ? 1U : 0U));
  if (older) CHECK(bytes_of(path) == "older");
  CHECK(printer.submit(document("room again"), Offer::perhaps, {}).kind == Submission::Kind::taken);
}

TEST_CASE("a folder that cannot be is a printer that is off") {
  const support::TemporaryFolder temporary;
  REQUIRE(write_whole(temporary.path() / "file", "in the way"));
  FolderPrinter printer(temporary.path() / "file" / "folder");
  CHECK(printer.state({}).trouble == PrinterTrouble::offline);
  const auto answer = printer.submit(document("pdf"), Offer::fresh, {});
  CHECK(answer.kind == Submission::Kind::blocked);
  CHECK(answer.trouble == PrinterTrouble::offline);
}

TEST_CASE("a folder without rights says so") {
  const support::TemporaryFolder temporary;
  const fs::path folder = ::geteuid() == 0 ? fs::path("/proc/self") : temporary.path();
  if (::geteuid() != 0) fs::permissions(folder, fs::perms::owner_read | fs::perms::owner_exec);
  FolderPrinter printer(folder);
  const auto answer = printer.submit(document("pdf"), Offer::fresh, {});
  CHECK(answer.kind == Submission::Kind::blocked);
  if (::geteuid() != 0) CHECK(answer.trouble == PrinterTrouble::no_rights);
  if (::geteuid() != 0) fs::permissions(folder, fs::perms::owner_all);
}

TEST_CASE("a trouble made on purpose lets nothing through") {
  const support::TemporaryFolder temporary;
  MadeTrouble trouble;
  TroubledPrinter printer(std::make_unique<FolderPrinter>(temporary.path()), trouble);
  for (const auto made : {PrinterTrouble::no_labels, PrinterTrouble::offline}) {
    trouble.set(made);
    CHECK(printer.submit(document("pdf"), Offer::fresh, {}).trouble == made);
    CHECK(printer.state({}).trouble == made);
    CHECK_FALSE(printer.state({}).detail.empty());
    CHECK(files_in(temporary.path()) == 0);
  }
  trouble.set(PrinterTrouble::none);
  CHECK(printer.submit(document("pdf"), Offer::fresh, {}).kind == Submission::Kind::taken);
  CHECK(printer.state({}) == PrinterState{});
}
