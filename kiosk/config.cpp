#include "kiosk/config.hpp"

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>

#include "kiosk/config_values.hpp"

namespace kiosk {

namespace {

using domain::fail;
using domain::Fault;
using domain::Result;

using namespace setting;

using Reader = std::function<void(const toml::node&)>;
using Keys = std::map<std::string_view, Reader>;

void read_table(const toml::node& node, const Keys& keys) {
  const auto* table = node.as_table();
  if (!table) wrong(node, "a table is due here");
  for (const auto& [key, value] : *table) {
    const auto known = keys.find(key.str());
    if (known == keys.end())
      throw Wrong{"\"" + std::string(key.str()) + "\" is no known setting", key.source()};
    known->second(value);
  }
}

void read_each(const toml::node& node, const std::function<void(const toml::node&)>& one) {
  if (const auto* list = node.as_array())
    for (const auto& item : *list) one(item);
  else
    one(node);
}

// Settings of parts that are checked here and used by the part itself.
Reader any_text() {
  return [](const toml::node& n) { text(n); };
}
Reader any_flag() {
  return [](const toml::node& n) { flag(n); };
}

void diagonal(Config& config, const toml::node& node) {
  const auto inches = node.value<double>();
  if (!inches || *inches < 3 || *inches > 100) wrong(node, "inches, like 10.1, are due here");
  config.diagonal_tenths = static_cast<int>(*inches * 10 + 0.5);
}

void article_order(Config& config, const toml::node& node) {
  using Kind = domain::ArticleOrder::Kind;
  if (node.is_array())
    config.order = {Kind::list, texts(node)};
  else
    config.order = {one_of<Kind>(node, {{"page", Kind::page}, {"name", Kind::name}}), {}};
}

void station(Config& c, const toml::node& node) {
  read_table(node,
             {{"name", [&](const toml::node& n) { c.station = name(n); }},
              {"lang",
               [&](const toml::node& n) {
                 c.lang = one_of<std::string>(n, {{"fr", "fr"}, {"en", "en"}, {"de", "de"}});
               }},
              {"people", [&](const toml::node& n) { c.people = texts(n); }},
              {"number",
               [&](const toml::node& n) { c.station_number = static_cast<int>(number(n, 0, 9)); }},
              {"usb",
               [&](const toml::node& n) {
                 c.usb.clear();
                 for (auto& folder : texts(n)) c.usb.emplace_back(std::move(folder));
               }},
              {"theme",
               [&](const toml::node& n) {
                 c.theme = one_of<Theme>(n, {{"light", Theme::light}, {"dark", Theme::dark}});
               }},
              {"size",
               [&](const toml::node& n) {
                 c.size = one_of<Size>(n, {{"normal", Size::normal}, {"large", Size::large}});
               }},
              {"hands_full",
               [&](const toml::node& n) {
                 c.hands_full = flag(n) ? domain::HandsFull::on : domain::HandsFull::off;
               }},
              {"walk",
               [&](const toml::node& n) {
                 c.walk = one_of<domain::WalkBy>(n, {{"article", domain::WalkBy::article},
                                                     {"ordergroup", domain::WalkBy::ordergroup}});
               }},
              {"order", [&](const toml::node& n) { article_order(c, n); }},
              {"diagonal_inch", [&](const toml::node& n) { diagonal(c, n); }}});
}

void weighing(Config& c, const toml::node& node) {
  const auto article = [&c](const toml::node& n) {
    ArticleBand one{"", c.band};
    read_table(n, {{"name", [&](const toml::node& v) { one.article = text(v); }},
                   {"low", [&](const toml::node& v) { one.band.low = percent(v); }},
                   {"high", [&](const toml::node& v) { one.band.high = percent(v); }}});
    if (one.article.empty()) wrong(n, "an article's name is due here");
    c.article_bands.push_back(one);
  };
  // The band of all articles first: an article's own takes over what it does not say.
  if (const auto* table = node.as_table())
    for (const auto& [key, value] : *table) {
      if (key.str() == "low") c.band.low = percent(value);
      if (key.str() == "high") c.band.high = percent(value);
    }
  read_table(node, {{"low", [](const toml::node&) {}},
                    {"high", [](const toml::node&) {}},
                    {"article", [&](const toml::node& n) { read_each(n, article); }}});
}

void scale(Config& c, const toml::node& node) {
  ScaleConfig one;
  const auto option = [&one](const toml::node& n) {
    const auto* table = n.as_table();
    if (!table) wrong(n, "a table is due here");
    for (const auto& [key, value] : *table)
      one.options.emplace_back(std::string(key.str()), text(value));
  };
  read_table(node, {{"port", [&](const toml::node& n) { one.port = scale_port(n); }},
                    {"profile", [&](const toml::node& n) { one.profile = scale_profile(n); }},
                    {"unit", [&](const toml::node& n) { one.unit = text(n); }},
                    {"line", [&](const toml::node& n) { one.line = text(n); }},
                    {"options", option},
                    {"decimals", [](const toml::node& n) { number(n, 0, 6); }},
                    {"max", any_text()},
                    {"e", any_text()},
                    {"min", any_text()},
                    {"class", any_text()}});
  if (one.port.empty() || one.profile.empty()) wrong(node, "a scale needs port and profile");
  c.scales.push_back(std::move(one));
}

void printer(Config& c, const toml::node& node) {
  PrinterConfig one;
  const auto kinds = [](const toml::node& n) { papers(n); };
  read_table(node,
             {{"queue", [&](const toml::node& n) { one.queue = text(n); }},
              {"language",
               [](const toml::node& n) {
                 one_of<int>(n, {{"zpl", 0}, {"tspl", 1}, {"epl", 2}, {"escpos", 3}, {"ql", 4}});
               }},
              {"dpi", [&](const toml::node& n) { one.dpi = dpi(n); }},
              {"media", [](const toml::node& n) { media(n); }},
              {"track", any_text()},
              {"gap", any_text()},
              {"offset", any_text()},
              {"darkness", [](const toml::node& n) { number(n, 0, 30); }},
              {"speed", [](const toml::node& n) { number(n, 1, 14); }},
              {"rotation", [](const toml::node& n) { rotation(n); }},
              {"for", kinds}});
  if (one.queue.empty()) wrong(node, "a printer needs its queue");
  c.printers.push_back(std::move(one));
}

// Paths are relative to the configuration's own folder.
void server(Config& c, const std::filesystem::path& folder, const toml::node& node) {
  const toml::node* open = nullptr;
  bool permitted = false;
  ServerConfig one;
  read_table(node,
             {{"url",
               [&](const toml::node& n) {
                 one.url = address(n);
                 if (open_to_all(one.url)) open = &n;
               }},
              {"user", [&](const toml::node& n) { one.user = name(n); }},
              {"password_file", [&](const toml::node& n) { one.password_file = folder / name(n); }},
              {"ca_file", [&](const toml::node& n) { one.ca_file = folder / name(n); }},
              {"mark_received", [&](const toml::node& n) { one.mark_received = flag(n); }},
              {"insecure_http", [&](const toml::node& n) { permitted = flag(n); }}});
  if (open && !permitted)
    wrong(*open, "http goes to this machine only; use https, or set insecure_http = true");
  c.server = std::move(one);
}

void scanner(const toml::node& node) {
  const auto code = [](const toml::node& n) {
    read_table(n, {{"prefix", [](const toml::node& v) { code_prefix(v); }},
                   {"digits", [](const toml::node& v) { code_digits(v); }},
                   {"value", [](const toml::node& v) {
                      one_of<int>(v, {{"g", 0}, {"cents", 1}});
                    }}});
  };
  read_table(node, {{"device", any_text()},
                    {"grab", any_flag()},
                    {"code", [&](const toml::node& n) { read_each(n, code); }}});
}

Config read_all(const toml::table& table, const std::filesystem::path& folder) {
  Config config;
  read_table(table, {{"station", [&](const toml::node& n) { station(config, n); }},
                     {"weighing", [&](const toml::node& n) { weighing(config, n); }},
                     {"scale",
                      [&](const toml::node& n) {
                        read_each(n, [&](const toml::node& one) { scale(config, one); });
                      }},
                     {"printer",
                      [&](const toml::node& n) {
                        read_each(n, [&](const toml::node& one) { printer(config, one); });
                      }},
                     {"server", [&](const toml::node& n) { server(config, folder, n); }},
                     {"scanner", scanner}});
  return config;
}

std::string at(const std::string& name, const toml::source_region& where) {
  return name + ", line " + std::to_string(where.begin.line) + ": ";
}

constexpr const char* unchanged = "; nothing was started, mend that line";

std::vector<std::filesystem::path> usual_places() {
  std::vector<std::filesystem::path> places;
  const char* xdg = std::getenv("XDG_CONFIG_HOME");
  const char* home = std::getenv("HOME");
  if (xdg && *xdg)
    places.push_back(std::filesystem::path(xdg) / "romaine/romaine.toml");
  else if (home)
    places.push_back(std::filesystem::path(home) / ".config/romaine/romaine.toml");
  places.emplace_back("/etc/romaine/romaine.toml");
  return places;
}

}  // namespace

domain::Band Config::band_of(const std::string& article) const {
  for (const auto& own : article_bands)
    if (own.article == article) return own.band;
  return band;
}

Result<Config> parse_config(const std::string& content, const std::string& name) {
  try {
    return read_all(toml::parse(content, name), std::filesystem::path(name).parent_path());
  } catch (const toml::parse_error& error) {
    return fail(Fault::bad_value,
                at(name, error.source()) + std::string(error.description()) + unchanged);
  } catch (const Wrong& error) {
    return fail(Fault::bad_value, at(name, error.where) + error.what + unchanged);
  }
}

Result<Config> read_config(const std::optional<std::filesystem::path>& file) {
  std::vector<std::filesystem::path> places = file ? std::vector{*file} : usual_places();
  for (const auto& place : places) {
    if (std::error_code error; std::filesystem::is_directory(place, error)) continue;
    std::ifstream in(place, std::ios::binary);
    if (!in) continue;
    const std::string content{std::istreambuf_iterator<char>(in), {}};
    return parse_config(content, place.string());
  }
  if (!file) return Config{};
  // No not_found: that is a journal that is not there yet.
  return fail(Fault::io, "the configuration " + file->string() +
                             " cannot be read; nothing was started, check the path");
}

}  // namespace kiosk
