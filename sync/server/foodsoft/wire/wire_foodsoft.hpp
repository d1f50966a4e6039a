// Foodsoft over HTTP: every call of the seam as a request of one session, every reply through its
// parser. Safe to call from two threads at once, as the seam says.
#pragma once

#include "sync/server/foodsoft/foodsoft.hpp"
#include "sync/server/foodsoft/wire/session.hpp"

namespace server {

class WireFoodsoft final : public Foodsoft {
 public:
  // `http` outlives it.
  WireFoodsoft(Http& http, Account account, SessionLimits limits = {}, std::stop_token stop = {});

  Session& session() { return session_; }

  const std::string& address() const override { return session_.peer().address; }

  domain::Result<std::vector<ListedOrder>> orders() override;
  domain::Result<OrderPage> order(domain::OrderId id) override;
  domain::Result<GroupsPage> groups(domain::OrderId id) override;
  domain::Result<ArticlesPage> articles(domain::OrderId id) override;
  domain::Result<ReceivePage> receive(domain::OrderId id) override;
  domain::Result<ArticleRow> article_row(domain::OrderId order,
                                         domain::OrderArticleId article) override;
  domain::Result<std::optional<ReceiveRow>> receive_row(domain::OrderId order,
                                                        domain::OrderArticleId article) override;
  domain::Result<std::vector<StoredTotal>> stored_totals(domain::OrderId order) override;
  domain::Result<std::vector<KnownOrdergroup>> ordergroups(
      domain::OrderArticleId any_article) override;
  domain::Result<std::vector<GroupCredit>> credits() override;

  WriteReply write_result(domain::CellId cell, domain::Quantity result) override;
  WriteReply heal_total(domain::CellId cell, domain::OrderArticleId its_article) override;
  WriteReply write_received(domain::OrderId order, domain::OrderArticleId article,
                            domain::Quantity supplier_units, domain::Series series) override;
  WriteReply post_comment(domain::OrderId order, std::int64_t user_id,
                          const std::string& text) override;
  WriteReply post_receive(domain::OrderId order) override;

 private:
  WriteReply patch_cell(domain::CellId cell, const Fields& fields);
  domain::Result<GuardedPage> guarded(const std::string& path, const Fields& query,
                                      std::string_view needs);
  domain::Result<GuardedPage> order_table(domain::OrderId id, const std::string& rest,
                                          const Fields& query, PageTable due);

  Session session_;
};

}  // namespace server
