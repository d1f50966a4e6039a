#include "sync/server/foodsoft/replies/replies.hpp"

namespace server {

namespace {

using domain::Fault;

WriteReply unknown(const std::string& what) {
  return {Landed::unknown,
          {Fault::page_foreign, "The server answered " + what +
                                    " in an unknown form; whether it was saved shows in the next "
                                    "reading."}};
}

WriteReply form_again(const std::string& what) {
  return {Landed::no,
          {Fault::refused, "The server did not take " + what +
                               " and showed its form again; nothing was changed there."}};
}

}  // namespace

WriteReply read_cell_reply(const Script& script, domain::CellId cell) {
  const std::string what = "the result of cell " + std::to_string(cell.value);
  if (script.has("GroupOrderArticle#update") &&
      script.number("group_order_article_id") == cell.value)
    return {Landed::yes, {}, script.decimal("group_order_article_price")};
  return unknown(what);
}

WriteReply read_received_reply(const Script& script, domain::OrderArticleId article) {
  const std::string what = "what was received of order article " + std::to_string(article.value);
  if (script.has("OrderArticle#update") && script.number("order_article_id") == article.value)
    return {Landed::yes, {}};
  return script.beginning("<form") ? form_again(what) : unknown(what);
}

WriteReply read_comment_reply(const Script& script) {
  if (script.after("#comments")) return {Landed::yes, {}};
  return script.beginning("<form") ? form_again("the comment") : unknown("the comment");
}

}  // namespace server
