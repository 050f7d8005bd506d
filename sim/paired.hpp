#pragma once
// Differences between two settings of a scenario that saw the same luck: run k of both is drawn by
// the same key, so what they share cancels in the difference of each pair of runs.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tumen {

/// Running sums over pairs of values of one outcome, NaN where missing.
class PairedTally {
 public:
  /// Takes in the values of one run in setting A and in setting B.
  void add(double a, double b);

  std::size_t runs = 0;                     ///< pairs of runs
  std::size_t present_a = 0;                ///< runs in which A has a value
  std::size_t present_b = 0;                ///< runs in which B has a value
  std::size_t pairs = 0;                    ///< pairs in which both have one
  std::size_t more = 0;                     ///< pairs with b > a
  std::size_t fewer = 0;                    ///< pairs with b < a
  bool is_binary = true;                    ///< every value was 0 or 1
  double mean_a = 0, mean_b = 0, mean = 0;  ///< over the pairs; `mean` of b - a
  double squares = 0;                       ///< sum of (b - a - mean)^2
};

enum class PairedMethod : std::uint8_t { score, t, none };

/// Name of a method as tables write it: "score", "t", "none".
[[nodiscard]] const char* method_name(PairedMethod method);

/// Difference B - A of one outcome. Outcomes that are 0 or 1 in every run: the score interval of
/// Tango, Statistics in Medicine 17 (1998) 891, which holds with few discordant pairs and with none
/// (then it is +- z^2 / (n + z^2)), and the exact McNemar test (binomial, two-sided, on the
/// discordant pairs). Others: Student's interval and test of the mean of the paired differences. No
/// pair at all, or a single one of an outcome that is not 0 or 1: no interval, p = 1.
struct PairedDifference {
  PairedMethod method = PairedMethod::none;
  double mean = 0;           ///< of b - a, in the outcome's unit
  double low = 0, high = 0;  ///< 95 % interval of that mean, of this outcome alone
  double z = 0;              ///< mean by its standard error; 0 without a difference
  double p = 1;              ///< two-sided, of "no difference"
  double adjusted_p = 1;     ///< after adjust_by_holm
};
[[nodiscard]] PairedDifference difference_of(const PairedTally& tally);

/// Sets adjusted_p of every difference by Holm's step-down procedure (Scandinavian Journal of
/// Statistics 6 (1979) 65): calling those below .05 real is wrong about any of them in at most one
/// comparison in twenty, however the outcomes depend on each other. The family is the whole list.
void adjust_by_holm(std::vector<PairedDifference>& differences);

/// p to six digits, for files: the last ones depend on the machine's mathematical library.
[[nodiscard]] double rounded_p(double p);

}  // namespace tumen
