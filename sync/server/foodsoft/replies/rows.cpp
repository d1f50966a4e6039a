// The cheap reads: one article's row of the balancing page and of the receive page, and the form of
// a new cell, which lists every ordergroup.
#include "domain/unit.hpp"
#include "sync/server/foodsoft/cell_fields.hpp"
#include "sync/server/foodsoft/replies/replies.hpp"

namespace server {

namespace {

// A piece of HTML from a script as a tree; what a table would hold stands in one.
domain::Result<Html> tree_of(const std::string& piece) {
  const auto guarded = guard_html(piece, Part::piece);
  if (!guarded) return tl::unexpected(guarded.error());
  return Html::parse(guarded->html);
}

// Links that stand there only while the order is not settled: foodsoft.md 14.5.
bool has_working_link(Element root) {
  for (Element e = root; e; e = e.after(root)) {
    if (!e.is("a")) continue;
    const auto href = e.attribute("href").value_or(std::string_view{});
    const auto path = href.substr(0, href.find('?'));
    constexpr std::string_view edit = "/edit";
    if (path.size() > edit.size() && path.substr(path.size() - edit.size()) == edit) return true;
    if (href.find("/new?order_article_id=") != href.npos) return true;
  }
  return false;
}

domain::Result<RowCell> read_cell(Element tr, std::int64_t id) {
  const std::string place = "cell " + std::to_string(id);
  const RowFields fields = fields_of(tr);
  if (fields.count < 4) return torn("a row of another shape", place);
  RowCell cell;
  cell.id.value = id;
  cell.ordergroup = std::string(trimmed(fields.td[1].text()));
  if (cell.ordergroup.empty()) return torn("a cell without its group", place);
  const auto result = result_of(fields.td[2], place);
  if (!result) return tl::unexpected(result.error());
  cell.result = *result;
  if (const Element input = input_named(fields.td[2], "[result]"))
    cell.units = read_unit_facts(input);
  cell.price_cents = read_currency(fields.td[3].text());
  return cell;
}

}  // namespace

domain::Result<ArticleRow> read_article_row(const Script& script, domain::OrderArticleId article) {
  const std::string number = std::to_string(article.value);
  const std::string* head = script.after("#order_article_" + number);
  const std::string* cells = script.after("#group_order_articles_" + number);
  if (!head || !cells) return torn("the row is missing in the reply", "order article " + number);
  const auto head_tree = tree_of("<table><tr>" + *head + "</tr></table>");
  if (!head_tree) return tl::unexpected(head_tree.error());
  const auto tree = tree_of("<table><tr>" + *cells + "</tr></table>");
  if (!tree) return tl::unexpected(tree.error());
  ArticleRow row;
  if (const RowFields fields = fields_of(head_tree->root().find("tr")); fields.count > 3) {
    row.name = std::string(trimmed(fields.td[0].text()));
    row.unit_text = domain::collapse_blanks(fields.td[3].text());
  }
  bool typed = false;
  for (Element e = tree->root(); e; e = e.after(tree->root())) {
    if (!e.is("tr")) continue;
    const auto id = number_after(e.id(), "group_order_article_");
    if (!id) continue;
    auto cell = read_cell(e, *id);
    if (!cell) return tl::unexpected(cell.error());
    typed = typed || cell->result.form != ResultForm::text;
    row.cells.push_back(std::move(*cell));
  }
  row.settled = !typed && !has_working_link(head_tree->root()) && !has_working_link(tree->root());
  return row;
}

domain::Result<ReceiveRow> read_receive_reply(const Script& script,
                                              domain::OrderArticleId article) {
  const std::string place = "order article " + std::to_string(article.value);
  const std::string* row = script.beginning("<tr");
  if (!row) return torn("the row is missing in the reply", place);
  const auto tree = tree_of("<table>" + *row + "</table>");
  if (!tree) return tl::unexpected(tree.error());
  const Element tr = tree->root().find("tr");
  if (!tr || number_after(tr.id(), "order_article_") != article.value)
    return torn("the reply is of another article", place);
  domain::Series series = domain::Series::v4;
  return read_receive_row(tr, series);
}

domain::Result<std::vector<KnownOrdergroup>> read_new_cell_form(const Script& script) {
  const std::string* form = script.beginning("<form");
  if (!form) return torn("the form is missing in the reply", "new cell");
  const auto tree = tree_of(*form);
  if (!tree) return tl::unexpected(tree.error());
  Element select;
  for (Element e = tree->root(); e && !select; e = e.after(tree->root()))
    if (e.is("select") && e.attribute("name") == "group_order_article[ordergroup_id]") select = e;
  if (!select) return torn("the list of ordergroups is missing", "new cell");
  std::vector<KnownOrdergroup> groups;
  for (Element e = select.after(select); e; e = e.after(select)) {
    if (!e.is("option")) continue;
    const auto id = number_after(e.attribute("value").value_or(std::string_view{}), "");
    if (id) groups.push_back({{*id}, std::string(trimmed(e.text()))});
  }
  return groups;
}

}  // namespace server
