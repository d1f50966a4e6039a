// The linear pass before any parser sees a byte of a saved page: size, encoding, depth, open tags,
// the page's own marks (libxml2 2.9.14 is quadratic in unclosed tags and cuts at depth 256 without
// a word). Pure: bytes in, the part worth parsing out. Limits: contracts.md 2.1.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/result.hpp"

namespace server {

inline constexpr std::size_t largest_page = 16U << 20;      // as it lies on the disk
inline constexpr std::size_t largest_unpacked = 64U << 20;  // what was packed
inline constexpr std::size_t deepest_page = 200;

// The one table that a page was saved for.
enum class PageTable { groups, articles, receive };

struct GuardedPage {
  PageTable table = PageTable::groups;
  // UTF-8, from the page's begin to the end of that table, without scripts, styles and buttons;
  // lines keep their numbers.
  std::string html;
  // 5.x: the object text of `const unitsData = {…}`; empty where the page has none.
  std::string units;
};

// What guarding a page cost, in bytes looked at and steps taken: a test bounds it by the size.
struct GuardWork {
  std::size_t steps = 0;
};

// Errors name the line: "it ends in the middle (line 812)".
domain::Result<GuardedPage> guard_page(std::string_view bytes);
domain::Result<GuardedPage> guard_page(std::string_view bytes, std::size_t largest,
                                       GuardWork& work);

// A page that bears none of these tables, or a piece of HTML as JavaScript replies carry it (which
// keeps its select fields): the whole of it, by the same limits, without scripts and styles.
enum class Part { page, piece };
domain::Result<GuardedPage> guard_html(std::string_view bytes, Part part);

}  // namespace server
