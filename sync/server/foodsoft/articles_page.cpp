#include <unordered_set>

#include "domain/unit.hpp"
#include "sync/server/foodsoft/cell_fields.hpp"
#include "sync/server/foodsoft/pages.hpp"

namespace server {

namespace {

domain::Result<void> read_row(Element tr, ArticlesPage& page,
                              std::unordered_set<std::int64_t>& seen) {
  const auto id = number_after(tr.id(), "goa_");
  if (!id) return torn("a row without its cell's number", place_of(tr, "articles table"));
  const std::string place = place_of(tr, "cell " + std::to_string(*id));
  const RowFields fields = fields_of(tr);
  if (fields.count != 4 || !fields.td[3].has_class("price"))
    return torn("a row of another shape", place);
  if (!seen.insert(*id).second) return torn("one cell stands twice", place);
  const auto asked = asked_of(fields.td[1], place);
  if (!asked) return tl::unexpected(asked.error());
  const auto result = result_of(fields.td[2], place);
  if (!result) return tl::unexpected(result.error());
  const auto price = price_of(fields.td[3], place);
  if (!price) return tl::unexpected(price.error());
  ListedArticle& article = page.articles.back();
  if (!article.units)
    if (const Element input = input_named(fields.td[2], "[result]"))
      article.units = read_unit_facts(input);
  page.cells.push_back({domain::CellId{*id}, static_cast<int>(page.articles.size()) - 1,
                        std::string(trimmed(fields.td[0].text())), *asked, *result, *price,
                        tr.line()});
  return {};
}

// "Carottes sable <small>(1 kg, 1,67 €)</small>".
ListedArticle read_heading(Element heading, std::int64_t id) {
  ListedArticle article{domain::OrderArticleId{id}, {}, {}, {}};
  const std::string all = heading.text();
  const Element small = heading.find("small");
  const std::string about = small ? small.text() : std::string();
  article.name = std::string(trimmed(std::string_view(all).substr(0, all.rfind(about))));
  article.about = domain::collapse_blanks(about);
  return article;
}

domain::Result<void> read_article(Element body, ArticlesPage& page,
                                  std::unordered_set<std::int64_t>& seen,
                                  std::unordered_set<std::int64_t>& articles) {
  const auto id = number_after(body.id(), "oa_");
  const std::string place =
      place_of(body, id ? "order article " + std::to_string(*id) : "articles table");
  // Transport stands in bodies without an id, a price a group.
  if (!id) {
    if (body.find("td", "input-delta")) return torn("cells without their article", place);
    return {};
  }
  if (!articles.insert(*id).second) return torn("one article stands twice", place);
  bool named = false;
  for (Element tr = body.first(); tr; tr = tr.next()) {
    if (!tr.is("tr")) continue;
    const Element heading = named ? Element() : tr.find("h4", "name");
    if (heading) {
      page.articles.push_back(read_heading(heading, *id));
      named = true;
    } else if (!tr.id().empty() || tr.find("td", "price")) {
      if (!named) return torn("an article without a name", place);
      if (const auto taken = read_row(tr, page, seen); !taken) return taken;
    }
  }
  if (!named || page.articles.back().name.empty()) return torn("an article without a name", place);
  return {};
}

}  // namespace

domain::Result<ArticlesPage> read_articles_page(GuardedPage guarded) {
  const auto html = Html::parse(guarded.html);
  if (!html) return tl::unexpected(html.error());
  Element table;
  for (Element e = html->root(); e && !table; e = e.after(html->root()))
    if (e.is("table") && e.id() == "articles_by_articles") table = e;
  if (!table) return torn("the table of articles is missing", "view=articles");
  ArticlesPage page;
  auto head = read_order_head(html->root(), table);
  if (!head) return tl::unexpected(head.error());
  page.head = std::move(*head);
  std::unordered_set<std::int64_t> cells, articles;
  for (Element part = table.first(); part; part = part.next()) {
    if (!part.is("tbody")) continue;
    if (const auto taken = read_article(part, page, cells, articles); !taken)
      return tl::unexpected(taken.error());
  }
  page.units = UnitsData(std::move(guarded.units));
  return page;
}

}  // namespace server
