// Whether bytes are text: UTF-8 without NUL.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace server {

// The offset of the first byte that is no UTF-8, or a NUL.
std::optional<std::size_t> first_bad_byte(std::string_view bytes);

}  // namespace server
