#include "sync/server/foodsoft/wire/form.hpp"

#include <algorithm>

namespace server {

namespace {

bool stays(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

void add_encoded(std::string_view text, std::string& out) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    if (stays(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
}

}  // namespace

std::string form_text(const Fields& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    if (!out.empty()) out += '&';
    add_encoded(name, out);
    out += '=';
    add_encoded(value, out);
  }
  return out;
}

std::string_view path_of_address(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme != address.npos) {
    const auto path = address.find('/', scheme + 3);
    address = path == address.npos ? std::string_view{} : address.substr(path);
  }
  address = address.substr(0, address.find_first_of("?#"));
  while (!address.empty() && address.back() == '/') address.remove_suffix(1);
  return address;
}

std::string_view fault_of_address(std::string_view address) {
  const bool printable = std::all_of(address.begin(), address.end(),
                                     [](char c) { return c > ' ' && c < '\x7F' && c != '\\'; });
  if (!printable) return "it holds blanks or letters that no address has";
  if (address.find_first_of("?#") != address.npos)
    return "it ends at the co-op's slug, without ? or #";
  if (address.find('@') != address.npos)
    return "name and password do not belong into it; use user and password_file";
  if (path_of_address(address).empty())
    return "the co-op's slug is missing, as in https://foodsoft.example/f";
  return {};
}

}  // namespace server
