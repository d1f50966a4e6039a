#include "sync/server/foodsoft/tags.hpp"

#include <algorithm>

namespace server {

namespace {

constexpr std::size_t npos = std::string_view::npos;

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

bool same_word(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
         });
}

void keep(Tag& tag, std::string_view name, std::string_view value) {
  tag.longest_value = std::max(tag.longest_value, value.size());
  if (same_word(name, "id"))
    tag.id = value;
  else if (same_word(name, "name"))
    tag.name_attribute = value;
  else if (same_word(name, "class"))
    tag.classes = value;
  else if (same_word(name, "type"))
    tag.type = value;
}

// Reads the attributes from `at` (after the name) to after '>'; false where the tag has no end.
bool read_attributes(std::string_view page, std::size_t at, Tag& tag) {
  const std::size_t size = page.size();
  while (at < size) {
    while (at < size && (is_blank(page[at]) || page[at] == '/')) ++at;
    if (at >= size) return false;
    if (page[at] == '>') {
      tag.after = at + 1;
      return true;
    }
    const std::size_t name = at++;
    while (at < size && !is_blank(page[at]) && page[at] != '=' && page[at] != '>' &&
           page[at] != '/')
      ++at;
    const std::string_view attribute = page.substr(name, at - name);
    ++tag.attributes;
    std::size_t equals = at;
    while (equals < size && is_blank(page[equals])) ++equals;
    if (equals >= size || page[equals] != '=') {
      keep(tag, attribute, {});
      continue;
    }
    at = equals + 1;
    while (at < size && is_blank(page[at])) ++at;
    if (at >= size) return false;
    std::size_t value = at;
    if (page[at] == '"' || page[at] == '\'') {
      value = at + 1;
      const std::size_t close = page.find(page[at], value);
      if (close == npos) return false;
      keep(tag, attribute, page.substr(value, close - value));
      at = close + 1;
    } else {
      while (at < size && !is_blank(page[at]) && page[at] != '>') ++at;
      keep(tag, attribute, page.substr(value, at - value));
    }
  }
  return false;
}

template <std::size_t N>
bool one_of(TagName name, const std::array<TagName, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<TagName, 16> void_names = {
    "input", "br",  "img",   "link",   "meta",  "hr",     "area",  "base",
    "col",   "wbr", "embed", "source", "track", "keygen", "param", "basefont"};
constexpr std::array<TagName, 7> raw_names = {"script",  "style", "title",   "textarea",
                                              "noembed", "xmp",   "noframes"};
constexpr std::array<TagName, 12> open_names = {"td", "th", "tr", "li",       "option", "tbody",
                                                "p",  "dt", "dd", "optgroup", "thead",  "tfoot"};

}  // namespace

NextTag next_tag(std::string_view page, std::size_t from) {
  for (std::size_t at = page.find('<', from); at != npos; at = page.find('<', at)) {
    NextTag found;
    found.tag_.begin = at;
    const char c = at + 1 < page.size() ? page[at + 1] : '\0';
    if (page.substr(at, 4) == "<!--") {
      const std::size_t close = page.find("-->", at + 4);
      if (close == npos) return {NextTag::torn, found.tag_};
      at = close + 3;
      continue;
    }
    if (c == '!' || c == '?') {
      const std::size_t close = page.find('>', at);
      if (close == npos) return {NextTag::torn, found.tag_};
      found.tag_.after = close + 1;
      return {NextTag::tag, found.tag_};
    }
    const bool end = c == '/';
    std::size_t name = at + (end ? 2 : 1);
    if (name >= page.size()) return {NextTag::torn, found.tag_};
    if (!is_letter(page[name])) {
      ++at;
      continue;
    }
    std::size_t stop = name;
    while (stop < page.size() && !is_blank(page[stop]) && page[stop] != '>' && page[stop] != '/')
      ++stop;
    found.tag_.kind = end ? Tag::end : Tag::start;
    found.tag_.name = TagName(page.substr(name, stop - name));
    found.outcome = read_attributes(page, stop, found.tag_) ? NextTag::tag : NextTag::torn;
    return found;
  }
  return {};
}

std::size_t find_close(std::string_view page, std::size_t from, TagName name) {
  const std::string_view wanted = name.text();
  for (std::size_t at = page.find("</", from); at != npos; at = page.find("</", at + 2)) {
    const std::size_t after = at + 2 + wanted.size();
    if (after < page.size() && same_word(page.substr(at + 2, wanted.size()), wanted) &&
        (is_blank(page[after]) || page[after] == '>' || page[after] == '/'))
      return at;
  }
  return npos;
}

bool is_void(TagName name) { return one_of(name, void_names); }
bool is_raw_text(TagName name) { return one_of(name, raw_names); }
bool may_stay_open(TagName name) { return one_of(name, open_names); }

bool ends(TagName next, TagName open) {
  const bool cell = open == "td" || open == "th";
  if (next == "td" || next == "th") return cell;
  if (next == "tr") return cell || open == "tr";
  if (next == "tbody" || next == "thead" || next == "tfoot")
    return cell || open == "tr" || open == "tbody" || open == "thead" || open == "tfoot";
  if (next == "li") return open == "li";
  if (next == "p" || next == "div" || next == "ul" || next == "table" || next == "form" ||
      next == "section")
    return open == "p";
  if (next == "option" || next == "optgroup") return open == "option" || open == next;
  if (next == "dt" || next == "dd") return open == "dt" || open == "dd";
  return false;
}

}  // namespace server
