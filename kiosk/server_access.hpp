// The configured Foodsoft, ready to be asked: address and account of [server], the password from
// its 0600 file or from systemd ("foodsoft-password" in $CREDENTIALS_DIRECTORY). Nothing is sent
// before the first call.
#pragma once

#include <memory>
#include <stop_token>

#include "kiosk/config.hpp"
#include "sync/server/foodsoft/wire/curl_http.hpp"
#include "sync/server/foodsoft/wire/wire_foodsoft.hpp"

namespace kiosk {

// Refused where there is none, it is empty, or others may read its file.
domain::Result<std::string> read_password(const ServerConfig& server);

class ServerAccess {
 public:
  // `cut` ends a running request at once.
  static domain::Result<std::unique_ptr<ServerAccess>> open(const Config& config,
                                                            std::stop_token cut,
                                                            server::SessionLimits limits = {});
  server::WireFoodsoft& foodsoft() { return foodsoft_; }

 private:
  ServerAccess(server::CurlSetup setup, server::Account account, server::SessionLimits limits,
               std::stop_token cut)
      : http_(std::move(setup)), foodsoft_(http_, std::move(account), limits, std::move(cut)) {}

  server::CurlHttp http_;
  server::WireFoodsoft foodsoft_;
};

}  // namespace kiosk
