#include "sync/server/folder/page_files.hpp"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "sync/server/foodsoft/guard.hpp"
#include "sync/server/foodsoft/unpack.hpp"

namespace server {

namespace {

using domain::fail;
using domain::Fault;
namespace fs = std::filesystem;

bool is_page_name(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const auto ends = [&name](std::string_view end) {
    return name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0;
  };
  return ends(".html") || ends(".htm") || ends(".html.gz");
}

}  // namespace

domain::OrderId order_of(const AnyPage& page) {
  if (const auto* groups = std::get_if<GroupsPage>(&page)) return groups->head.id;
  if (const auto* articles = std::get_if<ArticlesPage>(&page)) return articles->head.id;
  return std::get<ReceivePage>(page).order;
}

domain::Result<std::vector<fs::path>> page_files(const fs::path& folder) {
  std::error_code error;
  std::vector<fs::path> files;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    std::error_code unreadable;
    if (is_page_name(at->path().filename().string()) && at->is_regular_file(unreadable))
      files.push_back(at->path());
  }
  if (error)
    return fail(Fault::io, "the folder " + folder.string() + " cannot be read (" + error.message() +
                               "); nothing was imported");
  if (files.empty())
    return fail(Fault::not_found,
                "the folder " + folder.string() +
                    " holds no saved page (.html, .htm, .html.gz); save orders/ID?view=groups and "
                    "orders/ID/receive into it");
  std::sort(files.begin(), files.end());
  return files;
}

domain::Result<AnyPage> read_page(std::string bytes) {
  GuardWork work;
  std::size_t largest = largest_page;
  if (bytes.size() > largest)
    return fail(Fault::page_hostile, "it is larger than 16 MB, no server's page is");
  if (is_gzip(bytes)) {
    auto unpacked = unpack_gzip(bytes);
    if (!unpacked) return tl::unexpected(unpacked.error());
    bytes = std::move(*unpacked);
    largest = largest_unpacked;
  }
  auto guarded = guard_page(bytes, largest, work);
  if (!guarded) return tl::unexpected(guarded.error());
  const auto any = [](auto page) -> domain::Result<AnyPage> {
    if (!page) return tl::unexpected(page.error());
    return AnyPage(std::move(*page));
  };
  switch (guarded->table) {
    case PageTable::groups:
      return any(read_groups_page(std::move(*guarded)));
    case PageTable::articles:
      return any(read_articles_page(std::move(*guarded)));
    case PageTable::receive:
      return any(read_receive_page(std::move(*guarded)));
  }
  return fail(Fault::page_foreign, "it is no page of a Foodsoft order");
}

domain::Result<AnyPage> read_page_file(const fs::path& file) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error) return fail(Fault::io, "it cannot be read (" + error.message() + ")");
  if (size > largest_page)
    return fail(Fault::page_hostile, "it is larger than 16 MB, no server's page is");
  std::string bytes(size, '\0');
  std::ifstream in(file, std::ios::binary);
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in || static_cast<std::uintmax_t>(in.gcount()) != size)
    return fail(Fault::io, "it cannot be read; check the disk or key, then import again");
  return read_page(std::move(bytes));
}

}  // namespace server
