// Cuts HTML into tags, one after the other, without a tree: the guard's eyes. Each byte is looked
// at once. Borrowed views point into the page.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace server {

// A tag's name in lower case, at most 15 letters of it (longer names do not matter to anyone here).
class TagName {
 public:
  constexpr TagName() = default;
  constexpr TagName(const char* name) : TagName(std::string_view(name)) {}  // NOLINT: literals
  constexpr explicit TagName(std::string_view name) {
    for (const char c : name) {
      if (size_ == letters_.size()) break;
      letters_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
  }
  constexpr bool operator==(const TagName&) const = default;
  constexpr std::string_view text() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 15> letters_{};
  std::uint8_t size_ = 0;
};

struct Tag {
  enum Kind { start, end, other } kind = other;  // other: doctype, processing instruction
  TagName name;
  std::size_t begin = 0, after = 0;  // where it stands in the page
  int attributes = 0;
  std::size_t longest_value = 0;
  std::string_view id, name_attribute, classes, type;
};

struct NextTag {
  enum Outcome { tag, page_end, torn } outcome = page_end;
  Tag tag_;
};

// The next tag or comment at or after `from`. Comments are skipped; `torn` where a tag, a quote or
// a comment has no end (tag_.begin is where it started).
NextTag next_tag(std::string_view page, std::size_t from);

// Where the closing tag of a raw text element (script, style, …) stands; npos where there is none.
std::size_t find_close(std::string_view page, std::size_t from, TagName name);

// Elements that never have a closing tag, whose text is no markup, whose closing tag may be left
// out.
bool is_void(TagName name);
bool is_raw_text(TagName name);
bool may_stay_open(TagName name);
// Whether a start tag `next` ends an open element `open` that has no closing tag.
bool ends(TagName next, TagName open);

}  // namespace server
