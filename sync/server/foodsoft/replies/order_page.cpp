#include <algorithm>

#include "sync/server/foodsoft/cell_fields.hpp"
#include "sync/server/foodsoft/replies/replies.hpp"

namespace server {

namespace {

Element with_id(Element root, std::string_view id) {
  for (Element e = root; e; e = e.after(root))
    if (e.id() == id) return e;
  return {};
}

// Blanks run together, none around line ends, at most one empty line between two.
std::string tidy(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' && (out.empty() || out.back() == ' ' || out.back() == '\n')) continue;
    if (c == '\n') {
      while (!out.empty() && out.back() == ' ') out.pop_back();
      if (out.empty() || (out.size() > 1 && out.back() == '\n' && out[out.size() - 2] == '\n'))
        continue;
    }
    out += c;
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  return out;
}

// Who wrote it and when stands in the first <strong> and the first <small>.
std::string text_of_comment(Element comment) {
  bool strong = false, small = false;
  std::string text;
  for (Element e = comment.first(); e; e = e.next()) {
    if (!strong && e.is("strong")) {
      strong = true;
    } else if (!small && e.is("small")) {
      small = true;
    } else {
      text += e.lines();
      text += e.is("p") ? "\n\n" : "\n";
    }
  }
  return tidy(text);
}

}  // namespace

domain::Result<OrderPage> read_order_page(const GuardedPage& guarded) {
  const auto html = Html::parse(guarded.html);
  if (!html) return tl::unexpected(html.error());
  const Element root = html->root();
  const Element comments = with_id(root, "comments");
  const Element table = with_id(root, "articles_table");
  if (!comments || !table) return torn("its comments or its table are missing", "order's page");
  OrderPage page;
  auto head = read_order_head(root, table);
  if (!head) return tl::unexpected(head.error());
  page.head = std::move(*head);
  for (Element e = comments.first(); e; e = e.next()) {
    const auto id = number_after(e.id(), "order_comment_");
    if (!id) continue;
    page.comments.push_back({*id, text_of_comment(e)});
  }
  const Element form = with_id(root, "new_comment");
  const Element user = form ? input_named(form, "[user_id]") : Element();
  const auto id = user ? number_after(user.attribute("value").value_or(""), "") : std::nullopt;
  if (!id) return torn("the account's number is missing", "order's page, new comment");
  page.user_id = *id;
  return page;
}

}  // namespace server
