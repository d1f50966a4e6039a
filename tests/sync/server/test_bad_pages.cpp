// Pages that are torn, foreign or hostile: refused with one sentence, or read as the whole page is.
#include <catch2/catch.hpp>
#include <random>

#include "support/seed.hpp"
#include "sync/server/foodsoft/guard.hpp"
#include "sync/server/foodsoft/unpack.hpp"
#include "sync/server/tried_page.hpp"

namespace {

using support::check_refused;
using support::groups_of;
using support::gzipped;
using support::recorded;
using support::replaced;
using support::replaced_once;
using support::report_on;
using support::versions;

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

// A page with the marks of one, `junk` in the first row.
std::string with_junk(const std::string& version, const std::string& junk) {
  return replaced_once(groups_of(version), "<td class='symbol'>", junk + "<td class='symbol'>");
}

std::string random_bytes(std::size_t size) {
  std::mt19937 random(1);
  std::string bytes(size, '\0');
  for (char& c : bytes) c = static_cast<char>(random());
  return bytes;
}

// Made once: packing takes longer than refusing.
const std::string& bomb() {
  static const std::string packed = gzipped(std::string(80U << 20, 'x'));
  return packed;
}

const std::string& packed_elements() {
  static const std::string packed = gzipped("<html>" + repeated("<p>x</p>", 8'000'000));
  return packed;
}

struct Bad {
  std::string name;
  std::string (*make)(const std::string& version);
};

const std::vector<Bad> bad_pages = {
    {"empty", [](const std::string&) { return std::string(); }},
    {"garbage", [](const std::string&) { return random_bytes(2'000'000); }},
    {"cut at half",
     [](const std::string& v) { return groups_of(v).substr(0, groups_of(v).size() / 2); }},
    {"cut in a row",
     [](const std::string& v) {
       const auto page = groups_of(v);
       return page.substr(0, page.rfind("id='goa_") + 20);
     }},
    {"the table's end is missing",
     [](const std::string& v) {
       return replaced_once(groups_of(v), "</table>\n</section>", "</section>");
     }},
    {"a NUL",
     [](const std::string& v) {
       return replaced_once(groups_of(v), "Kiwis", std::string("Ki\0is", 5));
     }},
    {"bytes of another encoding",
     [](const std::string& v) { return replaced_once(groups_of(v), "pesé", "pes\xE9"); }},
    {"a surrogate",
     [](const std::string& v) { return replaced_once(groups_of(v), "Kiwis", "Ki\xED\xA0\x80s"); }},
    {"UTF-16", [](const std::string&) { return std::string("\xFF\xFE<\0h\0t\0", 8); }},
    {"no prices",
     [](const std::string& v) { return replaced(groups_of(v), "data-value", "data-valu"); }},
    {"one price missing",
     [](const std::string& v) { return replaced_once(groups_of(v), " data-value='7.76'", ""); }},
    {"a price that is none",
     [](const std::string& v) {
       return replaced_once(groups_of(v), "data-value='7.76'", "data-value='7,76'");
     }},
    {"a wrong price",
     [](const std::string& v) {
       return replaced_once(groups_of(v), "data-value='7.76'", "data-value='7.77'");
     }},
    {"a sum without its price",
     [](const std::string& v) {
       return replaced_once(groups_of(v), "<th class='price_sum' colspan='2' data-value=",
                            "<th class='price_sum' colspan='2' data-x=");
     }},
    {"a group without its sum",
     [](const std::string& v) { return replaced_once(groups_of(v), "price_sum", "price_sun"); }},
    {"a group without a name",
     [](const std::string& v) { return replaced_once(groups_of(v), "<h4 class='name'>", "<h4>"); }},
    {"a result that is no number",
     [](const std::string& v) {
       return replaced_once(groups_of(v), "value=\"4\" type", "value=\"four\" type");
     }},
    {"an asked that is no number",
     [](const std::string& v) { return replaced_once(groups_of(v), ">4 + 0<", ">4 0<"); }},
    {"more asked than the receive page says",
     [](const std::string& v) { return replaced_once(groups_of(v), ">4 + 0<", ">5 + 0<"); }},
    {"a row without its number",
     [](const std::string& v) { return replaced_once(groups_of(v), " id='goa_", " x='goa_"); }},
    {"a row with a field less",
     [](const std::string& v) {
       return replaced_once(groups_of(v), "<td class='symbol'>=</td>", "");
     }},
    {"a head without its links",
     [](const std::string& v) { return replaced(groups_of(v), "/orders/", "/odres/"); }},
    {"deep",
     [](const std::string& v) {
       return "<html><body>" + repeated("<div>", 20'000) + groups_of(v);
     }},
    {"deep inside the table",
     [](const std::string& v) { return with_junk(v, repeated("<b>", 300)); }},
    {"100 000 unclosed td",
     [](const std::string& v) { return with_junk(v, repeated("<td>", 100'000)); }},
    {"100 000 unclosed p",
     [](const std::string& v) { return with_junk(v, repeated("<p>", 100'000)); }},
    {"100 000 unclosed li",
     [](const std::string& v) { return with_junk(v, repeated("<ul><li>", 100'000)); }},
    {"100 000 unclosed a",
     [](const std::string& v) { return with_junk(v, repeated("<a href=x>", 100'000)); }},
    {"a million closing tags",
     [](const std::string& v) { return with_junk(v, repeated("</i>", 1'000'000)); }},
    {"a million elements",
     [](const std::string& v) { return with_junk(v, repeated("<i></i>", 1'000'000)); }},
    {"a tag with 100 000 attributes",
     [](const std::string& v) {
       std::string tag = "<td";
       for (int i = 0; i < 100'000; ++i) tag += " a" + std::to_string(i) + "=1";
       return with_junk(v, tag + "></td>");
     }},
    {"an attribute of 8 MB",
     [](const std::string& v) {
       return with_junk(v, "<td title='" + std::string(8U << 20, 'x') + "'></td>");
     }},
    {"a quote without end",
     [](const std::string& v) {
       return replaced_once(groups_of(v), "<td class='name'>", "<td class='name>");
     }},
    {"a comment without end", [](const std::string& v) { return with_junk(v, "<!-- "); }},
    {"a script without end", [](const std::string& v) { return with_junk(v, "<script>"); }},
    {"15 MB of text",
     [](const std::string& v) {
       return with_junk(v, "<td>" + std::string(15U << 20, 'x') + "</td>");
     }},
    {"big", [](const std::string&) { return "<html>" + repeated("<p>x</p>", 2'500'000); }},
    {"as big as may be",
     [](const std::string&) { return "<html>" + repeated("<p>x</p>", 2'000'000); }},
    {"a gzip bomb", [](const std::string&) { return bomb(); }},
    {"64 MB of elements, packed", [](const std::string&) { return packed_elements(); }},
    {"a gzip cut short",
     [](const std::string& v) {
       const auto packed = gzipped(groups_of(v));
       return packed.substr(0, packed.size() - 5);
     }},
    {"a gzip with a flipped bit",
     [](const std::string& v) {
       auto packed = gzipped(groups_of(v));
       packed[packed.size() / 2] = static_cast<char>(packed[packed.size() / 2] ^ 0x10);
       return packed;
     }},
    {"a gzip that goes on", [](const std::string& v) { return gzipped(groups_of(v)) + "x"; }},
};

}  // namespace

TEST_CASE("bad pages are refused with a sentence, and their order with them") {
  const std::string version = GENERATE(from_range(versions));
  const std::size_t at = GENERATE(range<std::size_t>(0, bad_pages.size()));
  DYNAMIC_SECTION(version << " " << bad_pages[at].name) {
    check_refused(report_on(version, bad_pages[at].make(version)));
  }
}

TEST_CASE("the pages that the bad ones are made of are good") {
  const std::string version = GENERATE(from_range(versions));
  CHECK(report_on(version, groups_of(version)).orders.size() == 1);
  CHECK(report_on(version, gzipped(groups_of(version)), "g.html.gz").orders.size() == 1);
  CHECK(report_on(version, with_junk(version, "<!-- a -->")).orders.size() == 1);
}

TEST_CASE("a page cut at any byte is refused, or tells what the whole one tells") {
  const std::string version = GENERATE(from_range(versions));
  const auto page = recorded(version + "/groups.finished.pickups.en.html");
  const auto end = page.rfind("</html>") + 7;
  for (std::size_t cut = 0; cut < page.size(); cut += cut < end - 300 ? 23 : 1) {
    const auto read = server::guard_page(std::string_view(page).substr(0, cut));
    CAPTURE(cut);
    if ((cut >= end) != read.has_value()) FAIL_CHECK("cut at " << cut);
  }
}

TEST_CASE("random cuts, flips and doublings never pass for another order") {
  const auto seed = support::fresh_seed();
  CAPTURE(seed);
  std::mt19937 random(seed);
  const std::string version = GENERATE(from_range(versions));
  const auto page = groups_of(version);
  const auto whole = report_on(version, page);
  REQUIRE(whole.orders.size() == 1);
  for (int round = 0; round < 60; ++round) {
    std::string bad = page;
    const auto at = random() % bad.size();
    const auto size = random() % 3000;
    if (round % 3 == 0) bad.erase(at, size);
    if (round % 3 == 1) bad.insert(at, page.substr(random() % page.size(), size));
    if (round % 3 == 2) bad[at] = static_cast<char>(bad[at] ^ (1 << random() % 7));
    const auto report = report_on(version, bad);
    CAPTURE(round, at, size);
    if (report.orders.empty()) continue;
    // What got through tells the same figures; a flipped letter may stand in a name.
    const auto &a = whole.orders.front(), &b = report.orders.front();
    REQUIRE(a.cells.size() == b.cells.size());
    for (std::size_t i = 0; i < a.cells.size(); ++i) {
      CHECK(a.cells[i].id == b.cells[i].id);
      CHECK(a.cells[i].asked == b.cells[i].asked);
      CHECK(a.cells[i].price == b.cells[i].price);
    }
  }
}

TEST_CASE("the guard looks at each byte a bounded number of times") {
  const std::string version = GENERATE(from_range(versions));
  for (const auto& bad : bad_pages) {
    std::string bytes = bad.make(version);
    if (server::is_gzip(bytes)) {
      auto unpacked = server::unpack_gzip(bytes);
      bytes = unpacked ? *unpacked : std::string();
    }
    server::GuardWork work;
    (void)server::guard_page(bytes, server::largest_unpacked, work);
    CAPTURE(bad.name);
    CHECK(work.steps <= 4 * bytes.size() + 1'000'000);
  }
}
