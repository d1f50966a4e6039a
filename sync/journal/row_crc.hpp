// The check number of a row: CRC-32 (as in zlib) over its fields, each followed by the byte 0x1F,
// numbers in decimal. A flipped bit on the disk then never passes for another weight. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace journal {

class RowCrc {
 public:
  RowCrc& text(std::string_view field);
  RowCrc& number(std::int64_t field) { return text(std::to_string(field)); }
  std::int64_t value() const { return crc_; }

 private:
  std::uint32_t crc_ = 0;
};

template <class... Fields>
std::int64_t row_crc(const Fields&... fields) {
  RowCrc crc;
  const auto feed = [&crc](const auto& field) {
    if constexpr (std::is_integral_v<std::decay_t<decltype(field)>>)
      crc.number(field);
    else
      crc.text(field);
  };
  (feed(fields), ...);
  return crc.value();
}

}  // namespace journal
