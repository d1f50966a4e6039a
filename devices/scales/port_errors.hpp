// The sentences of ports that cannot be opened or are gone; shared by the back ends.
#pragma once

#include <string>

#include "domain/result.hpp"

namespace scales {

// From the errno of opening.
tl::unexpected<domain::Error> port_refused(const std::string& port, int error);
tl::unexpected<domain::Error> port_gone(const std::string& port);

}  // namespace scales
