#include "kiosk/app/server_setup.hpp"

#include "kiosk/app/server_link.hpp"
#include "kiosk/server_access.hpp"
#include "sync/journal/folder_lock.hpp"

namespace kiosk {

namespace {

class AccessLine final : public ServerLine {
 public:
  explicit AccessLine(std::unique_ptr<ServerAccess> access) : access_(std::move(access)) {}
  server::Foodsoft& foodsoft() override { return access_->foodsoft(); }

 private:
  std::unique_ptr<ServerAccess> access_;
};

class HeldLock final : public PushLock {
 public:
  explicit HeldLock(journal::FolderLock lock) : lock_(std::move(lock)) {}

 private:
  journal::FolderLock lock_;
};

domain::Result<std::unique_ptr<PushLock>> lock_of(const std::filesystem::path& data) {
  auto lock = journal::FolderLock::open(data, journal::push_lock_file);
  if (!lock) return tl::unexpected(lock.error());
  if (!lock->try_alone())
    return domain::fail(domain::Fault::busy,
                        "Another process sends this day at the moment; nothing was sent, wait "
                        "until it is done.");
  return std::make_unique<HeldLock>(std::move(*lock));
}

}  // namespace

MakeServerSide configured_server(const Config& config, const std::filesystem::path& data,
                                 const std::string& language,
                                 std::function<domain::Stamp()> clock) {
  if (!config.server) return {};
  ServerSettings settings;
  settings.address = config.server->url;
  settings.connect = [config](std::stop_token cut) -> domain::Result<std::unique_ptr<ServerLine>> {
    auto access = ServerAccess::open(config, std::move(cut));
    if (!access) return tl::unexpected(access.error());
    return std::make_unique<AccessLine>(std::move(*access));
  };
  settings.lock = [data] { return lock_of(data); };
  settings.clock = std::move(clock);
  settings.mark_received = config.server->mark_received;
  settings.language = domain::comment_language(language);
  return [settings](ServerSurroundings around) -> std::unique_ptr<ServerSide> {
    return std::make_unique<ServerLink>(std::move(around), settings);
  };
}

}  // namespace kiosk
