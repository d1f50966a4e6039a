// The JavaScript that a server answers writes and cheap reads with (foodsoft.md 4.1, 14.5): its
// string literals, unescaped, and what stands around them. Nothing is run. Pure; each byte is
// looked at once.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/result.hpp"

namespace server {

class Script {
 public:
  // Refused where a literal or comment has no end, or the text is no UTF-8.
  static domain::Result<Script> read(std::string_view text);

  // The literal that follows the one which equals `text`: $('#comments').html('…').
  const std::string* after(std::string_view text) const;
  bool has(std::string_view text) const;
  // The first literal that begins so.
  const std::string* beginning(std::string_view text) const;
  // "group_order_article_id: 79" outside of literals; nothing where it is not there, or twice with
  // two values.
  std::optional<std::int64_t> number(std::string_view key) const;
  // The same for a decimal, as it stands.
  std::optional<std::string> decimal(std::string_view key) const;

 private:
  std::vector<std::string> literals_;
  std::string code_;  // comments out, literals as ''
};

}  // namespace server
