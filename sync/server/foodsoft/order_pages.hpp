// The pages of one order that lie side by side, and how their cells and articles belong together
// (contracts.md 2.1): by cell id, else by name, else by name and unit. Borrowed: the pages outlive
// it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/server/foodsoft/pages.hpp"

namespace server {

struct OrderPages {
  const GroupsPage* groups = nullptr;      // always there
  const ArticlesPage* articles = nullptr;  // optional
  const ReceivePage* receive = nullptr;    // optional here; who needs it is the folder's rule
};

struct JoinedArticle {
  std::optional<domain::OrderArticleId> id;
  const ArticleShown* shown = nullptr;  // as its first cell shows it
  const ReceiveRow* row = nullptr;
  const ListedArticle* listed = nullptr;
  std::vector<int> cells;  // of the groups page, in its order
};

// Articles in the order of the page, each with a cell at least.
domain::Result<std::vector<JoinedArticle>> join_articles(const OrderPages& pages);

// Whether view=articles tells of the same cells what view=groups tells.
domain::Result<void> check_articles_page(const OrderPages& pages);

}  // namespace server
