// The files of a folder as pages: found, read, unpacked, guarded, told apart by what is in them.
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "domain/result.hpp"
#include "sync/server/foodsoft/pages.hpp"

namespace server {

using AnyPage = std::variant<GroupsPage, ArticlesPage, ReceivePage>;

// Which order a page is of.
domain::OrderId order_of(const AnyPage& page);

// Files directly in `folder` that end in .html, .htm or .html.gz, by name.
domain::Result<std::vector<std::filesystem::path>> page_files(const std::filesystem::path& folder);

// The bytes of a saved page, packed or not, as a page of an order.
domain::Result<AnyPage> read_page(std::string bytes);
domain::Result<AnyPage> read_page_file(const std::filesystem::path& file);

}  // namespace server
