// One warm bag label as PDF, in ms: median and 95th percentile by the clock, and the median of the
// processor's time alone, which a busy machine does not stretch as much.
// Build and run: cmake --build build/release --target bench_label && build/release/bench_label
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "devices/printing/barcode.hpp"
#include "devices/printing/label_renderer.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double processor_milliseconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double quantile(std::vector<double>& values, std::size_t percent) {
  std::sort(values.begin(), values.end());
  return values[values.size() * percent / 100];
}

void measure(const char* what, const std::string& article) {
  printing::LabelRenderer renderer;
  std::vector<double> milliseconds, processor;
  for (int i = 0; i < 1020; ++i) {
    printing::BagLabel label = printing::example_bag_label();
    label.article = article + ' ' + std::to_string(i);
    label.bag = printing::bag_number(1, 28'000'000 + i);
    const auto start = Clock::now();
    const double before = processor_milliseconds();
    const auto pdf = renderer.pdf(label, printing::Dpi::dpi203);
    const std::chrono::duration<double, std::milli> took = Clock::now() - start;
    if (!pdf) return;
    if (i < 20) continue;
    milliseconds.push_back(took.count());
    processor.push_back(processor_milliseconds() - before);
  }
  std::printf("%s: median %.2f ms, p95 %.2f ms, processor %.2f ms\n", what,
              quantile(milliseconds, 50), quantile(milliseconds, 95), quantile(processor, 50));
}

}  // namespace

int main() {
  measure("label, warm", "Carottes");
  std::string longest = "Œufs";
  while (longest.size() < 200) longest += " très";
  measure("label with a 200-character name, warm", longest);
}
