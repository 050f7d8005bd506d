#include "tests/support/paired.hpp"

#include <cmath>
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

Difference compare(const Scenario& a, const Scenario& b, const std::vector<std::string>& outcomes,
                   const Reading& reading, std::uint32_t runs) {
  const auto va = values_of(a, outcomes, runs);
  const auto vb = values_of(b, outcomes, runs);
  Difference d;
  double sum_a = 0;
  double sum_b = 0;
  double squares = 0;
  for (std::size_t k = 0; k < va.size(); ++k) {
    const double x = reading(va[k]);
    const double y = reading(vb[k]);
    if (std::isnan(x) || std::isnan(y)) {
      continue;
    }
    ++d.runs;
    sum_a += x;
    sum_b += y;
    squares += (y - x) * (y - x);
  }
  const double n = std::max<double>(1.0, static_cast<double>(d.runs));
  d.a = sum_a / n;
  d.b = sum_b / n;
  d.mean = d.b - d.a;
  const double variance = std::max(0.0, squares / n - d.mean * d.mean);
  const double half = 1.959963984540054 * std::sqrt(variance / n);
  d.low = d.mean - half;
  d.high = d.mean + half;
  return d;
}

void print(const char* what, const Difference& d) {
  std::printf("%s: %.4f -> %.4f, difference %+.4f [%+.4f, %+.4f], n = %zu\n", what, d.a, d.b,
              d.mean, d.low, d.high, d.runs);
}

}  // namespace tumen::paired
