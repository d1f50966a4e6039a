#include "sync/server/foodsoft/html.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

namespace server {

namespace {

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view{};
}

const xmlNode* element_from(const xmlNode* node) {
  while (node && node->type != XML_ELEMENT_NODE) node = node->next;
  return node;
}

void add_text(const xmlNode* node, std::string& out) {
  for (; node; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
      out += view(node->content);
    else if (node->type == XML_ELEMENT_NODE)
      add_text(node->children, out);  // at most as deep as the guard allows
  }
}

// <br> breaks a line, a paragraph ends with an empty one; line ends of the source are blanks.
void add_lines(const xmlNode* node, std::string& out) {
  for (; node; node = node->next) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      for (const char c : view(node->content)) out += c >= '\t' && c <= '\r' ? ' ' : c;
    } else if (node->type == XML_ELEMENT_NODE) {
      const auto name = view(node->name);
      if (name == "br") out += '\n';
      add_lines(node->children, out);
      if (name == "p") out += "\n\n";
      if (name == "li" || name == "div") out += '\n';
    }
  }
}

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

}  // namespace

std::string_view Element::name() const { return node_ ? view(node_->name) : std::string_view{}; }

std::optional<std::string_view> Element::attribute(std::string_view name) const {
  if (!node_) return std::nullopt;
  for (const xmlAttr* a = node_->properties; a; a = a->next)
    if (view(a->name) == name) return a->children ? view(a->children->content) : std::string_view{};
  return std::nullopt;
}

bool Element::has_class(std::string_view word) const {
  std::string_view rest = attribute("class").value_or(std::string_view{});
  while (!rest.empty()) {
    std::size_t end = 0;
    while (end < rest.size() && !is_blank(rest[end])) ++end;
    if (rest.substr(0, end) == word) return true;
    rest.remove_prefix(end < rest.size() ? end + 1 : end);
  }
  return false;
}

std::string Element::text() const {
  std::string out;
  if (node_) add_text(node_->children, out);
  return out;
}

std::string Element::lines() const {
  std::string out;
  if (node_) add_lines(node_->children, out);
  return out;
}

int Element::line() const { return node_ ? static_cast<int>(xmlGetLineNo(node_)) : 0; }

Element Element::parent() const {
  const bool inside = node_ && node_->parent && node_->parent->type == XML_ELEMENT_NODE;
  return Element(inside ? node_->parent : nullptr);
}

Element Element::first() const { return Element(node_ ? element_from(node_->children) : nullptr); }
Element Element::next() const { return Element(node_ ? element_from(node_->next) : nullptr); }

Element Element::after(Element top) const {
  if (const Element below = first()) return below;
  const xmlNode* at = node_;
  while (at && at != top.node_) {
    if (const xmlNode* sibling = element_from(at->next)) return Element(sibling);
    at = at->parent;
  }
  return {};
}

Element Element::find(std::string_view tag, std::string_view class_word) const {
  for (Element e = after(*this); e; e = e.after(*this))
    if (e.is(tag) && (class_word.empty() || e.has_class(class_word))) return e;
  return {};
}

void Html::Free::operator()(_xmlDoc* doc) const { xmlFreeDoc(doc); }

Element Html::root() const { return Element(xmlDocGetRootElement(doc_.get())); }

domain::Result<Html> Html::parse(std::string_view guarded) {
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_NOBLANKS | HTML_PARSE_COMPACT |
                          HTML_PARSE_NODEFDTD;
  xmlDoc* doc =
      htmlReadMemory(guarded.data(), static_cast<int>(guarded.size()), nullptr, "UTF-8", options);
  if (!doc || !xmlDocGetRootElement(doc)) {
    xmlFreeDoc(doc);
    return domain::fail(domain::Fault::page_torn, "it is no HTML that can be read");
  }
  return Html(doc);
}

}  // namespace server
