#include "sync/server/page_writer.hpp"

#include "sync/server/page_units.hpp"

namespace support {

namespace {

// As BigDecimal prints it: ~32 digits, cut.
std::string decimal_text(Exact value) {
  const bool negative = value < 0;
  if (negative) value = -value;
  boost::multiprecision::cpp_int scale = 1;
  for (int i = 0; i < 32; ++i) scale *= 10;
  const boost::multiprecision::cpp_int all = numerator(value) * scale / denominator(value);
  std::string digits = all.str();
  while (digits.size() < 33) digits.insert(0, 1, '0');
  std::string part = digits.substr(digits.size() - 32);
  while (part.size() > 1 && part.back() == '0') part.pop_back();
  return (negative ? "-" : "") + digits.substr(0, digits.size() - 32) + "." + part;
}

Exact unit_price(const DbOrder& order, const DbArticle& a) {
  const Exact price(a.cents, 100);
  return order.version == 4 ? price : price / converted(a, supplier_of(a), a.group);
}

Exact price(const DbOrder& order, const DbCell& cell) {
  const DbArticle& a = order.articles[static_cast<std::size_t>(cell.article)];
  return unit_price(order, a) * Exact(cell.result, 1000);
}

std::string asked(const DbOrder& order, const DbCell& cell) {
  const DbArticle& a = order.articles[static_cast<std::size_t>(cell.article)];
  const Exact factor = order.version == 4 ? Exact(1) : converted(a, a.group, a.billing);
  return shown(Exact(cell.asked, 1000) * factor, 3, order.decimal_mark) + " + " +
         shown(Exact(cell.tolerance, 1000) * factor, 3, order.decimal_mark);
}

std::string result(const DbOrder& order, const DbCell& cell) {
  const DbArticle& a = order.articles[static_cast<std::size_t>(cell.article)];
  const Exact value(cell.result, 1000);
  const bool field = order.finance && (order.state == "finished" || order.state == "received");
  if (!field) return shown(value, order.text_places, order.decimal_mark);
  const std::string id = std::to_string(cell.id);
  std::string out = "<form action=\"/f/group_order_articles/" + id +
                    "\"><button name=\"delta\" value=\"-1\">-</button><input class=\"delta\"";
  if (order.version == 4)
    return out + " id=\"r_" + id + "\" value=\"" + shown(value, 3, order.decimal_mark) +
           "\" type=\"text\" name=\"group_order_article[result]\" /></form>";
  return out + unit_attributes(a) + " data-multiply-before-submit=\"" +
         decimal_text(converted(a, a.billing, a.group)) + "\" id=\"r_" + id + "\" value=\"" +
         shown(value * converted(a, a.group, a.billing), 3) +
         "\" type=\"number\" name=\"group_order_article[result]\" /></form>";
}

std::string head(const DbOrder& order) {
  const std::string at = "/f/orders/" + std::to_string(order.id);
  std::string out =
      "<!DOCTYPE html>\n<html lang='fr'>\n<head>\n<meta charset='utf-8'>\n<title>Foodsoft</title>\n"
      "<meta name=\"csrf-param\" content=\"authenticity_token\" />\n</head>\n<body>\n"
      "<ul><li><a href=\"/f/orders\">Commandes</a></li>"
      "<li><a href=\"/f/stock_articles\">Stock</a></li></ul>\n<div class='well'><p>Commande de ";
  out += order.stock ? "<a href=\"/f/stock_articles\">Stock</a>"
                     : "<a href=\"/f/suppliers/5\">Ferme &amp; fils</a>";
  out +=
      " créée par <a href=\"/f/messages/new?message%5Bmail_to%5D=6\">Rosa</a>.</p></div>\n"
      "<a id=\"view_groups_btn\" href=\"" +
      at + "?view=groups\">Cellules</a>\n";
  if (order.state == "open") out += "<a data-method=\"post\" href=\"" + at + "/finish\">!</a>";
  if (!order.stock && order.state == "finished")
    out += "<a class=\"btn btn-success \" href=\"" + at + "/receive\">Réceptionner</a>";
  if (!order.stock && order.state == "received")
    out += "<a class=\"btn \" href=\"" + at + "/receive\">Réceptionner</a>";
  if (order.state != "closed")
    out += "<a class=\"btn\" data-method=\"delete\" href=\"" + at + "\">Supprimer</a>";
  return out + "\n";
}

std::string tail(const DbOrder& order) {
  std::string out = "<h2>Commentaire</h2><a href=\"/f/orders/1/finish\">?</a>\n";
  if (order.version == 5) {
    out += units_script();
  }
  return out + "</body>\n</html>\n";
}

std::string row_of_groups(const DbOrder& order, const DbCell& cell) {
  const DbArticle& a = order.articles[static_cast<std::size_t>(cell.article)];
  const std::string unit =
      order.version == 4 ? escaped(a.unit) : escaped(with_ratio(a, a.billing, order.decimal_mark));
  std::string out = "<tr class='even' id='goa_" + std::to_string(cell.id) +
                    "'>\n<td class='name'>" + escaped(a.name) + "</td>\n<td>" + unit +
                    "</td>\n<td class='center'>" + asked(order, cell) +
                    "</td>\n<td class='center input-delta'>" + result(order, cell) +
                    "</td>\n<td class='symbol'>&times;</td>\n<td>" +
                    shown(unit_price(order, a), 2, order.decimal_mark) +
                    " €</td>\n<td class='symbol'>=</td>\n<td class='price' data-value='" +
                    decimal_text(price(order, cell)) + "'>x</td>\n";
  if (order.version == 4)
    out += a.box == 1 ? "<td></td>\n"
                      : "<td><i class=\"package \">× " + std::to_string(a.box) + "</i></td>\n";
  return out + "</tr>\n";
}

}  // namespace

std::string groups_page(const DbOrder& order) {
  std::string out = head(order) +
                    "<section id=\"articles_table\">\n<table id='articles_by_groups'>"
                    "\n<thead>\n<tr>\n";
  for (int i = 0; i < (order.version == 4 ? 9 : 8); ++i) out += "<th></th>\n";
  out += "</tr>\n</thead>\n";
  for (std::size_t g = 0; g < order.groups.size(); ++g) {
    Exact sum = 0;
    out += "<tbody id='group_order_" + std::to_string(g + 50) +
           "'>\n<tr class='list-heading'>\n<th colspan='9'>\n<h4 class='name'>" +
           escaped(order.groups[g]) + "</h4>\n</th>\n</tr>\n";
    for (const auto& cell : order.cells) {
      if (cell.group != static_cast<int>(g)) continue;
      out += row_of_groups(order, cell);
      sum += price(order, cell);
    }
    out += "<tr>\n<th colspan='7'>Somme</th>\n<th class='price_sum' colspan='2' data-value='" +
           decimal_text(sum) + "'>x</th>\n</tr>\n";
    if (order.transport)
      out +=
          "<tr>\n<td colspan='7'>Transport</td>\n<td colspan='2'>2,00 €</td>\n</tr>\n<tr>\n"
          "<th colspan='7'>Total</th>\n<th class='total' colspan='2' data-value='" +
          decimal_text(sum + 2) + "'>x</th>\n</tr>\n";
    out += "<tr>\n<th colspan='9'></th>\n</tr>\n</tbody>\n";
  }
  return out + "</table>\n</section>\n" + tail(order);
}

std::string articles_page(const DbOrder& order) {
  std::string out = head(order) +
                    "<section id=\"articles_table\">\n<table "
                    "id='articles_by_articles'>\n<thead><tr><th></th></tr></thead>\n";
  for (std::size_t n = 0; n < order.articles.size(); ++n) {
    const DbArticle& a = order.articles[n];
    if (!a.listed) continue;
    const std::string unit =
        order.version == 4 ? "(" + escaped(a.unit) : escaped(with_ratio(a, a.billing, '.'));
    out += "<tbody id='oa_" + std::to_string(a.id) +
           "'>\n<tr class='list-heading'><th colspan='4'>\n<h4 class='name pull-left'>\n" +
           escaped(a.name) + "\n<small>\n" + unit + ", 1,00 €\n" +
           (order.version == 4 ? "\n)\n" : "") + "</small>\n</h4>\n</th></tr>\n";
    for (const auto& cell : order.cells) {
      if (cell.article != static_cast<int>(n)) continue;
      out += "<tr id='goa_" + std::to_string(cell.id) + "'>\n<td style='width:70%'>" +
             escaped(order.groups[static_cast<std::size_t>(cell.group)]) +
             "</td>\n<td class='center'>" + asked(order, cell) +
             "</td>\n<td class='center input-delta'>" + result(order, cell) +
             "</td>\n<td class='price' data-value='" + decimal_text(price(order, cell)) +
             "'>x</td>\n</tr>\n";
    }
    out += "</tbody>\n<tr>\n<td colspan='4'></td>\n</tr>\n";
  }
  if (order.transport)
    out +=
        "<tbody>\n<tr class='list-heading'><th colspan='4'><h4 class='name pull-left'>Transport"
        "</h4></th></tr>\n<tr>\n<td colspan='3'>A</td>\n<td>2,00 €</td>\n</tr>\n</tbody>\n";
  return out + "</table>\n</section>\n" + tail(order);
}

std::string receive_page(const DbOrder& order) {
  const std::string at = "/f/orders/" + std::to_string(order.id);
  std::string out = "<!DOCTYPE html>\n<html>\n<head>\n</head>\n<body>\n<form action=\"" + at +
                    "/receive\" method=\"post\">\n<table id='order_articles'>\n<tbody "
                    "id='result_table'>\n";
  for (std::size_t n = 0; n < order.articles.size(); ++n) {
    const DbArticle& a = order.articles[n];
    if (!a.listed) continue;
    std::int64_t q = 0, t = 0;
    for (const auto& cell : order.cells)
      if (cell.article == static_cast<int>(n)) {
        q += cell.asked;
        t += cell.tolerance;
      }
    const bool old = order.version == 4;
    const std::string id = std::to_string(a.id);
    const auto raw = [old](std::int64_t thousandths) {
      const std::string text = shown(Exact(thousandths, 1000), 3);
      return old || text.find('.') != text.npos ? text : text + ".0";
    };
    out += "<tr class='order-article' id='order_article_" + id + "'>\n<td>N" + id +
           "</td>\n<td class='name' title='Note: a\nb'>" + escaped(a.name) +
           "</td>\n<td class='unit'>" +
           escaped(old ? a.unit : with_ratio(a, a.group, order.decimal_mark)) +
           "</td>\n<td class='" + (old ? "article_price" : "article_version") +
           "'>\n1,00 €\n</td>\n<td>" + raw(q) + " + " + raw(t) + "</td>\n<td>\n" + raw(7000) +
           "\n<i class=\"package \">× 3</i>\n</td>\n<td class='units_received_cell'>\n" +
           "<input class=\"units_received\" data-units-expected=\"7.0\"" +
           (old ? "" : unit_attributes(a)) + " type=\"text\" name=\"order_articles[" + id +
           "][units_received]\" />\n" +
           (old && a.box > 1 ? "<span class=\"package \">× " + std::to_string(a.box) + "</span>"
                             : "") +
           "\n</td>\n<td class='units_delta'></td>\n<td></td>\n</tr>\n";
  }
  return out + "</tbody>\n</table>\n</form>\n" + tail(order);
}

}  // namespace support
