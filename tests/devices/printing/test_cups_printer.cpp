// Against a real cupsd of the test's own: each label comes out once, whatever happens in between.
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <thread>

#include "devices/printing/cups_printer.hpp"
#include "devices/printing/label_renderer.hpp"
#include "devices/printing/print_worker.hpp"
#include "support/private_cupsd.hpp"

using namespace printing;
using namespace std::chrono_literals;
using Kind = Submission::Kind;

namespace {

PrintDocument document(const std::string& bag = "2900001234566") {
  LabelRenderer renderer;
  BagLabel label = example_bag_label();
  label.bag = bag;
  return {renderer.pdf(label, Dpi::dpi203).value(), bag, label_uuid(bag)};
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Whatever is still on its way comes out before a last label does; the queue keeps the order.
std::size_t came_out(support::PrivateCupsd& server, std::size_t expected) {
  CupsPrinter printer("label");
  REQUIRE(printer.submit(document("2900099999996"), Offer::fresh, {}).kind == Kind::taken);
  return server.kept(expected + 1).size() - 1;
}

template <class Holds>
bool within_a_minute(Holds holds) {
  for (int i = 0; i < 1200; ++i) {
    if (holds()) return true;
    std::this_thread::sleep_for(50ms);
  }
  return false;
}

}  // namespace

TEST_CASE("a queue gets the label once, as it was drawn, under its uuid") {
  support::PrivateCupsd server;
  CupsPrinter printer("label");
  const PrintDocument label = document();
  CHECK(printer.state({}) == PrinterState{});
  const Submission answer = printer.submit(label, Offer::fresh, {});
  CAPTURE(answer.detail);
  REQUIRE(answer.kind == Kind::taken);
  const auto kept = server.kept(1);
  REQUIRE(kept.size() == 1);
  CHECK(bytes_of(kept[0]) == label.pdf);
  const std::string words = bytes_of(kept[0].substr(0, kept[0].size() - 4) + ".words");
  CHECK(words.find("Romaine 2900001234566") != std::string::npos);
  CHECK(words.find("job-uuid=urn:uuid:" + label.uuid) != std::string::npos);
  // Offered again in this run and, after a restart of ours, in another: it stays one.
  CHECK(printer.submit(label, Offer::perhaps, {}).kind == Kind::taken);
  CHECK(CupsPrinter("label").submit(label, Offer::perhaps, {}).kind == Kind::taken);
  CHECK(came_out(server, 1) == 1);
}

TEST_CASE("an answer that is lost does not print a label twice") {
  support::PrivateCupsd server;
  CupsPrinter printer("label");
  const std::string lost = GENERATE("create", "send");
  CAPTURE(lost);
  server.tell("lose " + lost);
  Submission answer = printer.submit(document(), Offer::fresh, {});
  if (lost == "send") {
    CHECK(answer.kind == Kind::taken);  // it looked the job up
  } else {
    CHECK(answer.kind == Kind::blocked);
    CHECK(answer.trouble == PrinterTrouble::server_silent);
    answer = printer.submit(document(), Offer::perhaps, {});
    CHECK(answer.kind == Kind::taken);
  }
  CHECK(came_out(server, 1) == 1);
}

TEST_CASE("a print server that is away or dies prints each label once when it is back") {
  support::PrivateCupsd server;
  CupsPrinter printer("label");
  server.tell("kill");
  const Submission answer = printer.submit(document(), Offer::fresh, {});
  CHECK(answer.kind == Kind::blocked);
  CHECK(answer.trouble == PrinterTrouble::server_silent);
  CHECK(printer.state({}).trouble == PrinterTrouble::server_silent);
  server.tell("start");
  REQUIRE(printer.submit(document(), Offer::perhaps, {}).kind == Kind::taken);
  REQUIRE(server.kept(1).size() == 1);
  server.tell("idle");
  server.tell("end");
  server.tell("start");
  CHECK(printer.submit(document(), Offer::perhaps, {}).kind == Kind::taken);
  CHECK(came_out(server, 1) == 1);
}

TEST_CASE("a printer without labels says so, and the label comes out once there are some") {
  support::PrivateCupsd server;
  CupsPrinter printer("label");
  server.tell("empty");
  REQUIRE(printer.submit(document(), Offer::fresh, {}).kind == Kind::taken);
  CHECK(within_a_minute([&] { return printer.state({}).trouble == PrinterTrouble::no_labels; }));
  CHECK(printer.submit(document(), Offer::perhaps, {}).kind == Kind::taken);
  server.tell("refill");
  REQUIRE(server.kept(1).size() == 1);
  CHECK(within_a_minute([&] { return printer.state({}) == PrinterState{}; }));
  CHECK(came_out(server, 1) == 1);
}

TEST_CASE("a frozen print server is given up, and the label is there once afterwards") {
  support::PrivateCupsd server;
  CupsPrinter printer("label", 300ms);
  server.tell("freeze");
  const Submission answer = printer.submit(document(), Offer::fresh, {});
  CHECK(answer.kind == Kind::blocked);
  CHECK(answer.trouble == PrinterTrouble::server_silent);
  server.tell("thaw");
  CupsPrinter patient("label");
  CHECK(patient.submit(document(), Offer::perhaps, {}).kind == Kind::taken);
  CHECK(came_out(server, 1) == 1);
}

TEST_CASE("a stop ends the wait for a frozen print server") {
  support::PrivateCupsd server;
  CupsPrinter printer("label", 24h);
  server.tell("freeze");
  std::stop_source stop;
  std::jthread later([&stop] {
    std::this_thread::sleep_for(200ms);
    stop.request_stop();
  });
  CHECK(printer.submit(document(), Offer::fresh, stop.get_token()).kind == Kind::blocked);
  CHECK(printer.state(stop.get_token()).trouble == PrinterTrouble::server_silent);
  server.tell("thaw");
}

TEST_CASE("what keeps a queue from taking labels has its own word") {
  support::PrivateCupsd server;
  const auto trouble = [](const std::string& queue) {
    const Submission answer = CupsPrinter(queue).submit(document(), Offer::fresh, {});
    CHECK(answer.kind == Kind::blocked);
    CHECK_FALSE(answer.detail.empty());
    return answer.trouble;
  };
  CHECK(trouble("nowhere") == PrinterTrouble::no_such_queue);
  CHECK(CupsPrinter("nowhere").state({}).trouble == PrinterTrouble::no_such_queue);
  CHECK(trouble("raw") == PrinterTrouble::no_pdf);
  CHECK(trouble("office") == PrinterTrouble::wrong_paper);
  server.tell("pause label");
  CHECK(trouble("label") == PrinterTrouble::paused);
  CHECK(CupsPrinter("label").state({}).trouble == PrinterTrouble::paused);
  server.tell("resume label");
  server.tell("reject label");
  CHECK(trouble("label") == PrinterTrouble::rejecting);
  CHECK(CupsPrinter("label").state({}).trouble == PrinterTrouble::rejecting);
  server.tell("accept label");
  CHECK(CupsPrinter("label").state({}) == PrinterState{});
  CHECK(came_out(server, 0) == 0);
}

TEST_CASE("a label that the queue holds back for a person is told, and comes out once released") {
  support::PrivateCupsd server;
  CupsPrinter printer("label");
  server.tell("hold label");
  REQUIRE(printer.submit(document(), Offer::fresh, {}).kind == Kind::taken);
  CHECK(printer.state({}).trouble == PrinterTrouble::held);
  CHECK(printer.submit(document(), Offer::perhaps, {}).kind == Kind::taken);
  server.tell("release 1");
  CHECK(server.kept(1).size() == 1);
  CHECK(within_a_minute([&] { return printer.state({}) == PrinterState{}; }));
}

TEST_CASE("the worker and a queue that comes and goes: every label once, in order") {
  support::PrivateCupsd server;
  std::mutex mutex;
  std::vector<std::int64_t> taken;
  {
    PrintWorker worker(
        std::make_unique<CupsPrinter>("label"), Dpi::dpi203,
        [&](const PrintEvent& event) {
          const auto* outcome = std::get_if<PrintOutcome>(&event);
          const std::lock_guard lock(mutex);
          if (outcome && outcome->kind == PrintOutcome::Kind::taken)
            taken.push_back(outcome->entry.seq);
        },
        PrintPace{{20ms}, 50ms});
    for (int seq = 0; seq < 5; ++seq) {
      if (seq == 1) server.tell("lose send");
      if (seq == 2) server.tell("kill");
      if (seq == 3) server.tell("start");
      if (seq == 4) server.tell("lose create");
      LabelJob job{{"1", seq}, example_bag_label()};
      job.label.bag =
          std::vector<std::string>{"2900000000018", "2900000000025", "2900000000032",
                                   "2900000000049", "2900000000056"}[static_cast<std::size_t>(seq)];
      worker.offer(job);
      if (seq == 0 || seq == 1)
        REQUIRE(within_a_minute([&] {
          const std::lock_guard lock(mutex);
          return taken.size() == static_cast<std::size_t>(seq) + 1;
        }));
      if (seq == 1) {
        REQUIRE(server.kept(2).size() == 2);
        server.tell("idle");
      }
    }
    REQUIRE(within_a_minute([&] {
      const std::lock_guard lock(mutex);
      return taken.size() == 5;
    }));
  }
  CHECK(taken == std::vector<std::int64_t>{0, 1, 2, 3, 4});
  CHECK(came_out(server, 5) == 5);
}
