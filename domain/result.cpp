#include "domain/result.hpp"

#include <cstdio>
#include <cstdlib>

namespace domain {

void ensure(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "romaine: broken promise: %s\n", promise);
  std::abort();
}

}  // namespace domain
