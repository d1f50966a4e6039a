#include "kiosk/server_access.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace kiosk {

namespace {

using domain::fail;
using domain::Fault;
using domain::Result;

constexpr std::size_t longest_password = 1024;
constexpr unsigned others_bits = 077;

Result<std::string> password_in(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open())
    return fail(Fault::io, "The password file " + file.string() +
                               " cannot be read; nothing was sent, check [server] password_file.");
  if (!text.empty() && text.back() == '\n') text.pop_back();
  if (!text.empty() && text.back() == '\r') text.pop_back();
  const bool plain =
      std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= ' ' && c != 0x7F; });
  if (text.empty() || text.size() > longest_password || !plain)
    return fail(Fault::bad_value, "The password file " + file.string() +
                                      " holds no password in one line; nothing was sent.");
  return text;
}

Result<void> private_file(const std::filesystem::path& file) {
  struct stat found {};
  if (::stat(file.c_str(), &found) != 0 || !S_ISREG(found.st_mode))
    return fail(Fault::io, "The password file " + file.string() +
                               " is not there; nothing was sent, check [server] password_file.");
  if ((found.st_mode & others_bits) == 0) return {};
  return fail(Fault::no_rights, "Others may read the password file " + file.string() +
                                    "; nothing was sent, give it mode 0600 (chmod 600).");
}

}  // namespace

Result<std::string> read_password(const ServerConfig& server) {
  if (server.password_file) {
    if (const auto safe = private_file(*server.password_file); !safe)
      return tl::unexpected(safe.error());
    return password_in(*server.password_file);
  }
  // systemd sees to it that only this service reads it.
  if (const char* folder = std::getenv("CREDENTIALS_DIRECTORY"); folder && *folder)
    return password_in(std::filesystem::path(folder) / "foodsoft-password");
  return fail(Fault::bad_value,
              "There is no password for the server; set [server] password_file, or give systemd "
              "the credential \"foodsoft-password\".");
}

Result<std::unique_ptr<ServerAccess>> ServerAccess::open(const Config& config, std::stop_token cut,
                                                         server::SessionLimits limits) {
  if (!config.server || config.server->url.empty() || config.server->user.empty())
    return fail(Fault::bad_value,
                "No server is configured; add [server] with url, user and password_file to the "
                "configuration.");
  auto password = read_password(*config.server);
  if (!password) return tl::unexpected(password.error());
  server::CurlSetup setup;
  setup.ca_file = config.server->ca_file;
  setup.stop = cut;
  server::Account account{config.server->url, config.server->user, std::move(*password)};
  return std::unique_ptr<ServerAccess>(
      new ServerAccess(std::move(setup), std::move(account), limits, std::move(cut)));
}

}  // namespace kiosk
