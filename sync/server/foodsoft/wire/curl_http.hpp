// Http on libcurl: TLS verified, proxy by environment (https_proxy, no_proxy), packed replies,
// cookies in memory only. A request whose reply is lost is never sent a second time by itself, not
// even on a connection that died while it lay idle.
#pragma once

#include <filesystem>
#include <memory>

#include "sync/server/foodsoft/wire/http.hpp"

namespace server {

struct CurlSetup {
  std::optional<std::filesystem::path> ca_file;  // beside the system's own authorities
  std::chrono::milliseconds connect{10'000};
  std::chrono::milliseconds idle{120'000};  // without a byte in either direction
  std::stop_token stop;                     // cuts a running request at once
};

class CurlHttp final : public Http {
 public:
  explicit CurlHttp(CurlSetup setup);
  ~CurlHttp() override;
  CurlHttp(const CurlHttp&) = delete;
  CurlHttp& operator=(const CurlHttp&) = delete;

  tl::expected<HttpReply, HttpFailure> ask(const HttpRequest& request) override;
  void forget_cookies() override;

 private:
  struct Handles;
  CurlSetup setup_;
  std::unique_ptr<Handles> handles_;
};

}  // namespace server
