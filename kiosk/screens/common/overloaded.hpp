// One handler for each alternative of a variant.
#pragma once

namespace screens {

template <class... Handlers>
struct Overloaded : Handlers... {
  using Handlers::operator()...;
};

}  // namespace screens
