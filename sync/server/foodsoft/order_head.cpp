#include "sync/server/foodsoft/order_head.hpp"

#include "sync/server/foodsoft/shown_number.hpp"

namespace server {

namespace {

using domain::fail;
using domain::Fault;
using domain::ServerState;

std::string_view path_of(std::string_view link) {
  const auto end = link.find_first_of("?#");
  std::string_view path = link.substr(0, end);
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  return path;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// The number at the end of a path, behind `folder`: "…/suppliers/5".
std::optional<std::int64_t> id_behind(std::string_view path, std::string_view folder) {
  const auto slash = path.rfind('/');
  if (slash == path.npos || !ends_with(path.substr(0, slash), folder)) return std::nullopt;
  return number_after(path.substr(slash), "/");
}

struct Links {
  std::optional<std::int64_t> order;
  bool finish = false, receive = false, receive_green = false, remove = false;
  bool contradiction = false;

  void see(std::optional<std::int64_t> id) {
    if (!id) return;
    if (order && *order != *id) contradiction = true;
    order = id;
  }
};

void read_link(Element link, Links& found) {
  const auto href = link.attribute("href").value_or(std::string_view{});
  if (link.id() == "view_groups_btn" || link.id() == "view_articles_btn")
    found.see(order_in_link(href, ""));
  if (const auto id = order_in_link(href, "/finish")) {
    found.finish = true;
    found.see(id);
  }
  if (const auto id = order_in_link(href, "/receive")) {
    found.receive = true;
    found.receive_green = link.has_class("btn-success");
    found.see(id);
  }
  if (link.attribute("data-method") == "delete") {
    if (const auto id = order_in_link(href, "")) {
      found.remove = true;
      found.see(id);
    }
  }
}

// "… order from <a>SUPPLIER</a> opened by <a>NAME</a>, …"; a stock order links to its articles.
void read_description(Element paragraph, OrderHead& head) {
  bool supplier = false;
  for (Element e = paragraph.first(); e; e = e.next()) {
    if (!e.is("a")) continue;
    const auto href = e.attribute("href").value_or(std::string_view{});
    const auto path = path_of(href);
    const bool stock = ends_with(path, "/stock_articles");
    if (!supplier && (stock || id_behind(path, "/suppliers"))) {
      supplier = true;
      head.supplier = std::string(trimmed(e.text()));
      if (stock) head.kind = domain::OrderKind::stock;
    } else if (supplier && head.created_by.empty() && !href.empty() && href.front() != '#' &&
               path.find("/messages") != path.npos) {
      head.created_by = std::string(trimmed(e.text()));
    }
  }
}

}  // namespace

std::optional<std::int64_t> order_in_link(std::string_view link, std::string_view rest) {
  std::string_view path = path_of(link);
  if (!ends_with(path, rest)) return std::nullopt;
  path.remove_suffix(rest.size());
  return id_behind(path, "/orders");
}

domain::Result<OrderHead> read_order_head(Element root, Element table) {
  OrderHead head;
  Links links;
  for (Element e = root; e && e != table; e = e.after(root)) {
    if (e.is("a")) read_link(e, links);
    if (e.is("p") && head.supplier.empty()) read_description(e, head);
  }
  if (links.contradiction)
    return fail(Fault::page_torn, "its head links to two orders; save the page again");
  if (!links.order)
    return fail(Fault::page_torn, "its head does not tell the order; save the whole page again");
  head.id.value = *links.order;
  if (links.finish)
    head.state = ServerState::open;
  else if (links.receive)
    head.state = links.receive_green ? ServerState::finished : ServerState::received;
  else if (links.remove) {
    head.state = ServerState::finished;
    head.kind = domain::OrderKind::stock;
  } else {
    head.state = ServerState::closed;
  }
  return head;
}

}  // namespace server
