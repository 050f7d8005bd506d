#include "tests/support/paired.hpp"

#include "sim/paired.hpp"

#include <cstdio>

namespace tumen::paired {
namespace {

std::vector<std::vector<double>> values_of(const Scenario& s, const std::vector<std::string>& names,
                                           std::uint32_t runs) {
  std::vector<Outcome> outcomes;
  for (const auto& name : names) {
    outcomes.push_back(find_outcome(s, name));
  }
  EnsembleSettings settings;
  settings.seed = 2011;
  settings.runs = runs;
  return run_ensemble(s, outcomes, settings).values;
}

}  // namespace

std::vector<Difference> compare(const Scenario& a, const Scenario& b,
                                const std::vector<std::string>& outcomes,
                                const std::vector<Reading>& readings, std::uint32_t runs) {
  const auto va = values_of(a, outcomes, runs);
  const auto vb = values_of(b, outcomes, runs);
  std::vector<Difference> differences;
  for (const Reading& reading : readings) {
    PairedTally tally;
    for (std::size_t k = 0; k < va.size(); ++k) {
      tally.add(reading(va[k]), reading(vb[k]));
    }
    const PairedDifference d = difference_of(tally);
    differences.push_back({tally.pairs, tally.mean_a, tally.mean_b, tally.mean, d.low, d.high});
  }
  return differences;
}

Difference compare(const Scenario& a, const Scenario& b, const std::vector<std::string>& outcomes,
                   const Reading& reading, std::uint32_t runs) {
  return compare(a, b, outcomes, std::vector<Reading>{reading}, runs).front();
}

void print(const char* what, const Difference& d) {
  std::printf("%s: %.4f -> %.4f, difference %+.4f [%+.4f, %+.4f], n = %zu\n", what, d.a, d.b,
              d.mean, d.low, d.high, d.runs);
}

}  // namespace tumen::paired
