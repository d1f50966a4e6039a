// CPU of one frame of the matrix with a renderer that draws nothing, at 1280x800, 30 % of the cells
// filled, at the scroll position where most of the window is: once for 120 x 600 and once for
// 1 000 x 2 000. Beside it the same frame with an empty screen, which is ImGui's own share.
//   cmake --build build/release --target bench && build/release/bench_matrix_frame
#include <chrono>
#include <cstdio>
#include <random>

#include "kiosk/screens/matrix/position.hpp"
#include "kiosk/screens/matrix/screen.hpp"
#include "support/kiosk/fake_desk.hpp"

namespace {

using Clock = std::chrono::steady_clock;
constexpr int frames = 2'000, rounds = 9;
constexpr std::uint32_t seed = 4;

std::vector<domain::ReferenceOrder> made_up(int columns, int rows) {
  std::mt19937 random(seed);
  domain::ReferenceOrder order;
  order.id = {1};
  order.supplier = "Ferme des Aulnes";
  const domain::UnitMeaning kilograms = domain::read_unit_text("1 kg");
  for (int c = 0; c < columns; ++c)
    order.group_orders.push_back(
        {domain::GroupOrderId{c + 1}, "Les Voisins " + std::to_string(c + 1), {}, {}});
  for (int r = 0; r < rows; ++r) {
    domain::OrderArticle article;
    article.id = domain::OrderArticleId{r + 1};
    article.name = "Carottes " + std::to_string(r + 1);
    article.unit = {"1 kg", "1 kg", kilograms};
    order.articles.push_back(std::move(article));
    for (int c = 0; c < columns; ++c) {
      if (random() % 10 >= 3) continue;
      domain::ReferenceCell cell;
      cell.id = {static_cast<std::int64_t>(order.cells.size()) + 1};
      cell.group = c;
      cell.article = r;
      cell.asked = cell.base = domain::Quantity(1'250'000);
      order.cells.push_back(cell);
    }
  }
  return {std::move(order)};
}

// Where the window holds most cells.
screens::matrix::Position fullest(const domain::AllocationMatrix& matrix,
                                  screens::matrix::Fit fit) {
  screens::matrix::Position best;
  int most = -1;
  for (int row = 0; row + fit.rows <= matrix.rows(); ++row)
    for (int column = 0; column + fit.columns <= matrix.columns(); ++column) {
      int cells = 0;
      for (int r = row; r < row + fit.rows; ++r)
        for (int c = column; c < column + fit.columns; ++c) cells += matrix.at(r, c) ? 1 : 0;
      if (cells <= most) continue;
      most = cells;
      best.row = row;
      best.column = column;
    }
  std::printf("  fullest window: %d of %d cells\n", most, fit.rows * fit.columns);
  return best;
}

template <class Draw>
double milliseconds_a_frame(ui::Ui& ui, Draw draw) {
  double least = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const auto start = Clock::now();
    for (int i = 0; i < frames; ++i) {
      ui.begin({}, 0.016f);
      draw();
      ui.end();
    }
    const std::chrono::duration<double, std::milli> taken = Clock::now() - start;
    least = std::min(least, taken.count() / frames);
  }
  return least;
}

void measure(ui::Ui& ui, int columns, int rows) {
  std::printf("%d x %d\n", columns, rows);
  support::FakeDesk desk(made_up(columns, rows));
  // Every third cell weighed, so that all kinds of cells are drawn.
  std::vector<domain::Body> bodies;
  for (std::size_t i = 0; i < desk.day().orders()[0].cells.size(); i += 3)
    bodies.emplace_back(domain::Weighed{desk.day().on({0, static_cast<int>(i)}),
                                        domain::grams(i % 2 == 0 ? 1250 : 900)});
  if (!desk.save(bodies)) return;
  const auto screen = screens::make_matrix(desk, {});
  const auto draw = [&] { screen->draw(ui); };
  ui.begin({}, 0.016f);
  draw();
  ui.end();
  const auto fit = screens::matrix::fit_of(ui.metrics());
  screens::matrix::Position position = screens::matrix::position_in(ui);
  const auto worst = fullest(desk.matrix(), fit);
  position.row = worst.row;
  position.column = worst.column;
  screens::matrix::keep_position(ui, position);
  screen->refresh();
  std::printf("  frame, nothing changed   %.4f ms\n", milliseconds_a_frame(ui, draw));
  std::printf("  frame, all made anew     %.4f ms\n", milliseconds_a_frame(ui, [&] {
                screen->refresh();
                draw();
              }));
}

}  // namespace

int main() {
  auto ui = ui::Ui::open({.panel = ui::usual_panel(1280, 800)});
  if (!ui) return 1;
  std::printf("  frame of an empty screen %.4f ms\n", milliseconds_a_frame(**ui, [] {}));
  measure(**ui, 120, 600);
  measure(**ui, 1000, 2000);
}
