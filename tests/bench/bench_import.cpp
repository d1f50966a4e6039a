// Import of the recorded big pages (30 × 28, three pages with 560 KB of units each in 5.x) against
// libxml2 parsing the same bytes alone, in one run.
// Build and run: cmake --build build/release --target bench_import && build/release/bench_import
#include <libxml/HTMLparser.h>
#include <zlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "sync/server/folder/page_files.hpp"
#include "sync/server/foodsoft/build_order.hpp"

namespace {

using Clock = std::chrono::steady_clock;

std::string unpacked(const std::string& name) {
  std::string out;
  gzFile in = gzopen((std::string(TEST_DATA) + "/foodsoft/" + name + ".gz").c_str(), "rb");
  char chunk[1 << 16];
  for (int n = 0; in && (n = gzread(in, chunk, sizeof chunk)) > 0;)
    out.append(chunk, static_cast<std::size_t>(n));
  if (in) gzclose(in);
  return out;
}

// Real pages of 5.x list every unit; the recorded ones kept those in use.
void put_units_back(std::string& page) {
  const std::string mark = "const unitsData = {";
  const auto at = page.find(mark);
  if (at == std::string::npos) return;
  std::string more;
  for (int i = 0; more.size() < 560'000; ++i)
    more += "\"Q" + std::to_string(i) + "\": {\"name\": \"unit " + std::to_string(i) +
            "\", \"description\": \"One of the many units that nobody uses.\", \"baseUnit\": "
            "\"MTR\", \"conversionFactor\": 3.6, \"symbol\": null, \"translation_available\": "
            "false, \"untranslated\": true, \"aliases\": null, \"visible\": false}, ";
  page.insert(at + mark.size(), more);
}

void parse_alone(const std::string& page) {
  xmlDoc* doc = htmlReadMemory(
      page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  xmlFreeDoc(doc);
}

std::size_t import(const std::vector<std::string>& bytes) {
  std::vector<server::AnyPage> read;
  for (const auto& one : bytes) {
    auto page = server::read_page(one);
    if (!page) return 0;
    read.push_back(std::move(*page));
  }
  server::OrderPages pages{&std::get<server::GroupsPage>(read[0]),
                           &std::get<server::ArticlesPage>(read[1]),
                           &std::get<server::ReceivePage>(read[2])};
  const auto order = server::build_order(pages);
  return order ? order->cells.size() : 0;
}

template <class Work>
double median(Work work) {
  std::vector<double> milliseconds;
  for (int i = 0; i < 41; ++i) {
    const auto start = Clock::now();
    work();
    milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  return milliseconds[milliseconds.size() / 2];
}

}  // namespace

int main() {
  for (const std::string version : {"4.9.2", "5.0.0-rc1"}) {
    std::vector<std::string> pages;
    for (const std::string kind : {"groups", "articles", "receive"}) {
      pages.push_back(unpacked(version + "/big." + kind + ".finished.finance.en.html"));
      put_units_back(pages.back());
    }
    std::size_t cells = 0;
    const double alone = median([&] {
      for (const auto& page : pages) parse_alone(page);
    });
    const double whole = median([&] { cells = import(pages); });
    std::printf("%s, %zu cells: import %.2f ms, libxml2 alone %.2f ms, ratio %.2f\n",
                version.c_str(), cells, whole, alone, whole / alone);
    if (cells == 0) return 1;
  }
}
