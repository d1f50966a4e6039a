#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "domain/crates.hpp"
#include "domain/sort_name.hpp"

using namespace domain;

TEST_CASE("names are sorted without their article, case and accents") {
  struct Row {
    const char *name, *key;
  };
  const Row row = GENERATE(values<Row>({{"Les Mirabelles", "MIRABELLES"},
                                        {"La Villette", "VILLETTE"},
                                        {"le Petit Bain", "PETIT BAIN"},
                                        {"L'Étang", "ETANG"},
                                        {"L’Île", "ILE"},
                                        {"Lesage", "LESAGE"},
                                        {"Lelong", "LELONG"},
                                        {"La", "LA"},
                                        {"Les ", "LES "},
                                        {"L'", "L'"},
                                        {"Ézanville", "EZANVILLE"},
                                        {"Œufs de 6", "OEUFS DE 6"},
                                        {"Cœur", "COEUR"},
                                        {"Straße", "STRASSE"},
                                        {"ÿ Łódź ñ", "Y LODZ N"},
                                        {"e\xCC\x81t\xC3\xA9", "ETE"},
                                        {"Ωμέγα", "Ωμέγα"},
                                        {"\xC3", "\xC3"},
                                        {"", ""}}));
  CAPTURE(row.name);
  CHECK(sort_name(row.name) == row.key);
}

TEST_CASE("equal keys are told apart by their bytes") {
  std::vector<std::string> names = {"Montreuil", "La Villette", "Ézanville", "Bel-Air",
                                    "Villette",  "Les Noyers",  "Le Noyers"};
  std::sort(names.begin(), names.end(), name_before);
  CHECK(names == std::vector<std::string>{"Bel-Air", "Ézanville", "Montreuil", "Le Noyers",
                                          "Les Noyers", "La Villette", "Villette"});
}

TEST_CASE("crate numbers go by name, stay, and later groups get the next") {
  Crates crates;
  crates.add(std::vector<std::string>{"Montreuil", "Bel-Air", "Les Mirabelles", "Bel-Air"});
  CHECK(crates.number("Bel-Air") == 1);
  CHECK(crates.number("Les Mirabelles") == 2);
  CHECK(crates.number("Montreuil") == 3);
  crates.add(std::vector<std::string>{"Zola", "Montreuil", "Aubervilliers"});
  CHECK(crates.number("Montreuil") == 3);
  CHECK(crates.number("Aubervilliers") == 4);
  CHECK(crates.number("Zola") == 5);
  CHECK(crates.count() == 5);
  CHECK_FALSE(crates.number("Nobody"));
}
