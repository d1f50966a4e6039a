// One order from its pages, whole and checked, as the rest of Romaine knows it (contracts.md 2.1,
// 2.2). Pure.
#pragma once

#include "domain/reference.hpp"
#include "sync/server/foodsoft/order_pages.hpp"

namespace server {

domain::Result<domain::ReferenceOrder> build_order(const OrderPages& pages);

}  // namespace server
