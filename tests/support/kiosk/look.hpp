// Writes a screen as pictures to look at beside the reference pictures: each size in light, one in
// dark. Only where ROMAINE_PICTURES names a folder.
#pragma once

#include <functional>
#include <string>

#include "kiosk/ui/ui.hpp"

namespace support {

void write_pictures(const std::string& name, const std::function<void(ui::Ui&)>& draw);

}  // namespace support
