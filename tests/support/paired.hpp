#pragma once
// Paired ensembles: run k of both settings sees the same world, so the difference of an outcome is
// measured without the noise they share.
#include "sim/ensemble.hpp"

#include <functional>
#include <vector>

namespace tumen::paired {

/// Values of the asked outcomes in one run; what a test makes one number of.
using Reading = std::function<double(const std::vector<double>&)>;

/// Difference b - a of a reading over the runs in which it is not missing in either.
struct Difference {
  std::size_t runs = 0;
  double a = 0, b = 0;       ///< means
  double mean = 0;           ///< of b - a
  double low = 0, high = 0;  ///< 95 % interval of the mean difference
};

/// Runs both settings `runs` times, once for all readings; differences in the order of these.
[[nodiscard]] std::vector<Difference> compare(const Scenario& a, const Scenario& b,
                                              const std::vector<std::string>& outcomes,
                                              const std::vector<Reading>& readings,
                                              std::uint32_t runs);

/// The same for one reading.
[[nodiscard]] Difference compare(const Scenario& a, const Scenario& b,
                                 const std::vector<std::string>& outcomes, const Reading& reading,
                                 std::uint32_t runs);

/// Prints a difference in one line, so that the log of the test shows the figures.
void print(const char* what, const Difference& d);

}  // namespace tumen::paired
