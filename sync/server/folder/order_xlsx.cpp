#include "sync/server/folder/order_xlsx.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include "domain/pricing.hpp"
#include "domain/shortfalls.hpp"
#include "sync/server/folder/order_tables.hpp"

namespace server {

namespace {

using domain::CellPlace;
using domain::Day;

struct Words {
  const char *results, *shortfalls, *totals;
  const char *ordergroup, *article, *unit, *asked, *base, *result, *unit_price, *amount, *cause;
  const char *producer, *target, *given, *missing;
  const char *not_delivered, *damaged, *short_delivery;
};

constexpr Words french{"Résultats", "Manques",   "Totaux",     "Cellule",       "Article",
                       "Unité",     "Demandé",   "Serveur",    "Donné",         "Prix de l’unité",
                       "Montant",   "Cause",     "Producteur", "À donner",      "Donné",
                       "Manque",    "pas livré", "abîmé",      "livré en moins"};
constexpr Words english{"Results", "Shortfalls",    "Totals",   "Ordergroup",     "Article",
                        "Unit",    "Asked",         "Server",   "Given",          "Unit price",
                        "Amount",  "Cause",         "Producer", "To give",        "Given",
                        "Missing", "not delivered", "damaged",  "delivered short"};
constexpr Words german{
    "Ergebnisse", "Fehlmengen",      "Summen",     "Bestellgruppe",     "Artikel",
    "Einheit",    "Bestellt",        "Server",     "Gegeben",           "Preis je Einheit",
    "Betrag",     "Grund",           "Erzeuger",   "Zu geben",          "Gegeben",
    "Fehlt",      "nicht geliefert", "beschädigt", "zu wenig geliefert"};

const Words& words_of(std::string_view language) {
  return language == "en" ? english : language == "de" ? german : french;
}

std::string cause_text(const domain::Cause& cause, const Words& words) {
  switch (cause.kind) {
    case domain::Cause::not_delivered:
      return words.not_delivered;
    case domain::Cause::damaged:
      return words.damaged;
    case domain::Cause::short_delivery:
      return words.short_delivery;
    case domain::Cause::other:
      break;
  }
  return cause.text;
}

// The format keeps numbers as doubles; whole amounts are divided once, here.
double as_double(std::int64_t units, double per_unit) {
  return static_cast<double>(units) / per_unit;
}

class Sheet {
 public:
  Sheet(lxw_workbook* book, const char* name, lxw_format* head, lxw_format* money,
        lxw_format* price)
      : sheet_(workbook_add_worksheet(book, name)), money_(money), price_(price) {
    worksheet_freeze_panes(sheet_, 1, 0);
    head_ = head;
  }
  void heads(std::initializer_list<std::pair<const char*, double>> heads) {
    for (const auto& [text, width] : heads) {
      worksheet_set_column(sheet_, column_, column_, width, nullptr);
      check(worksheet_write_string(sheet_, row_, column_++, text, head_));
    }
    end_row();
  }
  void text(const std::string& value) {
    if (!value.empty())
      check(worksheet_write_string(sheet_, row_, column_, value.c_str(), nullptr));
    ++column_;
  }
  void quantity(std::optional<domain::Quantity> q) {
    if (q) number(as_double(domain::round_to_server(*q).units(), 1e6), nullptr);
    ++column_;
  }
  void money(std::optional<domain::Money> m) {
    if (m) number(as_double(m->units(), 1e2), money_);
    ++column_;
  }
  void price(std::optional<domain::UnitPrice> p) {
    if (p) number(as_double(p->units(), 1e9), price_);
    ++column_;
  }
  void end_row() {
    ++row_;
    column_ = 0;
  }
  lxw_error error() const { return error_; }

 private:
  void number(double value, lxw_format* format) {
    check(worksheet_write_number(sheet_, row_, column_, value, format));
  }
  void check(lxw_error error) {
    if (error_ == LXW_NO_ERROR) error_ = error;
  }

  lxw_worksheet* sheet_;
  lxw_format *head_ = nullptr, *money_, *price_;
  lxw_row_t row_ = 0;
  lxw_col_t column_ = 0;
  lxw_error error_ = LXW_NO_ERROR;
};

void fill_results(Sheet& sheet, const Day& day, int order, const Words& words) {
  sheet.heads({{words.ordergroup, 22},
               {words.article, 30},
               {words.unit, 14},
               {words.asked, 10},
               {words.base, 10},
               {words.result, 10},
               {words.unit_price, 14},
               {words.amount, 12},
               {words.cause, 24}});
  for (const CellPlace at : cells_in_order(day, order)) {
    const domain::OrderArticle& article = day.article(day.article_of(at));
    const domain::CellFigures figures = day.figures(at);
    const auto price = domain::cell_price(day, at);
    sheet.text(day.ordergroup(at));
    sheet.text(article.name);
    sheet.text(article.unit.name);
    sheet.quantity(day.cell(at).asked);
    sheet.quantity(figures.base);
    sheet.quantity(figures.given);
    sheet.price(domain::exact_unit_price(article));
    sheet.money(price ? std::optional(domain::round_to_cents(*price)) : std::nullopt);
    sheet.text(figures.shortfall ? cause_text(*figures.shortfall, words) : "");
    sheet.end_row();
  }
}

void fill_shortfalls(Sheet& sheet, const Day& day, int order, const Words& words) {
  sheet.heads({{words.article, 30},
               {words.ordergroup, 22},
               {words.unit, 14},
               {words.target, 10},
               {words.given, 10},
               {words.missing, 10},
               {words.amount, 12},
               {words.cause, 24}});
  for (const auto& shortfall : domain::shortfalls(day, order)) {
    const domain::OrderArticle& article = day.article(day.article_of(shortfall.at));
    sheet.text(article.name);
    sheet.text(day.ordergroup(shortfall.at));
    sheet.text(article.unit.name);
    sheet.quantity(shortfall.target);
    sheet.quantity(shortfall.given);
    sheet.quantity(shortfall.missing);
    sheet.money(shortfall.amount);
    sheet.text(cause_text(shortfall.cause, words));
    sheet.end_row();
  }
}

void fill_totals(Sheet& sheet, const Day& day, int order, const Words& words) {
  sheet.heads({{words.ordergroup, 22}, {words.amount, 12}});
  const auto totals = domain::group_totals(day, order);
  const auto& groups = day.orders()[static_cast<std::size_t>(order)].group_orders;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    sheet.text(groups[g].ordergroup);
    sheet.money(totals[g].total());
    sheet.end_row();
  }
}

tl::unexpected<domain::Error> failed(const std::string& why) {
  return domain::fail(domain::Fault::io, "The workbook could not be made (" + why +
                                             "); the journal is safe; make room in the folder for "
                                             "temporary files, and export again.");
}

// A file without a name, since the library writes to a path only.
class MemoryFile {
 public:
  MemoryFile() : descriptor_(::memfd_create("order.xlsx", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  bool made() const { return descriptor_ >= 0; }
  std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }
  std::optional<std::string> read() const {
    std::string bytes;
    std::array<char, 65'536> part{};
    while (true) {
      const ssize_t got =
          ::pread(descriptor_, part.data(), part.size(), static_cast<off_t>(bytes.size()));
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) return std::nullopt;
      if (got == 0) return bytes;
      bytes.append(part.data(), static_cast<std::size_t>(got));
    }
  }

 private:
  int descriptor_;
};

}  // namespace

domain::Result<std::string> order_xlsx(const Day& day, int order, std::string_view language) {
  const MemoryFile file;
  if (!file.made()) return failed(std::strerror(errno));
  const Words& words = words_of(language);
  lxw_workbook* book = workbook_new(file.path().c_str());
  if (book == nullptr) return failed("no memory");
  lxw_format* head = workbook_add_format(book);
  format_set_bold(head);
  lxw_format* money = workbook_add_format(book);
  format_set_num_format(money, "0.00");
  lxw_format* price = workbook_add_format(book);
  format_set_num_format(price, "0.00####");

  Sheet results(book, words.results, head, money, price);
  fill_results(results, day, order, words);
  Sheet shortfalls(book, words.shortfalls, head, money, price);
  fill_shortfalls(shortfalls, day, order, words);
  Sheet totals(book, words.totals, head, money, price);
  fill_totals(totals, day, order, words);

  lxw_error error = workbook_close(book);
  for (const Sheet* sheet : {&results, &shortfalls, &totals})
    if (error == LXW_NO_ERROR) error = sheet->error();
  if (error != LXW_NO_ERROR) return failed(lxw_strerror(error));
  auto bytes = file.read();
  if (!bytes) return failed(std::strerror(errno));
  return std::move(*bytes);
}

}  // namespace server
