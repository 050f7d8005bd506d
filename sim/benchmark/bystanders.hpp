#pragma once
// Countries that are there and take part in no package: worlds of 12, 24, 48 agents for measuring
// what a further agent costs by itself.
#include <string>
#include <vector>

namespace tumen {

/// Overrides (`countries.B07={..}`) that add `count` countries to any scenario: each with an
/// economy, fuels, a strategy and two governments in turn, but no pair, package, act or corridor.
[[nodiscard]] std::vector<std::string> bystanders(int count);

}  // namespace tumen
