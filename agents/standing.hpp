#pragma once
// Where every country stands: what the agreements in force are worth to it by issue, less what
// sanctions cost it [M USD/y]. This is what tables and pages show as its utility.
#include "world/step.hpp"

namespace tumen {

template <class Real>
void sum_utilities(const Step<Real>& s) {
  if (!s.r.notes.utilities) {
    return;
  }
  for (auto& c : s.w.countries) {
    c.utility.fill(Real(0));
    c.utility[index_of(Issue::sanctions)] = -c.burden * c.gdp * Real(1000);
  }
  for (std::size_t row = 0; row < s.m.parties.size(); ++row) {
    const Party& party = s.m.parties[row];
    const auto& package = at(s.w.packages, party.package);
    const Real holds = flag<Real>(is<Real>(package.stage, PackageStage::in_force));
    auto& utility = at(s.w.countries, party.country).utility;
    for (std::size_t k = 0; k < issue_count; ++k) {
      utility[k] += holds * s.w.parties[row].gain[k];
    }
  }
}

}  // namespace tumen
