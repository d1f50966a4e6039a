#include "domain/comment.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "domain/pricing.hpp"
#include "domain/sort_name.hpp"

namespace domain {

namespace {

struct Words {
  std::string_view absent, colon, semicolon;
  char decimal_mark;
  bool currency_first;
};

constexpr Words words_of(CommentLanguage language) {
  switch (language) {
    case CommentLanguage::en:
      return {"absent", ": ", "; ", '.', true};
    case CommentLanguage::de:
      return {"fehlt", ": ", "; ", ',', false};
    case CommentLanguage::fr:
      break;
  }
  return {"absent", " : ", " ; ", ',', false};
}

constexpr std::string_view minus = "\u2212";
constexpr std::string_view arrow = " \u2192 ";
constexpr std::string_view times = " \u00d7 ";
constexpr std::string_view euro = "\u20ac";
constexpr std::int64_t mg_per_gram = 1'000;
constexpr std::int64_t grams_told_as_kilograms = 10'000;

class Writer {
 public:
  explicit Writer(Words words) : words_(words) {}

  std::string decimal(std::int64_t units, int places, int least) const {
    std::string text = print_decimal(units, places, least);
    std::replace(text.begin(), text.end(), '.', words_.decimal_mark);
    return text;
  }
  std::string sign(std::int64_t value) const {
    return value < 0 ? std::string(minus) : value > 0 ? "+" : "";
  }
  std::string kilograms(std::int64_t grams) const { return decimal(grams, 3, 3); }
  std::string grams_difference(std::int64_t grams) const {
    const std::int64_t size = grams < 0 ? -grams : grams;
    return sign(grams) +
           (size < grams_told_as_kilograms ? decimal(size, 0, 0) + " g" : kilograms(size) + " kg");
  }
  std::string quantity(Quantity q) const {
    return decimal(round_to_server(q).units(), quantity_places, 0);
  }
  std::string quantity_difference(Quantity q) const {
    return sign(q.units()) + quantity(q.units() < 0 ? -q : q);
  }
  std::string money_difference(Money m) const {
    const std::string number =
        decimal(m.units() < 0 ? -m.units() : m.units(), money_places, money_places);
    return sign(m.units()) +
           (words_.currency_first ? std::string(euro) + number : number + " " + std::string(euro));
  }
  const Words& words() const { return words_; }

 private:
  Words words_;
};

// One line for each thing said: names with line ends in them would break that.
std::string on_one_line(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return out;
}

std::int64_t to_grams(Weight w) { return narrow(divide_rounded(w.units(), mg_per_gram)); }

// One cell of the article that is told.
struct Told {
  std::string ordergroup;
  std::optional<Quantity> target;
  Quantity given;
};

struct Article {
  const OrderArticle& article;
  UnitMeaning meaning;
  bool same_name_twice;
};

std::string money_part(const Article& a, Quantity difference, const Writer& w) {
  const auto price = exact_unit_price(a.article);
  return price ? ", " + w.money_difference(amount_of(difference, *price)) : "";
}

// "Rosa 1,250 → 0,930 kg (−320 g, −0,99 €)"
std::string given_part(const Article& a, const Told& told, const Writer& w) {
  const std::string name = on_one_line(told.ordergroup);
  const Quantity target = told.target.value_or(Quantity());
  const std::string money = money_part(a, told.given - target, w);
  const auto aim = weight_of(target, a.meaning);
  const auto given = weight_of(told.given, a.meaning);
  if (aim && given) {
    const std::int64_t from = to_grams(*aim);
    const std::int64_t to = to_grams(*given);
    return name + " " + w.kilograms(from) + std::string(arrow) + w.kilograms(to) + " kg (" +
           w.grams_difference(to - from) + money + ")";
  }
  return name + " " + w.quantity(target) + std::string(arrow) + w.quantity(told.given) +
         std::string(times) + on_one_line(a.article.unit.name) + " (" +
         w.quantity_difference(told.given - target) + money + ")";
}

// "Rosa (1,250 kg, −3,00 €)"
std::string absent_part(const Article& a, const Told& told, const Writer& w) {
  const std::string name = on_one_line(told.ordergroup);
  if (!told.target) return name;
  const auto aim = weight_of(*told.target, a.meaning);
  const std::string amount =
      aim ? w.kilograms(to_grams(*aim)) + " kg"
          : w.quantity(*told.target) + std::string(times) + on_one_line(a.article.unit.name);
  return name + " (" + amount + money_part(a, -*told.target, w) + ")";
}

void join(std::string& line, std::string_view between, const std::string& part) {
  if (!line.empty()) line += between;
  line += part;
}

std::string article_line(const Article& a, std::vector<Told> given, std::vector<Told> absent,
                         const Writer& w) {
  const auto by_name = [](const Told& x, const Told& y) {
    return name_before(x.ordergroup, y.ordergroup);
  };
  std::stable_sort(given.begin(), given.end(), by_name);
  std::stable_sort(absent.begin(), absent.end(), by_name);
  std::string parts;
  for (const auto& told : given) join(parts, w.words().semicolon, given_part(a, told, w));
  std::string names;
  for (const auto& told : absent) join(names, ", ", absent_part(a, told, w));
  if (!names.empty())
    join(parts, w.words().semicolon,
         std::string(w.words().absent) + std::string(w.words().colon) + names);
  std::string head = on_one_line(a.article.name);
  if (a.same_name_twice) head += " (" + on_one_line(a.article.unit.name) + ")";
  return head + std::string(w.words().colon) + parts;
}

std::multiset<std::string_view> names_of(const ReferenceOrder& order) {
  std::multiset<std::string_view> names;
  for (const auto& article : order.articles) names.insert(article.name);
  return names;
}

}  // namespace

CommentLanguage comment_language(std::string_view code) {
  if (code == "en") return CommentLanguage::en;
  if (code == "de") return CommentLanguage::de;
  return CommentLanguage::fr;
}

std::string comment_marker(OrderId order, std::string_view day_mark) {
  return "[romaine:" + std::to_string(order.value) + "-" + std::string(day_mark) + "]";
}

std::string order_comment(const Day& day, int order, std::string_view day_mark,
                          CommentLanguage language) {
  const ReferenceOrder& reference = day.orders()[static_cast<std::size_t>(order)];
  const Writer writer(words_of(language));
  const auto names = names_of(reference);
  std::string text;
  for (int a = 0; a < static_cast<int>(reference.articles.size()); ++a) {
    const ArticlePlace place{order, a};
    std::vector<Told> given, absent;
    for (const int c : day.cells_of(place)) {
      const CellPlace at{order, c};
      const CellState state = day.state(at);
      if (state != CellState::short_given && state != CellState::over && state != CellState::absent)
        continue;
      const CellFigures figures = day.figures(at);
      const Told told{day.ordergroup(at), figures.target, figures.given.value_or(Quantity())};
      if (state != CellState::absent)
        given.push_back(told);
      else if (figures.shortfall && figures.target != Quantity(0))
        absent.push_back(told);
    }
    if (given.empty() && absent.empty()) continue;
    const OrderArticle& article = day.article(place);
    text += article_line({article, day.figures(place).meaning, names.count(article.name) > 1},
                         std::move(given), std::move(absent), writer) +
            "\n";
  }
  return text + comment_marker(reference.id, day_mark);
}

}  // namespace domain
