// The text of an order's comment as it is sent (foodsoft.md 14.5): the server drops what looks like
// a tag, so &, < and > go as entities; its column holds 65 535 bytes and answers more with an
// error. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace server {

inline constexpr std::size_t largest_comment = 65'535;  // bytes, as sent

std::string comment_as_sent(std::string_view text);

}  // namespace server
