// The configured server for a running kiosk: connection, account, lock of the data folder.
#pragma once

#include <filesystem>

#include "kiosk/app/server_side.hpp"
#include "kiosk/config.hpp"

namespace kiosk {

// Empty where no server is configured. The comment is written in `language`.
MakeServerSide configured_server(const Config& config, const std::filesystem::path& data,
                                 const std::string& language, std::function<domain::Stamp()> clock);

}  // namespace kiosk
