#include "sync/server/foodsoft/unpack.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

#include "sync/server/foodsoft/guard.hpp"

namespace server {

namespace {

struct InflateEnd {
  void operator()(z_stream* stream) const { inflateEnd(stream); }
};

constexpr int gzip_only = 16 + MAX_WBITS;

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.substr(0, 2) == "\x1f\x8b"; }

domain::Result<std::string> unpack_gzip(std::string_view bytes) {
  using domain::Fault;
  z_stream stream{};
  if (inflateInit2(&stream, gzip_only) != Z_OK)
    return domain::fail(Fault::io, "zlib cannot be started");
  const std::unique_ptr<z_stream, InflateEnd> closer(&stream);
  std::string source(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(source.data());
  stream.avail_in = static_cast<uInt>(source.size());
  std::string out;
  std::array<char, 1U << 16> chunk{};
  for (int status = Z_OK; status != Z_STREAM_END;) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    status = inflate(&stream, Z_NO_FLUSH);
    out.append(chunk.data(), chunk.size() - stream.avail_out);
    if (out.size() > largest_unpacked)
      return domain::fail(Fault::page_hostile,
                          "it unpacks to more than 64 MB, no server's page does");
    if (status == Z_BUF_ERROR || (status == Z_OK && stream.avail_in == 0 && stream.avail_out > 0))
      return domain::fail(Fault::page_torn, "the packed file ends too early; copy it again");
    if (status != Z_OK && status != Z_STREAM_END)
      return domain::fail(Fault::page_torn, "the packed file is damaged; copy it again");
  }
  if (stream.avail_in > 0)
    return domain::fail(Fault::page_torn, "the packed file goes on after its end; copy it again");
  return out;
}

}  // namespace server
