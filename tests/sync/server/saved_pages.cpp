#include "sync/server/saved_pages.hpp"

#include <zlib.h>

#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

namespace support {

std::string recorded(const std::string& name) {
  const std::string file = std::string(TEST_DATA) + "/foodsoft/" + name + ".gz";
  gzFile in = gzopen(file.c_str(), "rb");
  if (!in) FAIL("no recorded page " << file);
  std::string out;
  char chunk[1 << 16];
  for (int n = 0; (n = gzread(in, chunk, sizeof chunk)) > 0;)
    out.append(chunk, static_cast<std::size_t>(n));
  gzclose(in);
  return out;
}

std::vector<std::map<std::string, std::string>> recorded_rows(const std::string& name) {
  const auto cut = [](const std::string& line) {
    std::vector<std::string> fields;
    std::stringstream in(line + "\t");
    for (std::string field; std::getline(in, field, '\t');) fields.push_back(field);
    return fields;
  };
  std::stringstream in(recorded(name));
  std::string line;
  std::getline(in, line);
  const auto heads = cut(line);
  std::vector<std::map<std::string, std::string>> rows;
  while (std::getline(in, line)) {
    const auto fields = cut(line);
    auto& row = rows.emplace_back();
    for (std::size_t i = 0; i < heads.size() && i < fields.size(); ++i) row[heads[i]] = fields[i];
  }
  return rows;
}

PageFolder& PageFolder::add(const std::string& file, std::string_view bytes) {
  std::ofstream out(path() / file, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return *this;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  std::size_t count = 0;
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size()), ++count)
    text.replace(at, from.size(), to);
  if (count == 0) FAIL("nothing to replace: " << from);
  return text;
}

std::string replaced_once(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) FAIL("nothing to replace: " << from);
  return text.replace(at, from.size(), to);
}

std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string source(bytes), out(deflateBound(&stream, bytes.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(source.data());
  stream.avail_in = static_cast<uInt>(source.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace support
