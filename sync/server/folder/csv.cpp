#include "sync/server/folder/csv.hpp"

namespace server {

void Csv::field(std::string_view value, bool first) {
  if (!first) text_ += ',';
  if (value.find_first_of(",\"\r\n") == value.npos) {
    text_ += value;
    return;
  }
  text_ += '"';
  for (const char c : value) {
    if (c == '"') text_ += '"';
    text_ += c;
  }
  text_ += '"';
}

void Csv::line(std::initializer_list<std::string_view> fields) {
  bool first = true;
  for (const auto value : fields) {
    field(value, first);
    first = false;
  }
  end();
}

void Csv::line(std::span<const std::string> fields) {
  bool first = true;
  for (const auto& value : fields) {
    field(value, first);
    first = false;
  }
  end();
}

}  // namespace server
