#include "sync/server/page_units.hpp"

#include <map>

namespace support {

namespace {

struct Code {
  std::string label;
  std::string base, factor;  // empty: does not convert
};

const std::map<std::string, Code> codes = {
    {"KGM", {"kg", "KGM", "1"}},           {"GRM", {"g", "KGM", "0.001"}},
    {"HGM", {"hg", "KGM", "0.1"}},         {"LBR", {"lb", "KGM", "0.45359237"}},
    {"LTR", {"l", "D40", "0.001"}},        {"MLT", {"ml", "D40", "1e-06"}},
    {"XPP", {"Pièces", "", ""}},           {"XPK", {"Emballage", "", ""}},
    {"XCR", {"Caisse", "", ""}},           {"XBX", {"Boîte", "", ""}},
    {"XBO", {"Bouteille (verre)", "", ""}}};

Exact exact(const std::string& text) {
  if (text == "1e-06") return Exact(1, 1'000'000);
  const auto point = text.find('.');
  std::string digits = text;
  boost::multiprecision::cpp_int scale = 1;
  if (point != text.npos) {
    digits.erase(point, 1);
    for (std::size_t i = point + 1; i < text.size(); ++i) scale *= 10;
  }
  while (digits.size() > 1 && digits[0] == '0') digits.erase(0, 1);
  return Exact(boost::multiprecision::cpp_int(digits), scale);
}

Exact ratio_of(const DbArticle& a, const std::string& unit) {
  if (unit == supplier_of(a)) return 1;
  for (const auto& [quantity, code] : a.ratios)
    if (code == unit) return exact(quantity);
  const Code& wanted = codes.at(unit);
  for (const auto& [quantity, code] : a.ratios)
    if (codes.at(code).base == wanted.base)
      return exact(quantity) * exact(codes.at(code).factor) / exact(wanted.factor);
  return exact(codes.at(supplier_of(a)).factor) / exact(wanted.factor);
}

std::string label(const DbArticle& a, const std::string& unit) {
  return unit == a.unit && a.supplier.empty() ? a.unit : codes.at(unit).label;
}

bool converts(const std::string& unit) {
  const auto at = codes.find(unit);
  return at != codes.end() && !at->second.factor.empty();
}

}  // namespace

std::string supplier_of(const DbArticle& a) { return a.supplier.empty() ? a.unit : a.supplier; }

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (c == '\'')
      out += "&#39;";
    else
      out.push_back(c);
  }
  return out;
}

// "kg", "Pièces (1,5 kg)": the other unit in brackets unless the two are one.
std::string with_ratio(const DbArticle& a, const std::string& unit, char mark) {
  std::string text = label(a, unit);
  if (converts(unit) || unit == a.group) return text;
  return text + " (" + shown(converted(a, unit, a.group), 2, mark) + "\u00A0" + label(a, a.group) +
         ")";
}

std::string unit_attributes(const DbArticle& a) {
  std::string out;
  if (!a.supplier.empty()) out += " data-supplier-order-unit=\"" + a.supplier + "\"";
  if (a.billing != a.unit) out += " data-default-unit=\"" + a.billing + "\"";
  if (!a.unit.empty()) out += " data-custom-unit=\"" + escaped(a.unit) + "\"";
  for (std::size_t i = 0; i < a.ratios.size(); ++i)
    out += " data-ratio-quantity-" + std::to_string(i) + "=\"" + a.ratios[i].first +
           "\" data-ratio-unit-" + std::to_string(i) + "=\"" + a.ratios[i].second + "\"";
  return out;
}

std::string units_script() {
  std::string out;
  out += "<script>\n//<![CDATA[\nconst unitsData = {";
  for (const auto& [code, unit] : codes)
    out += (out.back() == '{' ? "\"" : ", \"") + code + "\": {\"name\": \"" + unit.label +
           "\", \"symbol\": " + (unit.factor.empty() ? "null" : '"' + unit.label + '"') +
           ", \"aliases\": [\"}\", {\"a\": 1}], \"baseUnit\": " +
           (unit.base.empty() ? "null" : '"' + unit.base + '"') +
           ", \"conversionFactor\": " + (unit.factor.empty() ? "null" : unit.factor) +
           ", \"visible\": true}";
  out += "};\n//]]>\n</script>\n";
  return out;
}

Exact converted(const DbArticle& article, const std::string& from, const std::string& to) {
  return ratio_of(article, to) / ratio_of(article, from);
}

std::string shown(Exact value, int places, char mark) {
  const bool negative = value < 0;
  if (negative) value = -value;
  boost::multiprecision::cpp_int scale = 1;
  for (int i = 0; i < places; ++i) scale *= 10;
  const Exact scaled = value * scale + Exact(1, 2);
  std::string digits =
      boost::multiprecision::cpp_int(numerator(scaled) / denominator(scaled)).str();
  while (digits.size() <= static_cast<std::size_t>(places)) digits.insert(0, 1, '0');
  std::string part = digits.substr(digits.size() - static_cast<std::size_t>(places));
  while (!part.empty() && part.back() == '0') part.pop_back();
  const std::string whole = digits.substr(0, digits.size() - static_cast<std::size_t>(places));
  return (negative ? "-" : "") + whole + (part.empty() ? "" : mark + part);
}

}  // namespace support
