#include "sim/document/refuse.hpp"

#include <utility>

namespace tumen {

void refuse_problem(Problem problem) {
  Problems problems;
  problems.add(std::move(problem));
  throw InputError(problems);
}

}  // namespace tumen
