#include "sync/journal/flat_json.hpp"

#include <limits>
#include <nlohmann/json.hpp>

#include "sync/journal/plain_json.hpp"

namespace journal {

namespace {

using nlohmann::json;

// Hands on what nlohmann's reader finds. Returning false stops it.
class Collector final : public nlohmann::json_sax<json> {
 public:
  explicit Collector(FlatJson& into) : into_(into) {}

  std::string complaint;

  bool null() override { return scalar(FlatJson::Kind::null, 0); }
  bool boolean(bool value) override { return scalar(FlatJson::Kind::boolean, value ? 1 : 0); }
  bool number_integer(number_integer_t value) override {
    return scalar(FlatJson::Kind::integer, value);
  }
  bool number_unsigned(number_unsigned_t value) override {
    const auto most = static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
    if (value > most) return scalar(FlatJson::Kind::other, 0);
    return scalar(FlatJson::Kind::integer, static_cast<std::int64_t>(value));
  }
  bool number_float(number_float_t, const string_t&) override {
    return scalar(FlatJson::Kind::other, 0);
  }
  bool string(string_t& value) override {
    if (depth_ != 1) return scalar(FlatJson::Kind::text, 0);
    value_->text.swap(value);
    return scalar(FlatJson::Kind::text, 0);
  }
  bool binary(binary_t&) override { return scalar(FlatJson::Kind::other, 0); }
  bool start_object(std::size_t) override { return nested(); }
  bool start_array(std::size_t) override { return depth_ > 0 ? nested() : no_object(); }
  bool end_object() override { return --depth_, true; }
  bool end_array() override { return --depth_, true; }
  bool key(string_t& name) override {
    if (depth_ != 1) return true;
    if (into_.find(name)) {
      complaint = "the key \"" + name + "\" stands there twice";
      return false;
    }
    value_ = &into_.add(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception&) override {
    complaint = "it is no valid JSON at byte " + std::to_string(position);
    return false;
  }

 private:
  bool no_object() {
    complaint = "it is no JSON object";
    return false;
  }
  bool scalar(FlatJson::Kind kind, std::int64_t number) {
    if (depth_ == 0) return no_object();
    if (depth_ > 1) return true;
    value_->kind = kind;
    value_->number = number;
    return true;
  }
  bool nested() {
    if (depth_ == 1) value_->kind = FlatJson::Kind::other;
    ++depth_;
    return true;
  }

  FlatJson& into_;
  FlatJson::Value* value_ = nullptr;
  int depth_ = 0;
};

}  // namespace

domain::Result<void> FlatJson::read(std::string_view text) {
  count_ = 0;
  if (read_plain(text, *this)) return {};
  count_ = 0;
  Collector collector(*this);
  if (json::sax_parse(text.begin(), text.end(), &collector)) return {};
  return domain::fail(domain::Fault::bad_value, collector.complaint);
}

FlatJson::Value& FlatJson::add(std::string_view key) {
  if (count_ == values_.size()) values_.emplace_back();
  Value& value = values_[count_++];
  value.key = key;
  value.kind = Kind::null;
  value.number = 0;
  value.text.clear();
  return value;
}

const FlatJson::Value* FlatJson::find(std::string_view key) const {
  for (std::size_t i = 0; i < count_; ++i)
    if (values_[i].key == key) return &values_[i];
  return nullptr;
}

std::optional<std::int64_t> FlatJson::integer(std::string_view key) const {
  const Value* value = find(key);
  return value && value->kind == Kind::integer ? std::optional(value->number) : std::nullopt;
}

std::optional<bool> FlatJson::boolean(std::string_view key) const {
  const Value* value = find(key);
  return value && value->kind == Kind::boolean ? std::optional(value->number != 0) : std::nullopt;
}

const std::string* FlatJson::text(std::string_view key) const {
  const Value* value = find(key);
  return value && value->kind == Kind::text ? &value->text : nullptr;
}

bool FlatJson::is_null(std::string_view key) const {
  const Value* value = find(key);
  return value && value->kind == Kind::null;
}

}  // namespace journal
