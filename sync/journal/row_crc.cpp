#include "sync/journal/row_crc.hpp"

#include <zlib.h>

namespace journal {

RowCrc& RowCrc::text(std::string_view field) {
  constexpr unsigned char separator = 0x1F;
  const auto* bytes = reinterpret_cast<const unsigned char*>(field.data());
  const auto whole = crc32_z(crc_, bytes, field.size());
  crc_ = static_cast<std::uint32_t>(crc32_z(whole, &separator, 1));
  return *this;
}

}  // namespace journal
