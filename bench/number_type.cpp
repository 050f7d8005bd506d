// The measurement behind docs/decisions/0010: the same runs in float and in double, and for every
// outcome the largest gap between the two distribution functions. Usage: number_type [runs].
#include "sim/ensemble.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace tumen;

std::vector<double> column(const Ensemble& e, std::size_t k) {
  std::vector<double> values;
  for (const auto& run : e.values) {
    values.push_back(std::isnan(run[k]) ? missing : run[k]);
  }
  std::sort(values.begin(), values.end());
  return values;
}

/// Largest distance between two empirical distribution functions. Values closer than one part in
/// 10^5 count as equal: a step of the function that moves by a rounding error is no gap.
double gap(const std::vector<double>& a, const std::vector<double>& b) {
  std::size_t i = 0;
  std::size_t j = 0;
  double worst = 0;
  const auto n = static_cast<double>(a.size());
  while (i < a.size() && j < b.size()) {
    const double x = std::min(a[i], b[j]);
    const double edge = x + 1e-5 * std::max(1.0, std::abs(x));
    while (i < a.size() && a[i] <= edge) {
      ++i;
    }
    while (j < b.size() && b[j] <= edge) {
      ++j;
    }
    worst = std::max(worst, std::abs(static_cast<double>(i) - static_cast<double>(j)) / n);
  }
  return worst;
}

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path configs = std::filesystem::path(TUMEN_SOURCE_DIR) / "configs";
  const Scenario s = load_scenario(find_scenario("debt-for-pipeline-2011", {configs}), {configs});
  EnsembleSettings settings;
  settings.runs = argc > 1 ? static_cast<std::uint32_t>(std::atoi(argv[1])) : 10000;
  const auto outcomes = default_outcomes(s);
  const Ensemble single = run_ensemble(s, outcomes, settings);
  settings.in_double = true;
  const Ensemble wide = run_ensemble(s, outcomes, settings);
  std::vector<std::pair<double, std::string>> gaps;
  std::size_t equal = 0;
  for (std::size_t k = 0; k < outcomes.size(); ++k) {
    gaps.emplace_back(gap(column(single, k), column(wide, k)), outcomes[k].name);
  }
  for (std::size_t r = 0; r < single.values.size(); ++r) {
    bool same = true;
    for (std::size_t k = 0; k < outcomes.size(); ++k) {
      const double x = single.values[r][k];
      const double y = wide.values[r][k];
      const bool close = std::abs(x - y) <= 1e-3 * std::max(1.0, std::abs(y));
      same = same && ((std::isnan(x) && std::isnan(y)) || close);
    }
    equal += same ? 1U : 0U;
  }
  std::sort(gaps.rbegin(), gaps.rend());
  std::printf("%zu outcomes, %u paired runs; all outcomes within .1 %% in %.2f %% of the runs\n",
              outcomes.size(), settings.runs,
              100.0 * static_cast<double>(equal) / static_cast<double>(settings.runs));
  for (std::size_t k = 0; k < 5 && k < gaps.size(); ++k) {
    std::printf("  gap %.4f  %s\n", gaps[k].first, gaps[k].second.c_str());
  }
  return 0;
}
