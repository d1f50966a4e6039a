// Median and 95th percentile of one warm bag label, in ms, as PDF and placed alone.
// Build and run: cmake --build build/release --target bench_label && build/release/bench_label
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "devices/printing/barcode.hpp"
#include "devices/printing/label_renderer.hpp"

namespace {

using Clock = std::chrono::steady_clock;

void measure(const char* what, const std::string& article) {
  printing::LabelRenderer renderer;
  std::vector<double> milliseconds;
  for (int i = 0; i < 1020; ++i) {
    printing::BagLabel label = printing::example_bag_label();
    label.article = article + ' ' + std::to_string(i);
    label.bag = printing::bag_number(1, 28'000'000 + i);
    const auto start = Clock::now();
    const auto pdf = renderer.pdf(label, printing::Dpi::dpi203);
    const std::chrono::duration<double, std::milli> took = Clock::now() - start;
    if (!pdf) return;
    if (i >= 20) milliseconds.push_back(took.count());
  }
  std::sort(milliseconds.begin(), milliseconds.end());
  std::printf("%s: median %.2f ms, p95 %.2f ms\n", what, milliseconds[milliseconds.size() / 2],
              milliseconds[milliseconds.size() * 95 / 100]);
}

}  // namespace

int main() {
  measure("label, warm", "Carottes");
  std::string longest = "Œufs";
  while (longest.size() < 200) longest += " très";
  measure("label with a 200-character name, warm", longest);
}
