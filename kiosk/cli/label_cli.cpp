#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "devices/printing/label.hpp"
#include "devices/printing/label_renderer.hpp"
#include "devices/printing/whole_file.hpp"
#include "kiosk/cli/globals.hpp"

namespace kiosk {
namespace {

using domain::Fault;
using ordered_json = nlohmann::ordered_json;

struct RenderOptions {
  std::string template_id;
  std::string data;
  int dpi = 300;
  std::string out;
};

domain::Result<void> known_template(const std::string& id) {
  if (id == printing::bag_template.id) return {};
  return domain::fail(Fault::not_found, "There is no label template \"" + id +
                                            "\"; 'label templates' lists those that ship");
}

domain::Result<std::string> read_file(const std::string& path) {
  std::error_code ignored;
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  if (file.is_open() && !std::filesystem::is_directory(path, ignored)) {
    text << file.rdbuf();
    if (!file.bad()) return text.str();
  }
  return domain::fail(Fault::not_found,
                      "The fields' file \"" + path + "\" cannot be read; no label was written");
}

// One flat object of texts; a key twice is refused, as the second would silently win.
domain::Result<printing::BagLabel> read_fields(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  const auto bad = [&path](const std::string& why) {
    return domain::fail(Fault::bad_value,
                        "The fields' file \"" + path + "\" " + why + "; no label was written");
  };
  std::vector<std::string> keys;
  std::string doubled;
  const auto json = ordered_json::parse(
      *text,
      [&](int depth, ordered_json::parse_event_t event, ordered_json& value) {
        if (event == ordered_json::parse_event_t::key && depth == 1) {
          const auto& key = value.get_ref<const std::string&>();
          if (std::find(keys.begin(), keys.end(), key) != keys.end()) doubled = key;
          keys.push_back(key);
        }
        return true;
      },
      false);
  if (json.is_discarded()) return bad("is not valid JSON");
  if (!json.is_object()) return bad("must hold one JSON object of texts");
  if (!doubled.empty()) return bad("gives \"" + doubled + "\" twice");
  printing::BagLabel label;
  for (const auto& [key, value] : json.items()) {
    if (!value.is_string())
      return bad("gives \"" + key + "\" as something else than a text in quotes");
    if (const auto set = printing::set_field(label, key, value.get<std::string>()); !set)
      return tl::unexpected(set.error());
  }
  return label;
}

domain::Result<void> render(const RenderOptions& options) {
  if (const auto known = known_template(options.template_id); !known) return known;
  const auto ending = std::filesystem::path(options.out).extension();
  if (ending != ".pdf" && ending != ".png")
    return domain::fail(Fault::bad_value,
                        "\"" + options.out + "\" must end in .pdf or .png; no label was written");
  const auto label = read_fields(options.data);
  if (!label) return tl::unexpected(label.error());
  const auto dpi = options.dpi == 203 ? printing::Dpi::dpi203 : printing::Dpi::dpi300;
  printing::LabelRenderer renderer;
  const auto bytes = ending == ".pdf" ? renderer.pdf(*label, dpi) : renderer.png(*label, dpi);
  if (!bytes) return tl::unexpected(bytes.error());
  return printing::write_whole(options.out, *bytes);
}

int list_templates(bool json) {
  const auto& bag = printing::bag_template;
  if (!json) {
    std::cout << bag.id << '\n';
    return 0;
  }
  ordered_json line;
  line["id"] = bag.id;
  line["media"] = {{"width", bag.width_mm}, {"height", bag.height_mm}};
  line["fields"] = ordered_json::array();
  for (const auto& field : printing::bag_fields())
    line["fields"].push_back({{"name", field.key}, {"type", "text"}});
  line["barcode"] = {{"field", bag.barcode_field}};
  std::cout << line.dump() << '\n';
  return 0;
}

int list_fields(const std::string& id, bool example) {
  if (const auto known = known_template(id); !known) return report(known.error());
  if (!example) {
    for (const auto& field : printing::bag_fields()) std::cout << field.key << '\n';
    return 0;
  }
  ordered_json fields;
  for (const auto& field : printing::bag_fields()) fields[std::string(field.key)] = field.example;
  std::cout << fields.dump(2) << '\n';
  return 0;
}

}  // namespace

void add_label_commands(CLI::App& app, const Globals& globals, Command& chosen) {
  CLI::App* label = app.add_subcommand("label", "Labels: what ships, what they show, drawing one");
  label->require_subcommand(1);

  CLI::App* templates = label->add_subcommand("templates", "The label templates that ship");
  templates->callback(
      [&globals, &chosen] { chosen = [&globals] { return list_templates(globals.json); }; });

  CLI::App* fields = label->add_subcommand("fields", "The keys that a template takes");
  const auto fields_of = std::make_shared<std::string>();
  const auto example = std::make_shared<bool>(false);
  fields->add_option("template", *fields_of, "a template's id")->required();
  fields->add_flag("--example", *example, "a valid file of fields instead");
  fields->callback([&chosen, fields_of, example] {
    chosen = [fields_of, example] { return list_fields(*fields_of, *example); };
  });

  CLI::App* draw = label->add_subcommand("render", "Draws one label as .pdf or .png");
  const auto options = std::make_shared<RenderOptions>();
  draw->add_option("--template", options->template_id, "a template's id")->required();
  draw->add_option("--data", options->data, "JSON file of the fields")->required();
  draw->add_option("--dpi", options->dpi, "dots an inch of the printer")
      ->check(CLI::IsMember({203, 300}))
      ->capture_default_str();
  draw->add_option("-o", options->out, "file to write: .pdf or .png")->required();
  draw->callback([&chosen, options] {
    chosen = [options] {
      const auto done = render(*options);
      return done ? 0 : report(done.error());
    };
  });
}

}  // namespace kiosk
