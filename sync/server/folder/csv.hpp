// Writes CSV by RFC 4180: UTF-8 without BOM, lines end in CR LF, text verbatim, quoted where it
// must be. An empty field is an unknown value. Pure.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace server {

class Csv {
 public:
  // The header, or one line.
  void line(std::initializer_list<std::string_view> fields);
  void line(std::span<const std::string> fields);
  const std::string& text() const { return text_; }

 private:
  void field(std::string_view value, bool first);
  void end() { text_ += "\r\n"; }

  std::string text_;
};

}  // namespace server
