// A parsed page as a small typed view: elements, attributes, text. The only door to libxml2; what
// comes in has passed the guard. An Html owns its tree, Elements borrow from it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "domain/result.hpp"

struct _xmlDoc;
struct _xmlNode;

namespace server {

class Element {
 public:
  Element() = default;
  explicit Element(const _xmlNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  bool operator==(const Element&) const = default;

  std::string_view name() const;
  bool is(std::string_view tag) const { return name() == tag; }
  // Nothing where the element has no such attribute.
  std::optional<std::string_view> attribute(std::string_view name) const;
  std::string_view id() const { return attribute("id").value_or(std::string_view{}); }
  bool has_class(std::string_view word) const;
  // All text below, as in the page.
  std::string text() const;
  // The same as people read it: a line end only where the page breaks the line.
  std::string lines() const;
  int line() const;

  Element parent() const;
  Element first() const;  // first child element
  Element next() const;   // next sibling element
  // The next element in the order of the page that lies within `top`; begin with top.
  Element after(Element top) const;
  // The first element below with this tag (and class).
  Element find(std::string_view tag, std::string_view class_word = {}) const;

 private:
  const _xmlNode* node_ = nullptr;
};

class Html {
 public:
  static domain::Result<Html> parse(std::string_view guarded);
  Element root() const;

 private:
  struct Free {
    void operator()(_xmlDoc* doc) const;
  };
  explicit Html(_xmlDoc* doc) : doc_(doc) {}
  std::unique_ptr<_xmlDoc, Free> doc_;
};

}  // namespace server
