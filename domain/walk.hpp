// The way through the cells of a day: article by article, or crate by crate. It knows the order
// alone; what is open is asked of the day at each step, so that any cell may be done out of turn
// and work goes on where someone stopped. Made anew when the reference changes. A value; any
// thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/day.hpp"

namespace domain {

enum class WalkBy { article, ordergroup };

struct ArticleOrder {
  enum Kind { page, name, list } kind = page;
  // The station's own order, by article name (case and accents do not matter). Articles that it
  // does not name keep the order of the page and stand before it, so that a list of the cold things
  // alone puts them last; a "*" in the list is their place instead.
  std::vector<std::string> names;
};

// Every article of the day, in that order. Page: orders as the day has them, then as on the page.
std::vector<ArticlePlace> ordered_articles(const Day& day, const ArticleOrder& order);

class Walk {
 public:
  Walk() = default;
  // By article: its ordergroups by name. By ordergroup: by name, each with the articles in `order`.
  Walk(const Day& day, WalkBy by, const ArticleOrder& order = {});

  // All cells that exist, in the order of the walk.
  std::span<const CellPlace> cells() const& { return cells_; }
  std::span<const CellPlace> cells() const&& = delete;
  // Those of the same article (or the same ordergroup) as this one.
  std::span<const CellPlace> run_of(CellPlace at) const;

  // The next open cell after `current`: first the rest of its run, then what was left behind in it,
  // then the following runs and round to the first ones; `current` itself comes last of all.
  // Without a current cell the first open one. Nothing where all is done.
  std::optional<CellPlace> next(const Day& day, std::optional<CellPlace> current) const;
  // What comes after the current cell is done ("then crate 15").
  std::optional<CellPlace> then(const Day& day, CellPlace current) const;
  // Where work goes on: the cell itself while it is open, else the next one.
  std::optional<CellPlace> resume(const Day& day, std::optional<CellId> last) const;

 private:
  struct Run {
    std::size_t from, to;
  };
  std::size_t position(CellPlace at) const;
  std::optional<CellPlace> open_in(const Day& day, std::size_t from, std::size_t to) const;

  std::vector<CellPlace> cells_;
  std::vector<Run> runs_;
  std::vector<std::size_t> run_of_;                  // of each position
  std::vector<std::vector<std::size_t>> positions_;  // by order and cell
};

}  // namespace domain
