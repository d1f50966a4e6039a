#include "sync/server/foodsoft/article_units.hpp"

#include "domain/unit_code.hpp"

namespace server {

namespace {

using domain::Fraction;

bool is_one(const std::optional<Fraction>& factor) { return factor && close(*factor, Fraction(1)); }

}  // namespace

UnitReader::UnitReader(const OrderPages& pages) : pages_(pages) {
  if (pages.groups->series == domain::Series::v4) return;
  codes_ = pages.groups->units.codes();
  if (pages.receive)
    for (auto& [code, factor] : pages.receive->units.codes()) codes_.insert_or_assign(code, factor);
  for (const auto& [code, factor] : codes_)
    if (factor.base == "KGM" || factor.base == "D40") measures_.emplace(code, factor);
}

ArticleUnits UnitReader::old_units(const JoinedArticle& article) const {
  ArticleUnits units;
  const std::string& text = article.shown->unit_text;
  units.unit = {text, text, domain::read_unit_text(text)};
  units.factor = Fraction(1);
  const auto package = article.row ? article.row->package : article.shown->package;
  units.per_supplier_unit = Fraction(package.value_or(1));
  units.billing_per_supplier_unit = units.per_supplier_unit;
  return units;
}

const UnitFacts* UnitReader::facts_of(const JoinedArticle& article) const {
  if (article.row && article.row->units) return &*article.row->units;
  if (article.shown->units) return &*article.shown->units;
  if (article.listed && article.listed->units) return &*article.listed->units;
  return nullptr;
}

// The receive page shows the group unit as a text; without it, the factor tells.
domain::Result<std::string> UnitReader::group_unit(const JoinedArticle& article,
                                                   const UnitFacts& facts,
                                                   const std::optional<Fraction>& told) const {
  const auto factor = [&](const std::string& code) {
    return domain::convert_one(facts.supplier, facts.billing, code, codes_);
  };
  const auto fits = [&](const std::string& code) {
    const auto exact = factor(code);
    return exact && (!told || close(*exact, *told));
  };
  const std::vector<std::string> named = facts.named();
  if (article.row) {
    bool any = false;
    for (const auto& code : pages_.receive->units.codes_of(article.row->unit_text, named)) {
      if (fits(code)) return code;
      any = any || factor(code);
    }
    if (any)
      return domain::fail(domain::Fault::page_torn,
                          "the units of \"" + article.shown->name +
                              "\" differ between view=groups and the receive page; save both "
                              "again, one right after the other");
  }
  if (!told) return std::string();
  for (const auto& code : named)
    if (fits(code)) return code;
  std::string only;
  for (const auto& [code, unused] : codes_) {
    if (!fits(code)) continue;
    if (!only.empty()) return std::string();
    only = code;
  }
  return only;
}

// A page without fields: a unit that cannot be converted stands alone, or as "Piece (1 × Piece)",
// exactly where the group unit is the same (articles_helper.rb, get_factorized_unit_str).
std::string UnitReader::text_unit(const ArticleShown& shown) const {
  const auto& units = pages_.groups->units;
  if (units.empty() || shown.unit_text.empty()) return {};
  for (const auto& code : units.codes_of(shown.unit_text, {})) {
    const UnitInfo* unit = units.find(code);
    if (!unit || unit->converts()) return {};
    const std::string label = units.label(code);
    if (shown.unit_text == label || shown.unit_text == label + " (1 × " + label + ")") return code;
  }
  return shown.unit_text.back() == ')' ? std::string() : shown.unit_text;
}

domain::Unit UnitReader::unit_named(const std::string& code, const UnitFacts& facts) const {
  domain::Unit unit;
  if (code.empty()) return unit;
  unit.text = code;
  unit.name = code;
  unit.meaning = domain::meaning_of_code(facts.supplier, code, measures_);
  const bool text = facts.custom && code == facts.supplier.code;
  if (text && unit.meaning.source != domain::UnitSource::ratio)
    unit.meaning = domain::read_unit_text(code);
  if (!text)
    unit.name = pages_.groups->units.find(code) || !pages_.receive
                    ? pages_.groups->units.label(code)
                    : pages_.receive->units.label(code);
  return unit;
}

domain::Result<ArticleUnits> UnitReader::read(const JoinedArticle& article) const {
  if (pages_.groups->series == domain::Series::v4) return old_units(article);
  ArticleUnits units;
  const UnitFacts* facts = facts_of(article);
  if (!facts) {
    const std::string code = text_unit(*article.shown);
    if (code.empty()) return units;
    UnitFacts alone;
    alone.supplier.code = alone.billing = code;
    alone.custom = !pages_.groups->units.find(code);
    units.unit = unit_named(code, alone);
    units.factor = Fraction(1);
    return units;
  }
  std::optional<Fraction> told;
  if (article.shown->units) told = article.shown->units->told_factor;
  if (!told && article.listed && article.listed->units) told = article.listed->units->told_factor;
  const auto found = group_unit(article, *facts, told);
  if (!found) return tl::unexpected(found.error());
  const std::string& code = *found;
  if (code.empty()) {
    units.factor = told;
    return units;
  }
  units.unit = unit_named(code, *facts);
  units.factor = domain::convert_one(facts->supplier, facts->billing, code, codes_);
  if (!units.factor) units.factor = told;
  units.per_supplier_unit =
      domain::convert_one(facts->supplier, facts->supplier.code, code, codes_);
  units.billing_per_supplier_unit =
      domain::convert_one(facts->supplier, facts->supplier.code, facts->billing, codes_);
  if (is_one(units.factor)) units.factor = Fraction(1);
  return units;
}

}  // namespace server
