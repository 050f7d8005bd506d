#include "studies/decisions/policy_runs.hpp"

#include <numeric>

namespace tumen {

PayoffTable payoffs_of(const PolicyRuns& runs) {
  std::vector<std::uint32_t> all(runs.replicates);
  std::iota(all.begin(), all.end(), 0U);
  return payoffs_of(runs, all);
}

PayoffTable payoffs_of(const PolicyRuns& runs, const std::vector<std::uint32_t>& draws) {
  PayoffTable table{runs.outcome, runs.direction, runs.policies, runs.points,
                    {},           draws.size(),   draws.size()};
  table.values.assign(runs.policies.size(), std::vector<double>(runs.points.size()));
  for (std::size_t p = 0; p < runs.policies.size(); ++p) {
    for (std::size_t s = 0; s < runs.points.size(); ++s) {
      const double* const replicates = runs.at(p, s);
      double sum = 0;
      for (const std::uint32_t r : draws) {
        sum += replicates[r];
      }
      table.values[p][s] = sum / static_cast<double>(draws.size());
    }
  }
  return table;
}

}  // namespace tumen
