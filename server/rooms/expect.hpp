#pragma once
// What a seat itself expects of a deal: from what it wants, what it makes of prices, and how far it
// doubts its partners. What others want stays out of it: it takes them to want what it wants
// itself, which is how people err about others (Jervis 1976 on mirror images).
#include "sim/scenario/scenario.hpp"
#include "world/state.hpp"

#include <array>

namespace tumen::server::rooms {

/// An outcome in per cent of what makes such a deal worth its government's time: its slot of
/// attention times the number of signatories. Whole numbers within +-999.
struct Fan {
  std::array<int, 5> quantiles{};  ///< 5, 25, 50, 75, 95 %
  int agree = 0;                   ///< chance that all others sign, as far as it can tell, per cent

  friend bool operator==(const Fan&, const Fan&) = default;
};

/// What signatory `country` expects of `package`. Precondition: the package is no spare one and the
/// world's outlook has been noted.
[[nodiscard]] Fan expected(const Scenario& scenario, const World<double>& world, Id package,
                           Id country);

/// The middle of that fan alone: what the deal is worth to it as things stand.
[[nodiscard]] int worth_now(const Scenario& scenario, const World<double>& world, Id package,
                            Id country);

}  // namespace tumen::server::rooms
