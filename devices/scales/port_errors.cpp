#include "devices/scales/port_errors.hpp"

#include <cerrno>
#include <cstring>

namespace scales {

using domain::fail;
using domain::Fault;

tl::unexpected<domain::Error> port_refused(const std::string& port, int error) {
  switch (error) {
    case EACCES:
    case EPERM:
      return fail(Fault::no_rights, "The port " + port +
                                        " may not be opened by this user; add the user to the "
                                        "group dialout and log in again");
    case EBUSY:
    case EWOULDBLOCK:
      return fail(Fault::busy,
                  "The port " + port + " is in use by another program; close that program first");
    case ENOENT:
    case ENODEV:
    case ENXIO:
    case EIO:
    case ECONNREFUSED:
      return port_gone(port);
    default:
      return fail(Fault::io, "The port " + port + " cannot be opened (" +
                                 std::string(std::strerror(error)) +
                                 "); check the adapter and its cable");
  }
}

tl::unexpected<domain::Error> port_gone(const std::string& port) {
  return fail(Fault::device_gone, "The port " + port + " is not there; plug the scale's cable in");
}

}  // namespace scales
