// The words of a push, in the journal and on stdout (contracts.md 8).
#pragma once

#include <optional>
#include <string_view>

namespace domain {

// Foodsoft's own words: finished (its pages say "closed"), received, closed (settled).
enum class ServerState { open, finished, received, closed };
std::string_view word(ServerState state);
std::optional<ServerState> server_state(std::string_view word);

// What a push writes: a cell's result, what arrived of an article, the order's comment, the empty
// receive. `order` closes the push of an order and tells the state in which it was found.
enum class PushStep { cell, received, comment, receive, order };
// sent: written and read back equal. same: was there. resolved: the reply was lost or an error,
// then read back equal. conflict: held. refused: not written, or read back different.
enum class PushOutcome { sent, same, resolved, conflict, refused };
enum class Side { ours, server };

std::string_view word(PushStep step);
std::string_view word(PushOutcome outcome);
std::string_view word(Side side);
std::optional<PushStep> push_step(std::string_view word);
std::optional<PushOutcome> push_outcome(std::string_view word);
std::optional<Side> side_of(std::string_view word);

}  // namespace domain
