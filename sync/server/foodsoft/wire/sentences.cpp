#include "sync/server/foodsoft/wire/sentences.hpp"

#include "sync/server/foodsoft/wire/form.hpp"

namespace server {

namespace {

using domain::Error;
using domain::Fault;

std::string bracket(const std::string& detail) { return detail.empty() ? "" : " (" + detail + ")"; }

bool begins(std::string_view text, std::string_view with) {
  return text.substr(0, with.size()) == with;
}

bool ends(std::string_view text, std::string_view with) {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}

constexpr const char* safe = "; nothing is lost here";

Error of_status(int status, const Peer& peer) {
  const std::string server = "The server " + peer.host();
  const std::string number = " (" + std::to_string(status) + ")";
  if (status == 502 || status == 503 || status == 504)
    return {Fault::busy, server + " is down or being worked on" + number + safe +
                             ", try again in some minutes."};
  if (status >= 500)
    return {Fault::busy, server + " failed at this request" + number + safe + ", try again later."};
  if (status == 404)
    return {Fault::not_found, server + " has no such page, order or cell" + number + safe +
                                  ", check [server] url or pull the day again."};
  if (status == 401 || status == 403 || status == 407)
    return {Fault::no_rights, server + " or a proxy before it asks for another password" + number +
                                  safe + ", ask who runs it."};
  return {Fault::page_foreign, server + " refused the request" + number + safe + "."};
}

}  // namespace

std::string Peer::host() const {
  const auto scheme = address.find("://");
  const std::size_t begin = scheme == address.npos ? 0 : scheme + 3;
  return address.substr(begin, address.find('/', begin) - begin);
}

Error sentence_of(const HttpFailure& failure, const Peer& peer) {
  const std::string server = "The server " + peer.host();
  const std::string detail = bracket(failure.detail);
  switch (failure.kind) {
    case HttpFailure::name_not_found:
      return {Fault::device_gone, "The name " + peer.host() + " was not found in the network" +
                                      detail + safe + ", check the network and [server] url."};
    case HttpFailure::unreachable:
      return {Fault::device_gone, server + " cannot be reached" + detail + safe +
                                      ", check the network or try again later."};
    case HttpFailure::tls:
      return {Fault::io, server + " could not prove who it is" + detail +
                             "; nothing was sent to it, check its certificate or [server] "
                             "ca_file."};
    case HttpFailure::ca_file:
      return {Fault::io, "The file of [server] ca_file cannot be read" + detail +
                             "; nothing was sent, mend it."};
    case HttpFailure::timed_out:
      return {Fault::device_silent, server + " gave no answer in time" + safe +
                                        ", but it may still be at work: try again later."};
    case HttpFailure::cut:
      return {Fault::page_torn, "The reply of " + peer.host() + " ended in the middle" + detail +
                                    safe + ", try again."};
    case HttpFailure::too_large:
      return {Fault::page_hostile, server + " sends more than any page of Foodsoft holds" + safe +
                                       ", check [server] url."};
    case HttpFailure::bad_address:
      return {Fault::bad_value, "The address " + peer.address + " cannot be asked" + detail +
                                    "; nothing was sent, mend [server] url."};
    case HttpFailure::interrupted:
      break;
  }
  return {Fault::interrupted, "Romaine was told to end while it talked to " + peer.host() + "."};
}

Redirect redirect_of(const HttpReply& reply, const Peer& peer) {
  if (reply.status < 300 || reply.status >= 400 || reply.status == 304) return Redirect::none;
  const auto path = path_of_address(reply.location);
  const auto home = path_of_address(peer.address);
  if (ends(path, "/login")) return Redirect::login;
  return path == home ? Redirect::home : Redirect::elsewhere;
}

std::optional<Error> refusal_of(const HttpReply& reply, const Peer& peer, std::string_view needs) {
  const std::string server = "The server " + peer.host();
  switch (redirect_of(reply, peer)) {
    case Redirect::login:
      return Error{Fault::no_rights, server + " ended the session of \"" + peer.user +
                                         "\" at once" + safe + ", try again later."};
    case Redirect::home:
      return Error{Fault::no_rights, "The account \"" + peer.user + "\" lacks the role " +
                                         std::string(needs) + " on " + peer.host() + safe +
                                         ", an administrator of Foodsoft can give it."};
    case Redirect::elsewhere: {
      const auto to = std::string_view(reply.location).substr(0, reply.location.find('?'));
      return Error{Fault::page_foreign, server + " sends us to " + std::string(to) + safe +
                                            ", put the right address into [server] url."};
    }
    case Redirect::none:
      break;
  }
  if (reply.status != 200) return of_status(reply.status, peer);
  return std::nullopt;
}

Error no_foodsoft(const Peer& peer) {
  return {Fault::page_foreign, "At " + peer.address +
                                   " answers no Foodsoft; nothing was sent, check [server] url and "
                                   "the co-op's slug in it."};
}

Error html_for_script(const Peer& peer) {
  return {Fault::page_foreign, "The server " + peer.host() +
                                   " answered with a page where JavaScript was due" + safe +
                                   ", a proxy may stand between: ask who runs it."};
}

bool is_html(const HttpReply& reply) { return begins(reply.content_type, "text/html"); }

bool is_script(const HttpReply& reply) {
  return begins(reply.content_type, "text/javascript") ||
         begins(reply.content_type, "application/javascript");
}

}  // namespace server
