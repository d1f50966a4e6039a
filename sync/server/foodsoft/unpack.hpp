// Unpacks a gzip file that somebody saved: whole or not at all, never more than the guard allows.
#pragma once

#include <string>
#include <string_view>

#include "domain/result.hpp"

namespace server {

bool is_gzip(std::string_view bytes);
domain::Result<std::string> unpack_gzip(std::string_view bytes);

}  // namespace server
