#pragma once
#include "sim/document/problem.hpp"

namespace tumen {

/// Throws InputError for one thing that is wrong.
[[noreturn]] void refuse_problem(Problem problem);

}  // namespace tumen
