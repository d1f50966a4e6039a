#include "sync/server/foodsoft/units_data.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <tuple>

#include "domain/unit.hpp"

namespace server {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// Walks over JSON text. Any call after something unexpected fails too.
class JsonCut {
 public:
  explicit JsonCut(std::string_view text) : text_(text) {}

  bool take(char c) {
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  // A string without its quotes, escapes as they stand.
  std::optional<std::string_view> string() {
    if (!take('"')) return std::nullopt;
    const std::size_t begin = at_;
    for (;;) {
      at_ = text_.find_first_of("\"\\", at_);
      if (at_ == npos) return std::nullopt;
      if (text_[at_] == '"') return text_.substr(begin, at_++ - begin);
      at_ += 2;
      if (at_ > text_.size()) return std::nullopt;
    }
  }
  // Any value; texts, numbers and `true` are given as they stand, all else as nothing.
  std::optional<std::string_view> value() {
    skip_blanks();
    if (at_ >= text_.size()) return std::nullopt;
    if (text_[at_] == '"') return string();
    if (text_[at_] == '[' || text_[at_] == '{')
      return skip_nested() ? std::optional(std::string_view{}) : std::nullopt;
    const std::size_t begin = at_;
    at_ = text_.find_first_of(",}] \t\r\n", at_);
    if (at_ == npos) return std::nullopt;
    const auto word = text_.substr(begin, at_ - begin);
    const bool number = !word.empty() && (word[0] == '-' || (word[0] >= '0' && word[0] <= '9'));
    return number || word == "true" ? word : std::string_view{};
  }

 private:
  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] >= '\t' && text_[at_] <= '\r')))
      ++at_;
  }
  bool skip_nested() {
    int depth = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        if (!string()) return false;
        continue;
      }
      ++at_;
      if (c == '[' || c == '{') ++depth;
      if ((c == ']' || c == '}') && --depth == 0) return true;
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

std::string plain(std::string_view raw) {
  if (raw.find('\\') == npos) return std::string(raw);
  const auto json = nlohmann::json::parse('"' + std::string(raw) + '"', nullptr, false);
  return json.is_string() ? json.get<std::string>() : std::string(raw);
}

bool read_unit(JsonCut& cut, UnitInfo& unit) {
  if (!cut.take('{')) return false;
  if (cut.take('}')) return true;
  do {
    const auto key = cut.string();
    if (!key || !cut.take(':')) return false;
    const auto value = cut.value();
    if (!value) return false;
    if (*key == "name") unit.name = *value;
    if (*key == "symbol") unit.symbol = *value;
    if (*key == "baseUnit") unit.base = *value;
    if (*key == "conversionFactor") unit.factor = *value;
    if (*key == "visible") unit.visible = *value == "true";
  } while (cut.take(','));
  return cut.take('}');
}

// "0.001", "1e-05", "28316.8".
std::optional<domain::Fraction> read_factor(std::string_view text) {
  const auto mark = text.find_first_of("eE");
  const auto mantissa = domain::Fraction::read(text.substr(0, mark));
  if (!mantissa) return std::nullopt;
  if (mark == npos) return *mantissa;
  std::string_view exponent = text.substr(mark + 1);
  const bool down = !exponent.empty() && exponent.front() == '-';
  if (!exponent.empty() && (exponent.front() == '-' || exponent.front() == '+'))
    exponent.remove_prefix(1);
  const auto power = domain::read_decimal(exponent, 0);
  if (!power || *power > 18) return std::nullopt;
  std::int64_t ten = 1;
  for (std::int64_t i = 0; i < *power; ++i) ten *= 10;
  return down ? mantissa->over(domain::Fraction(ten)) : mantissa->times(domain::Fraction(ten));
}

// "kg" in "kg", in "kg (…)"; the length of the label, 0 where it does not fit.
std::size_t fits(std::string_view text, const std::string& label) {
  if (label.empty() || text.substr(0, label.size()) != label) return 0;
  const auto rest = text.substr(label.size());
  return rest.empty() || rest.substr(0, 2) == " (" ? label.size() : 0;
}

}  // namespace

std::string UnitInfo::label() const { return plain(symbol.empty() ? name : symbol); }

UnitsData::UnitsData(std::string object)
    : text_(std::make_unique<const std::string>(std::move(object))) {
  JsonCut cut(*text_);
  if (!cut.take('{')) return;
  std::vector<UnitInfo> units;
  do {
    const auto code = cut.string();
    UnitInfo unit;
    if (!code || !cut.take(':') || !read_unit(cut, unit)) return;
    unit.code = *code;
    units.push_back(unit);
  } while (cut.take(','));
  if (cut.take('}')) units_ = std::move(units);
}

const UnitInfo* UnitsData::find(std::string_view code) const {
  for (const auto& unit : units_)
    if (unit.code == code) return &unit;
  return nullptr;
}

std::string UnitsData::label(std::string_view code) const {
  if (const UnitInfo* unit = find(code)) return domain::collapse_blanks(unit->label());
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> symbols = {
      {{"KGM", "kg"},
       {"HGM", "hg"},
       {"DJ", "dag"},
       {"GRM", "g"},
       {"LBR", "lb"},
       {"LTR", "l"},
       {"DLT", "dl"},
       {"CLT", "cl"},
       {"MLT", "ml"}}};
  for (const auto& [known, symbol] : symbols)
    if (known == code) return std::string(symbol);
  return std::string(code);
}

std::vector<std::string> UnitsData::codes_of(std::string_view text,
                                             const std::vector<std::string>& likely) const {
  const std::string shown = domain::collapse_blanks(text);
  struct Fit {
    std::size_t length;
    bool visible;
    std::string code;
  };
  std::vector<Fit> found;
  const auto add = [&found](std::size_t length, bool visible, std::string_view code) {
    const auto same = [code](const Fit& known) { return known.code == code; };
    if (length > 0 && std::none_of(found.begin(), found.end(), same))
      found.push_back({length, visible, std::string(code)});
  };
  const auto better = [](const Fit& a, const Fit& b) {
    return std::tie(a.length, a.visible) > std::tie(b.length, b.visible);
  };
  for (const auto& code : likely) add(fits(shown, label(code)), true, code);
  std::stable_sort(found.begin(), found.end(), better);
  const auto others = static_cast<std::ptrdiff_t>(found.size());
  for (const auto& unit : units_)
    add(fits(shown, domain::collapse_blanks(unit.label())), unit.visible, unit.code);
  std::stable_sort(found.begin() + others, found.end(), better);
  std::vector<std::string> codes;
  for (auto& fit : found) codes.push_back(std::move(fit.code));
  return codes;
}

domain::UnitCodes UnitsData::codes() const {
  domain::UnitCodes codes = domain::common_unit_codes();
  for (const auto& unit : units_) {
    if (!unit.converts()) continue;
    if (const auto factor = read_factor(unit.factor); factor && factor->numerator() > 0)
      codes.insert_or_assign(std::string(unit.code),
                             domain::CodeFactor{std::string(unit.base), *factor});
  }
  return codes;
}

}  // namespace server
