// A made-up database of one order, and the pages that a server would show of it: markup after the
// recorded ones, figures computed here with fractions, apart from the code under test.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace support {

using Exact = boost::multiprecision::cpp_rational;

struct DbArticle {
  int id = 0;
  std::string name;
  std::string unit;      // 4.x the unit; 5.x the custom text, where supplier is empty
  int box = 1;           // 4.x
  std::string supplier;  // 5.x codes
  std::string group, billing;
  std::vector<std::pair<std::string, std::string>> ratios;  // "1.5", "KGM"
  std::int64_t cents = 100;  // a member pays for one unit (4.x), one supplier unit (5.x)
  bool listed = true;        // in the receive page and view=articles
};

// In thousandths of the unit that the server keeps results in.
struct DbCell {
  int id = 0, group = 0, article = 0;
  std::int64_t asked = 0, tolerance = 0, result = 0;
};

struct DbOrder {
  int version = 5, id = 9;
  std::string state = "finished";  // open, finished, received, closed
  bool stock = false;
  bool finance = true;
  bool transport = false;
  int text_places = 2;  // of results that stand as text
  char decimal_mark = '.';
  std::vector<std::string> groups;
  std::vector<DbArticle> articles;
  std::vector<DbCell> cells;  // by group
};

std::string groups_page(const DbOrder& order);
std::string articles_page(const DbOrder& order);
std::string receive_page(const DbOrder& order);

// How many `to` one `from` of a 5.x article is.
Exact converted(const DbArticle& article, const std::string& from, const std::string& to);

// "6.67": at most `places` decimals, halves away from zero, no zeros at the end.
std::string shown(Exact value, int places, char mark = '.');

}  // namespace support
