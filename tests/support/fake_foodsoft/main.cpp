// A Foodsoft of a small co-op on loopback, for tests (docs/foodsoft.md, "The fake server"). Prints
// {"port":N}; ends with SIGTERM or its stdin.
#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <thread>

#include "fake_foodsoft/admin.hpp"
#include "fake_foodsoft/day_maker.hpp"
#include "fake_foodsoft/text_places.hpp"
#include "fake_foodsoft/wire.hpp"

namespace {

using namespace fake;

Request taken_over(const httplib::Request& from, std::string body) {
  Request request{.method = from.method, .path = from.path, .raw_body = std::move(body)};
  const std::size_t mark = from.target.find('?');
  if (mark != std::string::npos) request.query = parse_form(from.target.substr(mark + 1));
  for (const auto& [name, value] : from.headers) {
    std::string lower = name;
    for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    request.headers.emplace(lower, value);
  }
  read_body(request);
  return request;
}

Reply proxy_page(int status, const char* title) {
  const std::string text = std::to_string(status) + " " + title;
  return html("<html>\r\n<head><title>" + text + "</title></head>\r\n<body>\r\n<center><h1>" +
                  text + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n",
              status);
}

void wait_ms(int ms) { std::this_thread::sleep_for(std::chrono::milliseconds(ms)); }

// The reply of one request with the fault that fate chose for it.
Reply answer(fake::Server& server, Faults& faults, const Request& request) {
  const auto fault = faults.pick(request.method, request.path);
  if (!fault) return server.answer(request);
  Wire& wire = *Wire::current();
  switch (fault->kind) {
    case FaultKind::lost_before:
      wire.say_nothing();
      return html("");
    case FaultKind::error_before:
      return error_page(500, server.four());
    case FaultKind::bad_gateway:
      return proxy_page(502, "Bad Gateway");
    case FaultKind::maintenance:
      return proxy_page(503, "Service Temporarily Unavailable");
    case FaultKind::expired:
      server.expire(request);
      return server.answer(request);
    case FaultKind::stale_after:
      if (request.method == "PATCH") server.next_total_stays_stale = true;
      return server.answer(request);
    default:
      break;
  }
  Reply reply = server.answer(request);
  switch (fault->kind) {
    case FaultKind::delay:
      wait_ms(fault->ms);
      return reply;
    case FaultKind::slow:
      wire.drip(fault->ms);
      return reply;
    case FaultKind::reset:
      wire.break_in_the_middle(!reply.body.empty());
      return reply;
    case FaultKind::lost_after:
      wire.say_nothing();
      return reply;
    case FaultKind::error_after:
      return error_page(500, server.four());
    case FaultKind::bad_gateway_after:
      return proxy_page(502, "Bad Gateway");
    case FaultKind::html_for_js:
      return html("<html><body>Please confirm that you are no robot.</body></html>\n");
    default:
      return reply;
  }
}

void send(const Reply& reply, httplib::Response& response) {
  response.status = reply.status;
  for (const auto& [name, value] : reply.headers) response.set_header(name, value);
  response.set_content(reply.body, reply.type);
}

void open_doors(Front& front, fake::Server& server, Faults& faults) {
  const auto serve = [&](const httplib::Request& from, httplib::Response& to, std::string body) {
    const Request request = taken_over(from, std::move(body));
    const bool admin = request.path.rfind("/__fake/", 0) == 0;
    send(admin ? answer_admin(server, faults, request) : answer(server, faults, request), to);
  };
  front.Get(".*",
            [=](const httplib::Request& from, httplib::Response& to) { serve(from, to, ""); });
  // Bodies are read here: the library would refuse forms above 8 KB, and forget their order.
  const auto with_body = [=](const httplib::Request& from, httplib::Response& to,
                             const httplib::ContentReader& reader) {
    std::string body;
    const bool whole = reader([&](const char* bytes, size_t size) {
      body.append(bytes, size);
      return true;
    });
    if (whole) serve(from, to, std::move(body));  // a body cut short is not carried out
  };
  front.Post(".*", with_body);
  front.Put(".*", with_body);
  front.Patch(".*", with_body);
  front.Delete(".*", with_body);
}

// Until a signal or the end of stdin.
void wait_for_the_end(bool with_stdin) {
  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGINT);
  const int signals = signalfd(-1, &ends, SFD_CLOEXEC);
  pollfd waited[2] = {{signals, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
  for (;;) {
    if (poll(waited, with_stdin ? 2 : 1, -1) < 0) return;
    if (waited[0].revents != 0) return;
    char byte;
    if (with_stdin && waited[1].revents != 0 && read(STDIN_FILENO, &byte, 1) <= 0) return;
  }
}

}  // namespace

int main(int argc, char** argv) try {
  CLI::App app("A Foodsoft for tests");
  DayWish wish{.data = FAKE_FOODSOFT_DATA};
  fake::Options options;
  std::string version = "4.9.2";
  std::uint64_t fault_seed = 1;
  double fault_rate = 0;
  bool stay = false;
  int patch_ms = 3, page_ms = 0, port = 0, text_decimals = 0;
  app.add_option("--version", version)->check(CLI::IsMember({"4.9.2", "5.0.0-rc1"}));
  app.add_option("--articles", wish.articles);
  app.add_option("--groups", wish.groups);
  app.add_option("--fill", wish.fill, "of 100 possible cells, with --articles or --groups");
  app.add_option("--seed", wish.seed);
  app.add_option("--data", wish.data, "folder of the recorded replies");
  app.add_option("--fault-seed", fault_seed);
  app.add_option("--fault-rate", fault_rate, "0 to 1: how many requests fail in some way");
  app.add_option("--patch-ms", patch_ms, "how long a cell's PATCH computes");
  app.add_option("--page-ms", page_ms, "how long a page computes");
  app.add_option("--prefix", options.prefix, "of a sub-path install, like /sub");
  app.add_option("--slug", options.slug);
  app.add_flag("--multi", options.multi, "several co-ops: other slugs are unknown");
  app.add_option("--port", port, "0: a free one");
  app.add_option("--text-decimals", text_decimals, "of results as text, in every language");
  app.add_flag("--stay", stay, "do not end with stdin");
  CLI11_PARSE(app, argc, argv);
  wish.series = version == "4.9.2" ? Series::v4 : Series::v5;

  sigset_t ends;
  sigemptyset(&ends);
  sigaddset(&ends, SIGTERM);
  sigaddset(&ends, SIGINT);
  pthread_sigmask(SIG_BLOCK, &ends, nullptr);

  fake::Server server(make_coop(wish), options);
  force_text_places(text_decimals);
  server.timing.patch = patch_ms;
  server.timing.page = page_ms;
  Faults faults;
  if (fault_rate > 0) faults.roll(fault_seed, fault_rate, {});
  Front front;
  front.new_task_queue = [] { return new httplib::ThreadPool(32); };
  open_doors(front, server, faults);
  if (port == 0)
    port = front.bind_to_any_port("127.0.0.1");
  else if (!front.bind_to_port("127.0.0.1", port))
    port = -1;
  if (port <= 0) return std::fputs("no port to listen on\n", stderr), 1;
  std::thread listening([&] { front.listen_after_bind(); });
  // The library's stop() does nothing before its loop runs: who ended us at once would wait for ever.
  while (!front.is_running()) wait_ms(1);
  std::printf("{\"port\":%d}\n", port);
  std::fflush(stdout);
  wait_for_the_end(!stay);
  front.end();
  listening.join();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
