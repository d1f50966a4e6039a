// One order from its pages, whole and checked, as the rest of Romaine knows it (contracts.md 2.1,
// 2.2). Pure.
#pragma once

#include "domain/reference.hpp"
#include "sync/server/foodsoft/order_pages.hpp"

namespace server {

// With `odd`, sums of what was asked that disagree do not refuse the order: they are told there, a
// sentence each. So a running server is read on which a cell or a group was deleted, whose share
// the article's own count still holds; pages that somebody saved may simply not fit together.
domain::Result<domain::ReferenceOrder> build_order(const OrderPages& pages,
                                                   std::vector<std::string>* odd = nullptr);

}  // namespace server
