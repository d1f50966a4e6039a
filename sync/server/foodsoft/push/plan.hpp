// What a push would do with one order: our figures against what the server shows now, cell by cell,
// by the table of contracts.md 8. Pure: no I/O, no clock.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/day.hpp"
#include "domain/push_state.hpp"
#include "sync/server/foodsoft/push/seen.hpp"

namespace server {

// A version of an order's reference, as the journal keeps it.
struct ToldOrder {
  std::string source;  // a folder, or a server's address
  domain::ReferenceOrder order;
};

// Our figures of an order, before anything is read.
struct OrderWork {
  struct Cell {
    domain::CellPlace at;
    int article = 0;  // its place
    domain::OurFigure ours;
    bool open = false;     // not known to stand on the server: to be read
    bool rounded = false;  // its base may come from a page that rounds to 2 decimals
  };
  std::vector<Cell> cells;  // those that we have a figure for, in the order of the page
  int untouched = 0;
  std::vector<std::string> untouched_articles;  // their names, each once
  std::vector<std::string> begun;               // "Rosa: Carrots", begun and not finished
  std::vector<std::string> nothing_arrived;     // articles received 0 with cells without an entry
  // Articles that have an open cell, by place.
  std::vector<int> articles_to_read() const;
};
// `told`: every version of the order's reference in this day, oldest first.
OrderWork order_work(const domain::Day& day, int order, const domain::PushState& state,
                     std::span<const ToldOrder> told);

// Why nothing of an order may be sent, by what is known without the server; empty where it may.
std::string why_not(const domain::Day& day, int order, std::span<const ToldOrder> told,
                    const std::string& address);
// What stops an order unless a person says `--open`; empty where nothing does.
std::string what_is_open(const OrderWork& work);
// "12 cells nobody weighed will be charged as ordered: Carrots, Leeks"; empty where there are none.
std::string untouched_sentence(const OrderWork& work);

struct PlannedCell {
  enum Kind {
    send,
    same,
    corrected,  // the treasurer's word after ours was verified: kept, counts as equal
    kept,       // a person chose the server's value
    conflict,
    refused,
    unclear,  // not read, or 0 where only view=groups tells 0 from gone
  } kind = same;
  domain::CellPlace at;
  domain::CellId id;
  std::optional<domain::OrderArticleId> article;
  std::optional<domain::Quantity> base, before;
  domain::Quantity after;
  std::string error;  // one sentence, of conflict, refused, corrected
};
// `everything`: also cells that are known to stand on the server, else the open ones alone.
std::vector<PlannedCell> plan_cells(const domain::Day& day, const OrderWork& work,
                                    const domain::PushState& state, const SeenOrder& seen,
                                    bool everything);

// units_received of one article.
struct PlannedReceived {
  enum Kind { send, same, left, refused } kind = same;  // left: somebody else's value stays
  int article = 0;
  domain::OrderArticleId id;
  std::optional<domain::Quantity> before;
  domain::Quantity after;  // supplier units
  std::string error;
};
// Those that a push is to set, with what it would set; `before` and kind come from look_at().
std::vector<PlannedReceived> received_to_set(const domain::Day& day, int order,
                                             const domain::PushState& state);
// Known to stand on the server already.
bool known_to_stand(const PlannedReceived& planned, const domain::PushState& state);
// `row`: nothing where the article has no row any more.
void look_at(PlannedReceived& planned, const std::optional<ReceiveRow>& row, const domain::Day& day,
             int order, const domain::PushState& state);

// Whether the changed cells of one article look like somebody's "receive": all at whole numbers,
// and the received amount is another one than was pulled. `units_received`: as its row shows it
// now.
bool looks_redistributed(const domain::OrderArticle& article, std::span<const PlannedCell> changed,
                         std::optional<Micro> units_received, const domain::PushState& state);

}  // namespace server
