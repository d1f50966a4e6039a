#include "sync/server/foodsoft/unpack.hpp"

#include <zlib.h>

#include <memory>

#include "sync/server/foodsoft/guard.hpp"

namespace server {

namespace {

struct InflateEnd {
  void operator()(z_stream* stream) const { inflateEnd(stream); }
};

constexpr int gzip_only = 16 + MAX_WBITS;
constexpr std::size_t smallest_gzip = 18;

// A gzip file's last four bytes tell how much it unpacks to.
std::size_t told_size(std::string_view bytes) {
  std::size_t size = 0;
  for (std::size_t i = 0; i < 4; ++i)
    size |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[bytes.size() - 4 + i]))
            << (8 * i);
  return size;
}

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.substr(0, 2) == "\x1f\x8b"; }

// The size that the file tells is believed only as a bound: what unpacks to more is damaged.
domain::Result<std::string> unpack_gzip(std::string_view bytes) {
  using domain::Fault;
  if (bytes.size() < smallest_gzip)
    return domain::fail(Fault::page_torn, "the packed file ends too early; copy it again");
  const std::size_t size = told_size(bytes);
  if (size > largest_unpacked)
    return domain::fail(Fault::page_hostile,
                        "it unpacks to more than 64 MB, no server's page does");
  z_stream stream{};
  if (inflateInit2(&stream, gzip_only) != Z_OK)
    return domain::fail(Fault::io, "zlib cannot be started");
  const std::unique_ptr<z_stream, InflateEnd> closer(&stream);
  std::string out(size + 1, '\0');
  // zlib reads its input only, its interface is older than const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = inflate(&stream, Z_FINISH);
  if (status != Z_STREAM_END || stream.avail_in > 0 || stream.total_out != size)
    return domain::fail(Fault::page_torn, "the packed file is cut or damaged; copy it again");
  out.resize(size);
  return out;
}

}  // namespace server
