// Bodies and addresses of requests: names and values percent-encoded. Pure.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

using Fields = std::vector<std::pair<std::string, std::string>>;

// "a%5Bb%5D=1%2C5&c=d": application/x-www-form-urlencoded, in the given order (foodsoft.md 4.2).
std::string form_text(const Fields& fields);

// The path of an address, without host, query and the slashes at its end.
std::string_view path_of_address(std::string_view address);

// Why an address cannot be a server's: credentials in it, a query, blanks, no co-op's slug. Empty
// where it can.
std::string_view fault_of_address(std::string_view address);

}  // namespace server
