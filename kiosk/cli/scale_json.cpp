#include "kiosk/cli/scale_json.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace kiosk {

namespace {

using Json = nlohmann::ordered_json;

template <class T>
Json word_or_null(const std::optional<T>& value) {
  return value ? Json(std::string(scales::word(*value))) : Json(nullptr);
}

struct Fields {
  Json& json;

  void operator()(const scales::WeightEvent& weight) const {
    json["event"] = "weight";
    json["value"] = scales::text_of(weight.value);
    json["unit"] = word_or_null(weight.unit);
    json["stable"] = weight.stable ? Json(*weight.stable) : Json(nullptr);
    json["mode"] = word_or_null(weight.mode);
  }
  void operator()(const scales::StatusEvent& status) const {
    json["event"] = "status";
    json["error"] = word_or_null(status.error);
    if (!status.code.empty()) json["code"] = status.code;
    if (status.zero) json["zero"] = *status.zero;
    if (status.stable) json["stable"] = *status.stable;
    if (status.unit) json["unit"] = std::string(scales::word(*status.unit));
  }
  void operator()(const scales::TareEvent& tare) const {
    json["event"] = "tare";
    json["value"] = scales::text_of(tare.value);
    json["unit"] = word_or_null(tare.unit);
  }
  void operator()(const scales::AckEvent&) const { json["event"] = "ack"; }
  void operator()(const scales::InfoEvent&) const { json["event"] = "info"; }
  void operator()(const scales::RejectEvent& reject) const {
    json["event"] = "reject";
    json["reason"] = std::string(scales::word(reject.reason));
    if (reject.reason == scales::Reason::garbage) json["bytes"] = reject.bytes;
  }
};

}  // namespace

std::string json_line(const scales::ScaleEvent& event,
                      std::optional<std::chrono::milliseconds> at) {
  Json json = Json::object();
  std::visit(Fields{json}, event);
  if (at) json["at"] = at->count();
  return json.dump();
}

std::string json_line(const scales::Profile& profile) {
  Json json;
  json["id"] = std::string(profile.id);
  json["title"] = std::string(profile.title);
  json["line"] = profile.line ? Json(scales::text_of(*profile.line)) : Json(nullptr);
  json["period_ms"] = profile.period.count();
  json["options"] = Json::object();
  for (const auto& option : profile.options)
    for (const auto value : option.values)
      json["options"][std::string(option.name)].push_back(std::string(value));
  return json.dump();
}

std::string json_line(const scales::PortInfo& port) {
  const auto number = [](int id) {
    return id < 0 ? Json(nullptr) : Json(fmt::format("{:04x}", id));
  };
  const auto text = [](const std::string& value) {
    return value.empty() ? Json(nullptr) : Json(value);
  };
  Json json;
  json["port"] = port.name;
  json["usb"] = text(port.usb);
  json["vid"] = number(port.vendor);
  json["pid"] = number(port.product);
  json["serial"] = text(port.serial);
  json["maker"] = text(port.maker);
  json["model"] = text(port.model);
  json["description"] = text(port.description);
  // What a device tells of itself need not be UTF-8.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kiosk
