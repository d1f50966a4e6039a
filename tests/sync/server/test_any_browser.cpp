// One page in the many shapes that browsers, savers and proxies give it: always the same order.
#include <catch2/catch.hpp>
#include <regex>

#include "sync/server/folder/read_folder.hpp"
#include "sync/server/saved_pages.hpp"

namespace {

using support::PageFolder;
using support::recorded;
using support::replaced;
using support::replaced_once;
using Shape = std::string (*)(std::string);

const std::regex tag("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>");
const std::regex attribute(
    "([a-zA-Z_:-]+[0-9]*(?:-[a-z]+)*(?:-[0-9]+)?)(\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s\"'>]+))?");

// Every tag through `change`: slash, name, attributes.
template <class Change>
std::string each_tag(const std::string& page, Change change) {
  std::string out;
  std::size_t at = 0;
  // Scripts hold no tags.
  const std::size_t script = page.find("const unitsData");
  for (std::sregex_iterator m(page.begin(), page.end(), tag), end; m != end; ++m) {
    const auto begin = static_cast<std::size_t>(m->position());
    if (script != std::string::npos && begin > script) break;
    out += page.substr(at, begin - at);
    out += change(m->str(1), m->str(2), m->str(3));
    at = begin + static_cast<std::size_t>(m->length());
  }
  return out + page.substr(at);
}

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::string reversed(const std::string& attributes) {
  std::string out;
  for (std::sregex_iterator a(attributes.begin(), attributes.end(), attribute), end; a != end; ++a)
    out.insert(0, " ").insert(1, a->str());
  return out;
}

std::string uppercase(std::string page) {
  return each_tag(page, [](auto slash, auto name, auto attributes) {
    std::string out;
    std::size_t at = 0;
    for (std::sregex_iterator a(attributes.begin(), attributes.end(), attribute), end; a != end;
         ++a) {
      out += attributes.substr(at, static_cast<std::size_t>(a->position()) - at);
      out += upper(a->str(1)) + a->str(2);
      at = static_cast<std::size_t>(a->position() + a->length());
    }
    return "<" + slash + upper(name) + out + attributes.substr(at) + ">";
  });
}

// The 560 KB that real 5.x pages carry, around the units that the recorded ones kept.
std::string with_all_units(std::string page) {
  std::string more;
  for (int i = 0; more.size() < 560'000; ++i)
    more += "\"Q" + std::to_string(i) + "\": {\"name\": \"unit \\u0022" + std::to_string(i) +
            "\\u0022 of something\", \"description\": \"One of the many units <\\/b> that nobody "
            "uses in a food co-op, {told} at length.\", \"baseUnit\": \"MTR\", "
            "\"conversionFactor\": 3.6e-03, \"symbol\": \"q" +
            std::to_string(i) + "\", \"aliases\": [\"a\", \"b\"], \"visible\": false}, ";
  if (page.find("const unitsData = {") == std::string::npos)
    return replaced_once(page, "</body>", "<script>var x = {" + more + "};</script></body>");
  return replaced_once(page, "const unitsData = {",
                       "//<![CDATA[\n$(unitsData);\nconst unitsData = {" + more);
}

struct Named {
  std::string name;
  Shape shape;
};

const std::vector<Named> shapes = {
    {"as sent", [](std::string p) { return p; }},
    {"with all units", with_all_units},
    {"CRLF", [](std::string p) { return replaced(p, "\n", "\r\n"); }},
    {"BOM", [](std::string p) { return "\xEF\xBB\xBF" + p; }},
    {"packed", [](std::string p) { return support::gzipped(p); }},
    {"uppercase tags and attributes", uppercase},
    {"attributes the other way round",
     [](std::string p) {
       return each_tag(p, [](auto slash, auto name, auto attributes) {
         return "<" + slash + name + reversed(attributes) + ">";
       });
     }},
    {"more attributes and blanks",
     [](std::string p) {
       return each_tag(p, [](auto slash, auto name, auto attributes) {
         return slash.empty() ? "<" + name + "\n data-x=1 hidden " + attributes + " >"
                              : "</" + name + " >";
       });
     }},
    {"closing tags of cells and rows left out",
     [](std::string p) {
       return each_tag(p, [](auto slash, auto name, auto attributes) {
         const bool leave =
             name == "td" || name == "tr" || name == "th" || name == "li" || name == "option";
         return !slash.empty() && leave ? std::string() : "<" + slash + name + attributes + ">";
       });
     }},
    {"absolute links",
     [](std::string p) { return replaced(p, "\"/f/", "\"https://coop.example:8080/sub/slug/"); }},
    {"no-break spaces as entities",
     [](std::string p) { return replaced(replaced(p, " + ", "&nbsp;+&#160;"), "&amp;", "&#38;"); }},
    {"comments and scripts in every row",
     [](std::string p) {
       return replaced(p, "</td>", "<!-- > </td> --></td><script>if (1 < 2) '</td>';</script>");
     }},
    {"on one line", [](std::string p) { return replaced(p, "\n", " "); }},
    {"something behind the end",
     [](std::string p) { return p + "\n<!-- saved -->\n<div>x</div>\n"; }},
};

domain::ReferenceOrder imported(const std::string& version, const Shape& shape) {
  PageFolder folder;
  folder.add("g.html", shape(recorded(version + "/groups.finished.finance.fr.html")))
      .add("a.htm", shape(recorded(version + "/articles.finished.finance.en.html")))
      .add("r.html.gz", shape(recorded(version + "/receive.finished.finance.fr.html")));
  const auto report = server::read_folder(folder.path());
  REQUIRE(report);
  for (const auto& refused : report->refused) FAIL_CHECK(refused.error.detail);
  REQUIRE(report->orders.size() == 1);
  return report->orders.front();
}

}  // namespace

TEST_CASE("a page gives the same order in every shape that savers give it") {
  const std::string version = GENERATE("4.9.2", "5.0.0-rc1");
  const std::size_t at = GENERATE(range<std::size_t>(0, shapes.size()));
  DYNAMIC_SECTION(version << " " << shapes[at].name) {
    const auto same = imported(version, shapes[0].shape) == imported(version, shapes[at].shape);
    CHECK(same);
  }
}

TEST_CASE("chromium's save gives the same order as the server's page") {
  const std::string version = GENERATE("4.9.2", "5.0.0-rc1");
  PageFolder folder;
  for (const std::string page : {"groups", "articles", "receive"})
    folder.add(page + ".html",
               recorded(version + "/saved-by-chromium." + page + ".finished.finance.fr.html"));
  auto report = server::read_folder(folder.path());
  REQUIRE(report);
  REQUIRE(report->orders.size() == 1);
  auto sent = imported(version, shapes[0].shape);
  // Recorded by another account in the same state.
  CHECK(report->orders.front() == sent);
}
