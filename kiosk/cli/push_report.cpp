#include "kiosk/cli/push_report.hpp"

#include <nlohmann/json.hpp>

namespace kiosk {

namespace {

using domain::PushStep;
using nlohmann::ordered_json;

ordered_json quantity(const std::optional<domain::Quantity>& value) {
  return value ? ordered_json(domain::text_of(*value)) : ordered_json();
}

ordered_json money(const std::optional<domain::Money>& value) {
  return value ? ordered_json(domain::text_of(*value)) : ordered_json();
}

template <class Id>
ordered_json number(const std::optional<Id>& id) {
  return id ? ordered_json(id->value) : ordered_json();
}

std::string printed(const ordered_json& json) {
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

void put_place(ordered_json& json, const server::StepReport& step) {
  if (step.step == PushStep::cell) json["cell"] = number(step.cell);
  if (step.step == PushStep::cell || step.step == PushStep::received)
    json["order_article_id"] = number(step.article_id);
  if (step.step == PushStep::cell) {
    json["ordergroup_id"] = number(step.ordergroup_id);
    json["ordergroup"] = step.ordergroup;
  }
  if (step.step == PushStep::cell || step.step == PushStep::received)
    json["article"] = step.article;
}

ordered_json settled_cell(const domain::SettledCell& cell, const domain::Day& day) {
  const auto& article = day.article(day.article_of(cell.at));
  ordered_json json;
  json["cell"] = day.cell(cell.at).id.value;
  json["article"] = article.name;
  json["unit"] = article.unit.text;
  json["given"] = domain::text_of(cell.ours);
  json["charged"] = quantity(cell.charged);
  json["difference"] = quantity(cell.difference);
  json["amount"] = money(cell.amount);
  return json;
}

ordered_json settled_group(const domain::SettledGroup& group, const domain::Day& day) {
  ordered_json json;
  json["ordergroup"] = group.ordergroup;
  json["sent"] = ordered_json::array();
  for (const auto& cell : group.sent) json["sent"].push_back(settled_cell(cell, day));
  json["not_sent"] = ordered_json::array();
  for (const auto& cell : group.not_sent) json["not_sent"].push_back(settled_cell(cell, day));
  json["difference"] = money(group.difference);
  return json;
}

ordered_json order_json(const server::OrderReport& report) {
  ordered_json json;
  json["order"] = report.order.value;
  json["sent"] = report.sent;
  json["same"] = report.same;
  json["conflicts"] = report.conflicts;
  json["refused"] = report.refused;
  json["untouched"] = report.untouched;
  json["verified"] = report.verified;
  json["groups_total"] = money(report.groups_total);
  return json;
}

}  // namespace

std::string step_json(const server::StepReport& step, const std::string& from) {
  ordered_json json;
  json["step"] = domain::word(step.step);
  json["order"] = step.order.value;
  put_place(json, step);
  if (step.step == PushStep::cell || step.step == PushStep::received) {
    json["before"] = quantity(step.before);
    json["after"] = quantity(step.after);
  } else if (step.step == PushStep::comment) {
    json["text"] = step.text;
  } else {
    json["before"] = domain::word(domain::ServerState::finished);
    json["after"] = domain::word(domain::ServerState::received);
  }
  if (step.outcome) json["outcome"] = domain::word(*step.outcome);
  if (!step.error.empty()) json["error"] = step.error;
  if (!from.empty()) json["from"] = from;
  return printed(json);
}

std::string step_line(const server::StepReport& step) {
  std::string line = "order " + std::to_string(step.order.value) + ", ";
  const auto shown = [](const std::optional<domain::Quantity>& value) {
    return value ? domain::text_of(*value) : std::string("nothing");
  };
  switch (step.step) {
    case PushStep::cell:
      line += step.ordergroup + ", " + step.article + ": " + shown(step.before) + " → " +
              shown(step.after);
      break;
    case PushStep::received:
      line += "received of " + step.article + ": " + shown(step.before) + " → " + shown(step.after);
      break;
    case PushStep::comment:
      line += "comment";
      break;
    default:
      line += "marked as received";
      break;
  }
  if (step.outcome) line += ", " + std::string(domain::word(*step.outcome));
  if (!step.error.empty()) line += ": " + step.error;
  return line;
}

std::string done_json(const std::vector<server::OrderReport>& orders,
                      const std::vector<SettledOrder>& settled, const domain::Day& day) {
  ordered_json json;
  json["done"] = true;
  json["orders"] = ordered_json::array();
  for (const auto& report : orders) {
    json["orders"].push_back(order_json(report));
    for (const auto& order : settled) {
      if (order.order != report.order) continue;
      auto& list = json["orders"].back()["settled"] = ordered_json::array();
      for (const auto& group : order.groups) list.push_back(settled_group(group, day));
    }
  }
  return printed(json);
}

std::string order_line(const server::OrderReport& report) {
  std::string line = "order " + std::to_string(report.order.value) + ": " +
                     std::to_string(report.sent) + " sent, " + std::to_string(report.same) +
                     " there already, " + std::to_string(report.conflicts) + " in conflict, " +
                     std::to_string(report.refused) + " refused, " +
                     std::to_string(report.untouched) + " untouched";
  if (report.groups_total) line += ", its groups pay " + domain::text_of(*report.groups_total);
  return line + (report.verified ? ", verified" : ", NOT verified");
}

std::vector<std::string> settled_lines(const std::vector<SettledOrder>& settled,
                                       const domain::Day& day) {
  std::vector<std::string> lines;
  for (const auto& order : settled)
    for (const auto& group : order.groups)
      for (const auto& cell : group.not_sent) {
        const auto& article = day.article(day.article_of(cell.at));
        std::string line = "To book by hand, order " + std::to_string(order.order.value) + ", " +
                           group.ordergroup + ": " + article.name + " ";
        line += cell.difference ? domain::text_of(*cell.difference) : "?";
        line += " × " + article.unit.name;
        if (cell.amount) line += ", " + domain::text_of(*cell.amount);
        lines.push_back(line);
      }
  return lines;
}

std::string remains_of(const server::OrderReport& report) {
  if (report.verified) return {};
  if (!report.remains.empty()) return report.remains;
  std::string text = "Order " + std::to_string(report.order.value) + " is not complete: ";
  if (report.conflicts > 0) text += std::to_string(report.conflicts) + " in conflict";
  if (report.refused > 0)
    text += (report.conflicts > 0 ? ", " : "") + std::to_string(report.refused) + " refused";
  if (report.conflicts + report.refused == 0) text += "not everything was read back";
  return text + ". What was sent stays; do not settle it yet.";
}

}  // namespace kiosk
