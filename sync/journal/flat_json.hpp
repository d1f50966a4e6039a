// Reads one JSON object whose values are plain (texts, whole numbers, yes, no, nothing), strictly:
// doubled keys, invalid UTF-8 and anything after the object are refused. Pure; reusable, so that
// forty thousand bodies are read without forty thousand allocations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/result.hpp"

namespace journal {

class FlatJson {
 public:
  enum class Kind { null, boolean, integer, text, other };  // other: a broken number, list, object

  struct Value {
    std::string key;
    Kind kind = Kind::null;
    std::int64_t number = 0;  // also 0 and 1 of a boolean
    std::string text;
  };

  // Replaces what was read before. The error's sentence says what is wrong with the text.
  domain::Result<void> read(std::string_view json);

  const Value* find(std::string_view key) const;
  // The value where it is there and of that kind.
  std::optional<std::int64_t> integer(std::string_view key) const;
  std::optional<bool> boolean(std::string_view key) const;
  const std::string* text(std::string_view key) const;
  bool is_null(std::string_view key) const;

  std::size_t size() const { return count_; }
  const Value& at(std::size_t index) const { return values_[index]; }

  // For the reader alone.
  Value& add(std::string_view key);

 private:
  std::vector<Value> values_;  // the first count_ are in use
  std::size_t count_ = 0;
};

}  // namespace journal
