// The default table of an order's page, and the comments below it.
#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "fake_foodsoft/look.hpp"
#include "fake_foodsoft/pricing.hpp"
#include "fake_foodsoft/units.hpp"

namespace fake {
namespace {

std::vector<const Article*> by_category(const Coop& coop, int order) {
  auto articles = articles_of(coop, order);
  std::stable_sort(articles.begin(), articles.end(), [](const Article* a, const Article* b) {
    const std::string left = folded(a->category), right = folded(b->category);
    return left != right ? left < right : a->name < b->name;
  });
  return articles;
}

const char* used(const Coop& coop, const Article& article) {
  const Decimal units = units_of(article) * per_supplier_unit(coop, article.units);
  if (units.zero()) return "unused";
  return units < article.quantity ? "partused" : "used";
}

std::string asked(const Look& look, const Article& article) {
  const Decimal quantity = in_billing_unit(look.coop, article.units, article.quantity);
  const Decimal tolerance = in_billing_unit(look.coop, article.units, article.tolerance);
  const std::string first = number(look.four() ? quantity : article.quantity, 3, look.lang);
  const bool both = look.four() ? article.units.box > 1 || !tolerance.zero() : !tolerance.zero();
  return both ? first + " + " + number(look.four() ? tolerance : article.tolerance, 3, look.lang)
              : first;
}

std::string row(const Look& look, const Article& article, std::size_t place) {
  const PackageText package = package_text(look.coop, article.units, look.lang);
  const Decimal units = units_of(article);
  const std::string many = look.four() ? units.text() : units.fraction_text();
  // A number of boxes bears their size, unless there are none of them.
  std::string title = many;
  if (!units.zero() || !package.in_box) title += " " + package.text;
  const std::string unit =
      look.four() ? article.units.text : unit_text(article.units, article.units.group, look.lang);
  return fmt::format(R"(<tr class='{} {}'>
<td class='name'>{}</td>
<td>{}</td>
<td>{} / {}</td>
<td>{}</td>
<td title='{} Ordered'>
{}
{}
</td>
</tr>
)",
                     place % 2 == 0 ? "even" : "odd", used(look.coop, article),
                     escaped(article.name), escaped(unit), look.money(article.price),
                     look.money(gross_price(article)), asked(look, article), escaped(title),
                     units.text(), package_mark(look, article));
}

// What sanitizing leaves: harmless tags stay, other words in angle brackets are dropped whole.
std::string without_tags(const std::string& text) {
  static const std::regex tags(
      R"(<(?!/?(strong|em|b|i|p|code|pre|small|br|div|span|ul|ol|li|a|img|blockquote)[ />])/?[A-Za-z][^>]*>)",
      std::regex::icase);
  static const std::regex bare_ampersand(R"(&(?!(#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z]+[0-9]*);))");
  static const std::regex loose_bracket(R"(<(?![A-Za-z/]))");
  std::string out = std::regex_replace(text, tags, "");
  out = std::regex_replace(out, bare_ampersand, "&amp;");
  return std::regex_replace(out, loose_bracket, "&lt;");
}

// Blank lines part paragraphs, single ones become breaks; entities stay what they are.
std::string paragraphs(std::string text) {
  std::string out = "<p>";
  text = without_tags(text);
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\r') continue;
    if (text[at] != '\n') {
      out += text[at];
    } else if (at + 1 < text.size() && text[at + 1] == '\n') {
      out += "</p>\n\n<p>";
      while (at + 1 < text.size() && text[at + 1] == '\n') ++at;
    } else {
      out += "\n<br />";
    }
  }
  return out + "</p>";
}

}  // namespace

std::string overview_table(const Look& look, const Order& order) {
  std::string out = R"(<table class='table table-hover'>
<thead>
<tr>
<th>Name</th>
<th>Unit</th>
<th>Net/gross price</th>
<th>Members</th>
<th>Full units</th>
</tr>
</thead>
<tbody class='list'>
)";
  std::string category;
  std::size_t place = 0;
  for (const Article* article : by_category(look.coop, order.id)) {
    if (article->category != category || place == 0)
      out += fmt::format(
          "<tr class='list-heading article-category'>\n<td>\n{}\n<i "
          "class='icon-tag'></i>\n</td>\n<td colspan='9'></td>\n</tr>\n",
          escaped(category = article->category));
    out += row(look, *article, place++);
  }
  const Sums sums = order_sums(look.coop, order.id);
  return out + fmt::format(
                   "</tbody>\n</table>\n<p>\nSum (net/gross price):\n{} / {}\n</p>\n<p>\nOrdered "
                   "articles:\n{}\n</p>\n",
                   look.money(sums.net), look.money(sums.gross),
                   ordered_articles(look.coop, order.id));
}

std::string comments_list(const Look& look, int order) {
  std::string out;
  for (const Comment& comment : look.coop.comments) {
    if (comment.order != order) continue;
    const User& user = look.coop.users.at(comment.user);
    const std::string group = user.ordergroup
                                  ? escaped(look.coop.ordergroups.at(*user.ordergroup).name)
                                  : "no ordergroup";
    out += fmt::format(
        "<div class='comment order_comment' "
        "id='order_comment_{}'>\n<strong>{}</strong>\n<small>({} am {}):</small>\n{}\n</div>\n",
        comment.id, group, escaped(user.name), date(comment.at, look.lang),
        paragraphs(comment.text));
  }
  return out;
}

}  // namespace fake
