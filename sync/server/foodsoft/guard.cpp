#include "sync/server/foodsoft/guard.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "sync/server/foodsoft/tags.hpp"
#include "sync/server/foodsoft/utf8.hpp"

namespace server {

namespace {

using domain::fail;
using domain::Fault;
constexpr std::size_t npos = std::string_view::npos;

// No page that a server made comes near these.
constexpr std::size_t elements_of_a_page = 60'000;
constexpr std::size_t elements_of_a_row = 64;
// Closing tags left out, or without an opening one: HTML allows some in each row.
constexpr std::size_t left_open_in_a_page = 2'000;
constexpr std::size_t left_open_in_a_row = 16;
constexpr int most_attributes = 60;  // of one tag
constexpr std::size_t attributes_of_a_page = 200'000;
constexpr std::size_t attributes_of_a_row = 256;
constexpr std::size_t longest_text = 1U << 20;  // between two tags, or in an attribute

// What a page shows of itself besides its table, to name a page of another kind.
struct Marks {
  bool password = false, error = false, order_views = false, foodsoft = false, redirected = false;
  bool closed = false;  // </html>
};

std::optional<PageTable> table_named(std::string_view id) {
  if (id == "articles_by_groups") return PageTable::groups;
  if (id == "articles_by_articles") return PageTable::articles;
  if (id == "order_articles") return PageTable::receive;
  return std::nullopt;
}

class Guard {
 public:
  // Without `whole` the page's own table is looked for, and its end is the end.
  Guard(std::string_view page, GuardWork& work, std::optional<Part> whole)
      : page_(page), work_(work), whole_(whole) {}

  domain::Result<GuardedPage> run();

 private:
  tl::unexpected<domain::Error> refuse(Fault fault, const std::string& why, std::size_t at) const {
    const auto line = std::count(page_.begin(), page_.begin() + static_cast<long>(at), '\n') + 1;
    return fail(fault, why + " (line " + std::to_string(line) + ")");
  }
  domain::Result<void> take(const Tag& tag);
  domain::Result<void> open(const Tag& tag);
  domain::Result<void> close(const Tag& tag);
  domain::Result<void> raw_text(const Tag& tag);
  domain::Result<void> verdict() const;
  void mark(const Tag& tag);
  // Copies up to `to`, then goes on from `from`; what is left out leaves its line ends.
  void copy_until(std::size_t to, std::size_t from);

  std::string_view page_;
  GuardWork& work_;
  std::optional<Part> whole_;
  GuardedPage out_;
  Marks marks_;
  std::vector<TagName> stack_;
  std::size_t elements_ = 0, attributes_ = 0, rows_ = 0, left_open_ = 0;
  std::unordered_set<std::string_view> cells_;
  std::size_t copied_ = 0, next_ = 0;
  std::optional<PageTable> table_;
  std::size_t table_level_ = 0;  // size of the stack with the table on it
  bool table_done_ = false;
  // An element that no parser needs to see, while it is open: its level on the stack, its begin.
  std::size_t drop_level_ = 0, drop_begin_ = 0;
};

bool is_dropped(TagName name, std::optional<Part> whole) {
  return name == "button" || name == "svg" || name == "template" ||
         (name == "select" && whole != Part::piece);
}

void Guard::copy_until(std::size_t to, std::size_t from) {
  if (table_done_ || drop_level_ > 0) return;
  out_.html.append(page_, copied_, to - copied_);
  const auto skipped = page_.substr(to, from - to);
  out_.html.append(static_cast<std::size_t>(std::count(skipped.begin(), skipped.end(), '\n')),
                   '\n');
  copied_ = from;
}

void Guard::mark(const Tag& tag) {
  if (tag.name == "input" && tag.type == "password") marks_.password = true;
  if (tag.classes.find("large-error-icon") != npos || tag.classes.find("exclamation-sign") != npos)
    marks_.error = true;
  if (tag.id == "view_groups_btn") marks_.order_views = true;
  if (tag.name == "meta" && tag.name_attribute == "csrf-param") marks_.foodsoft = true;
}

domain::Result<void> Guard::raw_text(const Tag& tag) {
  const std::size_t end = find_close(page_, tag.after, tag.name);
  if (end == npos)
    return refuse(Fault::page_torn, "it ends in the middle of a script or text", tag.begin);
  work_.steps += end - tag.after;
  if (tag.name == "script" && out_.units.empty()) {
    const auto script = page_.substr(tag.after, end - tag.after);
    for (auto at = script.find("unitsData"); at != npos; at = script.find("unitsData", at + 9)) {
      const auto sign = script.find_first_not_of(" \t\r\n", at + 9);
      if (sign == npos || script[sign] != '=') continue;
      const auto brace = script.find_first_not_of(" \t\r\n", sign + 1);
      if (brace == npos || script[brace] != '{') continue;
      out_.units = script.substr(brace);
      break;
    }
  }
  const auto close = next_tag(page_, end);
  if (close.outcome != NextTag::tag) return refuse(Fault::page_torn, "it ends in the middle", end);
  copy_until(tag.begin, close.tag_.after);
  next_ = close.tag_.after;
  return {};
}

domain::Result<void> Guard::open(const Tag& tag) {
  const bool cell = tag.name == "tr" && tag.id.substr(0, 4) == "goa_";
  if (cell || (tag.name == "tr" && tag.id.substr(0, 14) == "order_article_")) ++rows_;
  if (cell && !cells_.insert(tag.id).second)
    return refuse(Fault::page_torn, "cell " + std::string(tag.id.substr(4)) + " stands twice",
                  tag.begin);
  attributes_ += static_cast<std::size_t>(tag.attributes);
  if (++elements_ > elements_of_a_page + elements_of_a_row * rows_ ||
      attributes_ > attributes_of_a_page + attributes_of_a_row * rows_)
    return refuse(Fault::page_hostile, "it has more elements than a server's page", tag.begin);
  if (tag.attributes > most_attributes || tag.longest_value > longest_text)
    return refuse(Fault::page_hostile, "it has a tag that no server makes", tag.begin);
  mark(tag);
  if (is_raw_text(tag.name)) return raw_text(tag);
  if (is_void(tag.name)) return {};
  while (!stack_.empty() && ends(tag.name, stack_.back())) {
    stack_.pop_back();
    ++left_open_;
  }
  stack_.push_back(tag.name);
  if (stack_.size() > deepest_page)
    return refuse(Fault::page_hostile, "its elements lie deeper than 200", tag.begin);
  if (drop_level_ == 0 && is_dropped(tag.name, whole_)) {
    drop_level_ = stack_.size();
    drop_begin_ = tag.begin;
  }
  if (whole_) return {};
  if (const auto table = tag.name == "table" ? table_named(tag.id) : std::nullopt) {
    if (table_) return refuse(Fault::page_torn, "it holds two tables of an order", tag.begin);
    table_ = table;
    table_level_ = stack_.size();
  }
  return {};
}

domain::Result<void> Guard::close(const Tag& tag) {
  const auto at = std::find(stack_.rbegin(), stack_.rend(), tag.name);
  work_.steps += static_cast<std::size_t>(at - stack_.rbegin());
  if (at == stack_.rend()) {
    ++left_open_;
    return {};
  }
  const auto level = static_cast<std::size_t>(stack_.rend() - at);
  left_open_ += stack_.size() - level;
  const bool ends_table = table_ && !table_done_ && level <= table_level_;
  if (ends_table && level < table_level_)
    return refuse(Fault::page_torn, "its table is not closed", tag.begin);
  stack_.resize(level - 1);
  if (drop_level_ > 0 && level <= drop_level_) {
    const bool own = level == drop_level_;
    drop_level_ = 0;
    copy_until(drop_begin_, own ? tag.after : tag.begin);
  }
  if (ends_table) {
    copy_until(tag.after, tag.after);
    table_done_ = true;
  }
  if (tag.name == "html") marks_.closed = true;
  return {};
}

domain::Result<void> Guard::take(const Tag& tag) {
  next_ = tag.after;
  work_.steps += tag.after - tag.begin;
  const auto taken = tag.kind == Tag::start ? open(tag)
                     : tag.kind == Tag::end ? close(tag)
                                            : domain::Result<void>{};
  if (taken && left_open_ > left_open_in_a_page + left_open_in_a_row * rows_)
    return refuse(Fault::page_hostile, "it leaves thousands of tags open", tag.begin);
  return taken;
}

domain::Result<void> Guard::verdict() const {
  if (whole_) {
    if (!stack_.empty() || (*whole_ == Part::page && !marks_.closed))
      return refuse(Fault::page_torn, "it ends in the middle", page_.size());
    return {};
  }
  if (!table_) {
    if (marks_.password)
      return fail(Fault::page_foreign,
                  "it is the login page; sign in, then save orders/ID?view=groups");
    if (marks_.error)
      return fail(Fault::page_foreign,
                  "it is an error page of the server; open the page again, then save it");
    if (marks_.order_views)
      return fail(Fault::page_foreign,
                  "it is the order's page in its default view; open orders/ID?view=groups by its "
                  "address, then save it");
    if (marks_.redirected)
      return fail(Fault::page_foreign,
                  "the server sent it elsewhere, the account may not see it; sign in with another");
    return fail(Fault::page_foreign,
                marks_.foodsoft
                    ? "it is another page of Foodsoft; needed are orders/ID?view=groups "
                      "and orders/ID/receive"
                    : "it is no page of a Foodsoft order");
  }
  if (!table_done_ || !marks_.closed || !stack_.empty())
    return refuse(Fault::page_torn, "it ends in the middle; save the page again", page_.size());
  return {};
}

domain::Result<GuardedPage> Guard::run() {
  out_.html.reserve(page_.size());
  marks_.redirected = page_.size() < 1000 && page_.find("You are being <a href=") != npos;
  for (;;) {
    const auto found = next_tag(page_, next_);
    const std::size_t seen = found.outcome == NextTag::page_end ? page_.size() : found.tag_.begin;
    work_.steps += seen - next_;
    if (seen - next_ > longest_text)
      return refuse(Fault::page_hostile, "it has a text that no server makes", next_);
    if (found.outcome == NextTag::page_end) break;
    if (found.outcome == NextTag::torn)
      return refuse(Fault::page_torn, "it ends in the middle of a tag; save the page again", seen);
    if (const auto taken = take(found.tag_); !taken) return tl::unexpected(taken.error());
  }
  if (const auto last = verdict(); !last) return tl::unexpected(last.error());
  if (whole_) copy_until(page_.size(), page_.size());
  out_.table = table_.value_or(PageTable::groups);
  return std::move(out_);
}

}  // namespace

namespace {

domain::Result<GuardedPage> guard(std::string_view bytes, std::size_t largest, GuardWork& work,
                                  std::optional<Part> whole) {
  if (bytes.empty()) return fail(Fault::page_torn, "it is empty; save the page again");
  if (bytes.size() > largest)
    return fail(Fault::page_hostile,
                "it is larger than " + std::to_string(largest >> 20) + " MB, no server's page is");
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  work.steps += bytes.size();
  if (const auto bad = first_bad_byte(bytes)) {
    const auto line = std::count(bytes.begin(), bytes.begin() + static_cast<long>(*bad), '\n') + 1;
    return fail(Fault::page_hostile,
                "it is no text in UTF-8 (line " + std::to_string(line) + "); save the page again");
  }
  return Guard(bytes, work, whole).run();
}

}  // namespace

domain::Result<GuardedPage> guard_page(std::string_view bytes, std::size_t largest,
                                       GuardWork& work) {
  return guard(bytes, largest, work, std::nullopt);
}

domain::Result<GuardedPage> guard_html(std::string_view bytes, Part part) {
  GuardWork work;
  return guard(bytes, largest_unpacked, work, part);
}

domain::Result<GuardedPage> guard_page(std::string_view bytes) {
  GuardWork work;
  return guard_page(bytes, largest_page, work);
}

}  // namespace server
