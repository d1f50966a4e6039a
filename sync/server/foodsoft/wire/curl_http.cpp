#include "sync/server/foodsoft/wire/curl_http.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <mutex>
#include <string_view>

#include "sync/server/foodsoft/guard.hpp"

namespace server {

namespace {

using Clock = std::chrono::steady_clock;
constexpr int poll_ms = 200;  // how late a stop or the end of patience is noticed
constexpr long request_uploaded = 0;

struct EasyCloser {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct MultiCloser {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct ShareCloser {
  void operator()(CURLSH* handle) const { curl_share_cleanup(handle); }
};
struct ListCloser {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, EasyCloser>;
using Multi = std::unique_ptr<CURLM, MultiCloser>;
using Headers = std::unique_ptr<curl_slist, ListCloser>;

// libcurl counts how often it was begun.
struct Library {
  Library() { domain::ensure(curl_global_init(CURL_GLOBAL_DEFAULT) == 0, "libcurl starts"); }
  ~Library() { curl_global_cleanup(); }
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

// One lane: a handle keeps its connection.
struct Lane {
  Multi multi{curl_multi_init()};
  Easy easy{curl_easy_init()};
};

// What one request has done so far; the callbacks' view of it.
struct Running {
  HttpReply reply;
  std::string_view to_send;
  bool too_large = false;
  Clock::time_point last_byte = Clock::now();
  curl_off_t bytes = 0;
};

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* running) {
  auto& run = *static_cast<Running*>(running);
  const std::size_t bytes = size * count;
  if (run.reply.body.size() + bytes > largest_unpacked) {
    run.too_large = true;
    return 0;
  }
  run.reply.body.append(data, bytes);
  return bytes;
}

// Without a way back: libcurl cannot send what was sent (curl_http.hpp).
std::size_t give_body(char* buffer, std::size_t size, std::size_t count, void* running) {
  auto& run = *static_cast<Running*>(running);
  const std::size_t bytes = std::min(run.to_send.size(), size * count);
  std::memcpy(buffer, run.to_send.data(), bytes);
  run.to_send.remove_prefix(bytes);
  return bytes;
}

int watch_bytes(void* running, curl_off_t, curl_off_t down, curl_off_t, curl_off_t up) {
  auto& run = *static_cast<Running*>(running);
  if (down + up != run.bytes) {
    run.bytes = down + up;
    run.last_byte = Clock::now();
  }
  return 0;
}

HttpFailure::Kind kind_of(CURLcode code, bool left) {
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
      return HttpFailure::name_not_found;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
    case CURLE_USE_SSL_FAILED:
      return HttpFailure::tls;
    case CURLE_SSL_CACERT_BADFILE:
      return HttpFailure::ca_file;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return HttpFailure::bad_address;
    case CURLE_OPERATION_TIMEDOUT:
      return left ? HttpFailure::timed_out : HttpFailure::unreachable;
    default:
      return left ? HttpFailure::cut : HttpFailure::unreachable;
  }
}

template <class Value>
void set(CURL* easy, CURLoption option, Value value) {
  domain::ensure(curl_easy_setopt(easy, option, value) == CURLE_OK, "libcurl knows its options");
}

Headers header_list(const HttpRequest& request) {
  Headers list;
  const auto add = [&list](const std::string& line) {
    if (curl_slist* longer = curl_slist_append(list.get(), line.c_str())) {
      list.release();
      list.reset(longer);
    }
  };
  for (const auto& [name, value] : request.headers) add(name + ": " + value);
  add("Expect:");
  return list;
}

std::string text_info(CURL* easy, CURLINFO info) {
  const char* text = nullptr;
  curl_easy_getinfo(easy, info, &text);
  return text ? text : "";
}

}  // namespace

struct CurlHttp::Handles {
  static void lock(CURL*, curl_lock_data data, curl_lock_access, void* handles) {
    static_cast<Handles*>(handles)->locks[static_cast<std::size_t>(data)].lock();
  }
  static void unlock(CURL*, curl_lock_data data, void* handles) {
    static_cast<Handles*>(handles)->locks[static_cast<std::size_t>(data)].unlock();
  }
  Handles() {
    curl_share_setopt(jar.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
    curl_share_setopt(jar.get(), CURLSHOPT_LOCKFUNC, lock);
    curl_share_setopt(jar.get(), CURLSHOPT_UNLOCKFUNC, unlock);
    curl_share_setopt(jar.get(), CURLSHOPT_USERDATA, this);
  }
  std::unique_ptr<Lane> take() {
    const std::lock_guard hold(mutex);
    if (idle.empty()) return std::make_unique<Lane>();
    auto lane = std::move(idle.back());
    idle.pop_back();
    return lane;
  }
  void give(std::unique_ptr<Lane> lane) {
    const std::lock_guard hold(mutex);
    idle.push_back(std::move(lane));
  }

  Library library;
  std::array<std::mutex, CURL_LOCK_DATA_LAST> locks;
  std::unique_ptr<CURLSH, ShareCloser> jar{curl_share_init()};
  std::mutex mutex;
  std::vector<std::unique_ptr<Lane>> idle;
};

CurlHttp::CurlHttp(CurlSetup setup)
    : setup_(std::move(setup)), handles_(std::make_unique<Handles>()) {}
CurlHttp::~CurlHttp() = default;

void CurlHttp::forget_cookies() {
  auto lane = handles_->take();
  curl_easy_reset(lane->easy.get());
  set(lane->easy.get(), CURLOPT_SHARE, handles_->jar.get());
  set(lane->easy.get(), CURLOPT_COOKIELIST, "ALL");
  set(lane->easy.get(), CURLOPT_SHARE, static_cast<CURLSH*>(nullptr));
  handles_->give(std::move(lane));
}

namespace {

void prepare(CURL* easy, const CurlSetup& setup, const HttpRequest& request, Running& run) {
  set(easy, CURLOPT_URL, request.url.c_str());
  set(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  set(easy, CURLOPT_NOSIGNAL, 1L);
  set(easy, CURLOPT_FOLLOWLOCATION, 0L);
  set(easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  set(easy, CURLOPT_COOKIEFILE, "");
  set(easy, CURLOPT_USERAGENT, "Romaine");
  set(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(setup.connect.count()));
  set(easy, CURLOPT_QUICK_EXIT, 1L);
  set(easy, CURLOPT_NOPROGRESS, 0L);
  set(easy, CURLOPT_XFERINFOFUNCTION, watch_bytes);
  set(easy, CURLOPT_XFERINFODATA, &run);
  set(easy, CURLOPT_WRITEFUNCTION, take_body);
  set(easy, CURLOPT_WRITEDATA, &run);
  if (setup.ca_file) set(easy, CURLOPT_CAINFO, setup.ca_file->c_str());
  const bool bare_post = request.method != Method::get && request.body.empty();
  if (request.own_line || bare_post) set(easy, CURLOPT_FRESH_CONNECT, 1L);
  if (request.method != Method::get) {
    run.to_send = request.body;
    set(easy, CURLOPT_POST, 1L);
    if (request.method == Method::patch) set(easy, CURLOPT_CUSTOMREQUEST, "PATCH");
    set(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set(easy, CURLOPT_READFUNCTION, give_body);
    set(easy, CURLOPT_READDATA, &run);
  }
}

// What ended a request; nothing where libcurl says it went well.
struct Ended {
  std::optional<CURLcode> code;
  bool stopped = false, idle = false;
};

Ended run_to_end(Lane& lane, const CurlSetup& setup, Running& run) {
  // A stop wakes the wait below from whichever thread it comes.
  const std::stop_callback wake(setup.stop, [&lane] { curl_multi_wakeup(lane.multi.get()); });
  for (;;) {
    int running = 0;
    if (curl_multi_perform(lane.multi.get(), &running) != CURLM_OK) return {CURLE_FAILED_INIT};
    if (running == 0) break;
    if (setup.stop.stop_requested()) return {std::nullopt, true, false};
    if (Clock::now() - run.last_byte > setup.idle) return {std::nullopt, false, true};
    const int patience = static_cast<int>(std::min<std::chrono::milliseconds::rep>(
        poll_ms, std::max<std::chrono::milliseconds::rep>(1, setup.idle.count())));
    curl_multi_poll(lane.multi.get(), nullptr, 0, patience, nullptr);
  }
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(lane.multi.get(), &left))
    if (message->msg == CURLMSG_DONE) return {message->data.result};
  return {CURLE_FAILED_INIT};
}

}  // namespace

tl::expected<HttpReply, HttpFailure> CurlHttp::ask(const HttpRequest& request) {
  auto lane = handles_->take();
  CURL* easy = lane->easy.get();
  curl_easy_reset(easy);
  Running run;
  std::array<char, CURL_ERROR_SIZE> words{};
  set(easy, CURLOPT_ERRORBUFFER, words.data());
  set(easy, CURLOPT_SHARE, handles_->jar.get());
  prepare(easy, setup_, request, run);
  const Headers headers = header_list(request);
  set(easy, CURLOPT_HTTPHEADER, headers.get());
  curl_multi_add_handle(lane->multi.get(), easy);
  const Ended ended = run_to_end(*lane, setup_, run);
  long head = request_uploaded, status = 0;
  curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &head);
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  run.reply.status = static_cast<int>(status);
  run.reply.location = text_info(easy, CURLINFO_REDIRECT_URL);
  run.reply.content_type = text_info(easy, CURLINFO_CONTENT_TYPE);
  curl_multi_remove_handle(lane->multi.get(), easy);
  set(easy, CURLOPT_SHARE, static_cast<CURLSH*>(nullptr));
  set(easy, CURLOPT_ERRORBUFFER, static_cast<char*>(nullptr));
  if (ended.code == CURLE_OK) {
    handles_->give(std::move(lane));
    return std::move(run.reply);
  }
  // The lane goes with its connection, on which the rest of the reply may still come.
  const bool left = head > 0 || run.bytes > 0;
  if (ended.stopped) return tl::unexpected(HttpFailure{HttpFailure::interrupted, "", left});
  if (ended.idle)
    return tl::unexpected(HttpFailure{left ? HttpFailure::timed_out : HttpFailure::unreachable,
                                      "no answer in time", left});
  if (run.too_large) return tl::unexpected(HttpFailure{HttpFailure::too_large, "", left});
  const std::string said = words[0] ? words.data() : curl_easy_strerror(*ended.code);
  return tl::unexpected(HttpFailure{kind_of(*ended.code, left), said, left});
}

}  // namespace server
