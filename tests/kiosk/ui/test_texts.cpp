#include <catch2/catch.hpp>

#include "kiosk/ui/numbers.hpp"
#include "kiosk/ui/texts.hpp"

using domain::grams;
using domain::milligrams;
using ui::Language;
using ui::Numbers;
using ui::plain_text;
using ui::Texts;

TEST_CASE("texts come in the person's language, arguments in their places") {
  const Texts fr(Language::fr), en(Language::en), de(Language::de);
  CHECK(fr.tr("Save") == "Enregistrer");
  CHECK(en.tr("Save") == "Save");
  CHECK(de.tr("Save") == "Speichern");
  CHECK(fr.tr("{1} to {2} of {3}", "1", "6", "12") == "1 à 6 sur 12");
  CHECK(de.tr("Add {1}", "70 g") == "70 g dazu");
  CHECK(fr.tr("no such text {1}", "x") == "no such text x");
  CHECK(ui::language_of("de_AT.UTF-8") == Language::de);
  CHECK(ui::language_of("xx") == Language::en);
}

TEST_CASE("plurals follow the rule of the language") {
  const auto labels = [](Language language, long n) {
    return Texts(language).tr_n("{1} label", "{1} labels", n);
  };
  CHECK(labels(Language::fr, 0) == "0 étiquette");
  CHECK(labels(Language::fr, 1) == "1 étiquette");
  CHECK(labels(Language::fr, 2) == "2 étiquettes");
  CHECK(labels(Language::en, 0) == "0 labels");
  CHECK(labels(Language::en, 1) == "1 label");
  CHECK(labels(Language::de, 0) == "0 Etiketten");
  CHECK(labels(Language::de, 1) == "1 Etikett");
  CHECK(plain_text(labels(Language::en, 1234)) == "1 234 labels");
}

TEST_CASE("weights below 10 kg are grams, above kilograms with three decimals") {
  struct Case {
    domain::Weight weight;
    const char *fr, *en;
  };
  const Case cases[] = {
      {grams(0), "0 g", "0 g"},
      {grams(70), "70 g", "70 g"},
      {milligrams(1'262'400), "1 262 g", "1 262 g"},
      {milligrams(1'262'500), "1 263 g", "1 263 g"},
      {milligrams(9'999'499), "9 999 g", "9 999 g"},
      {milligrams(9'999'500), "10,000 kg", "10.000 kg"},
      {grams(12'400), "12,400 kg", "12.400 kg"},
      {grams(1'234'567), "1 234,567 kg", "1 234.567 kg"},
      {grams(-80), "−80 g", "−80 g"},
  };
  for (const Case& c : cases) {
    INFO(c.weight.units());
    CHECK(plain_text(Numbers(Language::fr).weight(c.weight)) == c.fr);
    CHECK(plain_text(Numbers(Language::en).weight(c.weight)) == c.en);
  }
  CHECK(Numbers(Language::fr).weight(grams(1262)) == "1\u202f262\u00a0g");
  CHECK(plain_text(Numbers(Language::de).signed_weight(grams(12))) == "+12 g");
  CHECK(plain_text(Numbers(Language::de).signed_weight(grams(-12))) == "−12 g");
}

TEST_CASE("quantities, money, prices and days") {
  const Numbers fr(Language::fr), en(Language::en), de(Language::de);
  CHECK(fr.quantity(domain::Quantity(3'000'000)) == "3");
  CHECK(fr.quantity(domain::Quantity(1'500'000)) == "1,5");
  CHECK(en.quantity(domain::Quantity(1'234'500)) == "1.235");
  CHECK(plain_text(fr.quantity(domain::Quantity(2'000'000), "pc")) == "2 pc");
  CHECK(plain_text(fr.money(domain::cents(-99))) == "−0,99 €");
  CHECK(plain_text(fr.money(domain::cents(123'456))) == "1 234,56 €");
  CHECK(en.money(domain::cents(240)) == "€2.40");
  CHECK(en.money(domain::cents(-240)) == "−€2.40");
  CHECK(plain_text(fr.price(domain::UnitPrice(2'400'000'000), "kg")) == "2,40 €/kg");
  CHECK(plain_text(de.price(domain::UnitPrice(2'345'600'000), "kg")) == "2,3456 €/kg");
  using namespace std::chrono;
  const year_month_day date{2026y / March / 14};
  CHECK(fr.day(date) == "samedi 14 mars");
  CHECK(en.day(date) == "Saturday 14 March");
  CHECK(de.day(date) == "Samstag, 14. März");
  CHECK(fr.day(year_month_day{2026y / May / 1}) == "vendredi 1er mai");
}
