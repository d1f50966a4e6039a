#include "kiosk/play/player.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

namespace kiosk::play {
namespace {

using domain::Fault;
using domain::Result;

// How long a target or a text may take to appear, in the stage's time.
constexpr milliseconds patience{2000};
constexpr milliseconds step{20};
// What a finger that taps stays down.
constexpr milliseconds press_time{30};

class Player {
 public:
  Player(Stage& stage, Devices& devices, std::ostream& out)
      : stage_(stage), devices_(devices), out_(out) {}

  Result<void> operator()(const Tap& tap);
  Result<void> operator()(const Type& type) { return keys(type.text); }
  Result<void> operator()(const Scan& scan) { return keys(scan.text + "\n"); }
  Result<void> operator()(const ScalePut& put) { return devices_.put_on_scale(put.weight); }
  Result<void> operator()(const ScaleClear&) { return devices_.clear_scale(); }
  Result<void> operator()(const ScaleFault& f) { return devices_.scale_fault(f.fault); }
  Result<void> operator()(const ScaleOk&) { return devices_.scale_ok(); }
  Result<void> operator()(const PrinterFault& f) { return devices_.printer_fault(f.fault); }
  Result<void> operator()(const PrinterOk&) { return devices_.printer_ok(); }
  Result<void> operator()(const KeyPut& put) { return devices_.put_key(put.folder); }
  Result<void> operator()(const KeyPull&) { return devices_.pull_key(); }
  Result<void> operator()(const Wait& wait) {
    stage_.pass(wait.time);
    return {};
  }
  Result<void> operator()(const Picture& picture) {
    stage_.pass(milliseconds(0));
    return stage_.picture(picture.name);
  }
  Result<void> operator()(const Expect& expect);
  Result<void> operator()(const Targets&) {
    stage_.pass(milliseconds(0));
    out_ << targets_json(stage_.ui().targets()) << '\n' << std::flush;
    return {};
  }
  Result<void> operator()(const Quit&) { return {}; }
  Result<void> operator()(const Bad& bad) { return domain::fail(Fault::bad_value, bad.why); }

 private:
  Result<void> keys(std::string_view text) {
    for (const char symbol : text) stage_.key(symbol);
    stage_.pass(step);
    return {};
  }
  const ui::Target* find(const std::string& name) { return stage_.ui().targets().find(name); }
  // A target that can be tapped where it is.
  const ui::Target* reachable(const std::string& name) {
    const ui::Target* target = find(name);
    return target != nullptr && target->enabled.value_or(false) ? target : nullptr;
  }
  void press(const ui::Target& target) {
    const float x = target.box.middle_x(), y = target.box.middle_y();
    stage_.touch({x, y, true});
    stage_.pass(press_time);
    stage_.touch({x, y, false});
    stage_.pass(press_time);
  }
  void bring_into_view(const std::string& name);

  Stage& stage_;
  Devices& devices_;
  std::ostream& out_;
};

void Player::bring_into_view(const std::string& name) {
  constexpr int most_pages = 5000;
  stage_.ui().seek(name);
  for (int page = 0; page < most_pages; ++page) {
    stage_.redraw();
    const ui::Target* target = find(name);
    if (target != nullptr && target->shown == ui::Shown::whole) break;
    const std::string key = stage_.ui().lead();
    if (key.empty()) break;
    const ui::Target* paging = reachable(key);
    if (paging == nullptr) break;
    press(*paging);
  }
  stage_.ui().seek({});
}

Result<void> Player::operator()(const Tap& tap) {
  stage_.pass(milliseconds(0));
  for (milliseconds waited{0};; waited += step) {
    const ui::Target* target = reachable(tap.target);
    if (target == nullptr || target->shown != ui::Shown::whole) bring_into_view(tap.target);
    target = reachable(tap.target);
    if (target != nullptr) {
      press(*target);
      return {};
    }
    if (waited >= patience) break;
    stage_.pass(step);
  }
  const ui::Target* target = find(tap.target);
  if (target == nullptr)
    return domain::fail(Fault::not_found, "there is no target " + tap.target + " on this screen");
  if (!target->enabled)
    return domain::fail(Fault::refused, tap.target + " is a text, it cannot be tapped");
  return domain::fail(Fault::refused, tap.target + " cannot be tapped now: " + target->text);
}

Result<void> Player::operator()(const Expect& expect) {
  stage_.pass(milliseconds(0));
  const std::string wanted = ui::plain_text(expect.text);
  for (milliseconds waited{0};; waited += step) {
    const ui::Target* target = find(expect.target);
    if (target != nullptr && target->text == wanted) return {};
    if (waited >= patience) break;
    stage_.pass(step);
  }
  const ui::Target* target = find(expect.target);
  const std::string found =
      target == nullptr ? "is not on this screen" : "says \"" + target->text + "\"";
  return domain::fail(Fault::refused,
                      expect.target + " " + found + ", expected \"" + wanted + "\"");
}

}  // namespace

std::string targets_json(const ui::TouchTargets& targets) {
  auto all = nlohmann::ordered_json::array();
  for (const ui::Target& t : targets.all()) {
    nlohmann::ordered_json one;
    one["name"] = t.name;
    one["x"] = std::lround(t.box.x);
    one["y"] = std::lround(t.box.y);
    one["w"] = std::lround(t.box.w);
    one["h"] = std::lround(t.box.h);
    one["enabled"] = nullptr;
    if (t.enabled) one["enabled"] = *t.enabled;
    one["text"] = t.text;
    all.push_back(one);
    for (const std::string& name : t.also) {
      one["name"] = name;
      all.push_back(one);
    }
  }
  return all.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

int play(std::span<const Line> script, Stage& stage, Devices& devices, std::ostream& out,
         std::ostream& errors) {
  Player player(stage, devices, out);
  for (const Line& line : script) {
    if (std::holds_alternative<Quit>(line.command)) return 0;
    const Result<void> done = std::visit(player, line.command);
    if (!done) {
      errors << "line " << line.number << ": " << done.error().detail << '\n';
      return 1;
    }
    if (stage.finished()) return 0;
  }
  return 0;
}

}  // namespace kiosk::play
