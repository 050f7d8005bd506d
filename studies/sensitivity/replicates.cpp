#include "studies/sensitivity/replicates.hpp"

#include <algorithm>
#include <cmath>

namespace tumen {

ReplicateReport replicate_report(double seed_variance, double factor_variance, std::size_t fewest,
                                 std::size_t most) {
  ReplicateReport report{fewest, most, seed_variance, std::max(0.0, factor_variance), {},
                         0,      0,    false};
  report.is_known = most > 1 && seed_variance + report.factor_variance > 0;
  if (!report.is_known) {
    return report;
  }
  std::vector<std::size_t> counts = {fewest};
  for (std::size_t r = 1; r <= 1024; r *= 2) {
    counts.push_back(r);
  }
  std::sort(counts.begin(), counts.end());
  counts.erase(std::unique(counts.begin(), counts.end()), counts.end());
  for (const std::size_t r : counts) {
    const double noise = seed_variance / static_cast<double>(r);
    report.lines.push_back({r, noise / (noise + report.factor_variance)});
  }
  if (report.factor_variance > 0) {
    const double needed =
        seed_variance * (1 - enough_share) / (enough_share * report.factor_variance);
    const double ratio = seed_variance / report.factor_variance;
    report.best = ratio < 1e15 ? static_cast<std::size_t>(std::max(2.0, std::round(ratio))) : 0;
    report.enough = needed < 1e15 ? static_cast<std::size_t>(std::max(1.0, std::ceil(needed))) : 0;
  }
  return report;
}

}  // namespace tumen
