#include "support/kiosk/fake_desk.hpp"

#include <algorithm>
#include <charconv>

#include "domain/sort_name.hpp"
#include "kiosk/screens/common/server_words.hpp"

namespace support {
namespace {

using namespace domain;

constexpr Moment saved_shown{4000};

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(' ');
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

// Takes the part before `mark` off `text`, or all of it.
std::string_view part(std::string_view& text, char mark) {
  const auto end = text.find(mark);
  const std::string_view taken = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return trimmed(taken);
}

std::int64_t number(std::string_view text) {
  std::int64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  ensure(read.ec == std::errc() && read.ptr == text.data() + text.size(),
         "a table's amount is a whole number");
  return value;
}

int group_of(ReferenceOrder& order, std::string_view name) {
  for (std::size_t i = 0; i < order.group_orders.size(); ++i)
    if (order.group_orders[i].ordergroup == name) return static_cast<int>(i);
  const std::int64_t n = static_cast<std::int64_t>(order.group_orders.size()) + 1;
  order.group_orders.push_back({GroupOrderId{order.id.value * 100 + n}, std::string(name), {}, {}});
  return static_cast<int>(n) - 1;
}

void add_article(ReferenceOrder& order, std::string_view line, std::int64_t& cell_id) {
  OrderArticle article;
  article.name = part(line, '|');
  article.producer = order.supplier;
  article.unit_price = UnitPrice(2'400'000'000);
  std::string_view unit = part(line, '|');
  const auto box = unit.rfind(" x");
  if (box != std::string_view::npos) {
    article.per_supplier_unit = Fraction(number(unit.substr(box + 2)));
    unit = unit.substr(0, box);
  }
  article.unit = {std::string(unit), std::string(unit), read_unit_text(unit)};
  const auto at = static_cast<int>(order.articles.size());
  article.id = OrderArticleId{order.id.value * 1000 + at + 1};
  const bool mass = article.unit.meaning.is_mass();
  while (!line.empty()) {
    const std::string_view field = part(line, '|');
    const auto blank = field.rfind(' ');
    const std::int64_t n = number(field.substr(blank + 1));
    const auto asked = mass ? quantity_of(grams(n), article.unit.meaning) : whole_units(n);
    const int group = group_of(order, trimmed(field.substr(0, blank)));
    order.cells.push_back({CellId{++cell_id}, group, at, asked, Quantity(), asked});
  }
  order.articles.push_back(std::move(article));
}

}  // namespace

std::vector<ReferenceOrder> orders_of(std::string_view table) {
  std::vector<ReferenceOrder> orders;
  std::int64_t cell_id = 100;
  const auto begin = [&](std::string_view supplier) {
    ReferenceOrder order;
    order.id = OrderId{static_cast<std::int64_t>(orders.size()) + 1};
    order.supplier = supplier;
    order.created_by = "Karim";
    orders.push_back(std::move(order));
  };
  while (!table.empty()) {
    std::string_view line = part(table, '\n');
    if (line.empty()) continue;
    if (line.front() == '=') {
      begin(trimmed(line.substr(1)));
    } else {
      if (orders.empty()) begin("Ferme des Aulnes");
      add_article(orders.back(), line, cell_id);
    }
  }
  return orders;
}

FakeDesk::FakeDesk(std::string_view table, WalkBy by) : FakeDesk(orders_of(table), by) {}

FakeDesk::FakeDesk(std::vector<ReferenceOrder> orders, WalkBy by) : walk_by_(by) {
  for (auto& [name, number] : journal::new_crates(crates_, orders)) crates_.emplace(name, number);
  day_ = Day(std::move(orders), {});
  matrix_ = AllocationMatrix(
      day_, ordered_articles(day_, {}), [&](const std::string& name) -> std::optional<int> {
        const auto at = crates_.find(name);
        return at == crates_.end() ? std::nullopt : std::optional(at->second);
      });
  walk_ = Walk(day_, by);
  put(0);
}

CellPlace FakeDesk::at(std::string_view article, std::string_view ordergroup) const {
  for (const CellPlace place : walk_.cells())
    if (day_.article(day_.article_of(place)).name == article &&
        day_.ordergroup(place) == ordergroup)
      return place;
  ensure(false, "the table has this cell");
  return {};
}

CellId FakeDesk::id(std::string_view article, std::string_view ordergroup) const {
  return day_.cell(at(article, ordergroup)).id;
}

OrderArticleId FakeDesk::article(std::string_view name) const {
  for (const auto& order : day_.orders())
    for (const auto& article : order.articles)
      if (article.name == name && article.id) return *article.id;
  ensure(false, "the table has this article");
  return {};
}

EntryRef FakeDesk::append(Body body) {
  const EntryRef ref{"Table 1", static_cast<std::int64_t>(entries_.size()) + 1};
  Entry entry{ref, Stamp{time.count() * 1000}, 1, lamps.person, std::move(body)};
  day_.apply(entry);
  entries_.push_back(std::move(entry));
  return ref;
}

EntryRef FakeDesk::weigh(std::string_view article, std::string_view ordergroup, std::int64_t g) {
  return append(Weighed{.on = day_.on(at(article, ordergroup)), .net = grams(g)});
}

EntryRef FakeDesk::count(std::string_view article, std::string_view ordergroup, std::int64_t n) {
  return append(Counted{.on = day_.on(at(article, ordergroup)), .pieces = whole_units(n)});
}

EntryRef FakeDesk::note_short(std::string_view article, std::string_view ordergroup, Cause cause) {
  return append(ShortfallNoted{day_.on(at(article, ordergroup)), std::move(cause)});
}

void FakeDesk::receive(std::string_view name, std::variant<Weight, Quantity> amount) {
  append(Received{article(name), amount});
}

void FakeDesk::put(std::int64_t g) {
  now_reading = Reading{.weight = grams(g),
                        .trouble = Trouble::none,
                        .steadiness = Steadiness::steady,
                        .mode = WeighMode::gross,
                        .division = grams(1),
                        .at = time};
}

void FakeDesk::moving(std::int64_t g) {
  put(g);
  now_reading.steadiness = Steadiness::moving;
}

void FakeDesk::trouble(Trouble trouble) { now_reading = Reading::of(trouble, time); }

void FakeDesk::pass(Moment time_passed) {
  time += time_passed;
  if (now_reading.weight) now_reading.at = time;
}

int FakeDesk::crate(const std::string& ordergroup) const {
  const auto at = crates_.find(ordergroup);
  return at == crates_.end() ? 0 : at->second;
}

std::optional<CellPlace> FakeDesk::next(std::optional<CellPlace> after) const {
  return walk_.next(day_, after);
}

std::optional<CellPlace> FakeDesk::open_cell() const {
  for (auto place = stack.rbegin(); place != stack.rend(); ++place)
    if (const auto* cell = std::get_if<screens::AtCell>(&*place)) return day_.find(cell->cell);
  return std::nullopt;
}

std::string FakeDesk::clock(Stamp at) const {
  return clock_at(std::chrono::duration_cast<Moment>(std::chrono::microseconds(at.microseconds)));
}

// The made-up day begins at 10:40.
std::string FakeDesk::clock_at(Moment at) const {
  const auto minutes = 10 * 60 + 40 + std::chrono::duration_cast<std::chrono::minutes>(at).count();
  const std::string minute = std::to_string(minutes % 60);
  return std::to_string(minutes / 60) + (minute.size() < 2 ? ":0" : ":") + minute;
}

screens::Frame FakeDesk::frame() const {
  screens::Frame frame = lamps;
  frame.to_export = to_export();
  if (live) screens::fill_lamp(frame, live->status());
  const bool works = now_reading.trouble == Trouble::none || now_reading.trouble == Trouble::moving;
  if (frame.scale == screens::Health::good && !works) frame.scale = screens::Health::fault;
  if (printing != screens::PrinterTrouble::none) frame.printer = screens::Health::fault;
  return frame;
}

Result<std::vector<Entry>> FakeDesk::save(std::span<const Body> bodies) {
  if (failure) return tl::unexpected(*failure);
  std::vector<Entry> saved;
  for (const Body& body : bodies) {
    const EntryRef ref = append(body);
    saved.push_back(entries_.back());
    if (saved.size() > 1 && saved_) saved_->with.push_back(ref);
    if (const OnCell* on = on_cell(body); on && saved.size() == 1)
      saved_ = screens::SavedNote{ref, on->cell, body, time + saved_shown};
    if (std::holds_alternative<Undone>(body)) saved_.reset();
  }
  return saved;
}

std::optional<screens::SavedNote> FakeDesk::saved() const {
  if (!saved_ || time >= saved_->until) return std::nullopt;
  return saved_;
}

void FakeDesk::back() {
  if (stack.size() > 1) stack.pop_back();
}

void FakeDesk::work_on(CellId cell) {
  while (!stack.empty() && screens::is_work(stack.back())) stack.pop_back();
  if (stack.empty()) stack.push_back(screens::AtOverview{});
  stack.push_back(screens::AtCell{cell});
}

void FakeDesk::set_hands_full(screens::HandsFull hands_full) {
  hands_full_ = hands_full;
  rule_.set_hands_full(hands_full);
}

void FakeDesk::retry(screens::Device device) {
  errands.push_back(device == screens::Device::scale ? "retry scale" : "retry printer");
}

Result<void> FakeDesk::errand(const char* name) {
  if (failure) return tl::unexpected(*failure);
  errands.push_back(name);
  return {};
}

}  // namespace support
