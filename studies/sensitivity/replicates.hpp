#pragma once
// How much of an outcome is luck, and how many replicates that asks for.
#include "studies/sensitivity/two_way.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tumen {

struct ReplicateReport {
  std::size_t fewest = 1, most = 1;  ///< replicates of a line
  /// Of single runs of one line; with luck in common what of it is not common to the lines (the
  /// rest of the two-way layout).
  double seed_variance = 0;
  double factor_variance = 0;  ///< of the outcome's expectation over the design
  /// Share of that seed variance in the variance, over the lines, of a mean of `replicates` runs.
  struct Line {
    std::size_t replicates = 1;
    double seed_share = 0;
  };
  std::vector<Line> lines;  ///< for 1, 2, 4 .. 1024 replicates and the number there is
  std::size_t enough = 0;   ///< least number with a share of at most `enough_share`
  /// Replicates a point that give the narrowest indices for a given number of runs, about: 2 or
  /// seed variance / factor variance. Products of two means of m runs err by (V + s / m) / sqrt(N),
  /// and N m is given. 0 with luck in common.
  std::size_t best = 0;
  bool is_known = false;   ///< there are lines with two replicates, and some variance
  bool is_common = false;  ///< replicate k has the same luck at all lines
  TwoWay layout = {};      ///< if is_common
};

/// Share of the seeds in a mean's variance up to which replicates count as enough: then indices
/// that are not mended for noise err by at most that much of their size.
inline constexpr double enough_share = 0.05;

[[nodiscard]] ReplicateReport replicate_report(double seed_variance, double factor_variance,
                                               std::size_t fewest, std::size_t most);

/// The report where replicate k has the same luck at all lines. The luck that the lines share does
/// not move one against another and has no part in the indices. What is left of luck is a function
/// of the factors given the replicates: the indices are exact for the mean over these replicates,
/// and nothing is taken out of them. (Taking it out as if it were noise would be wrong: it is the
/// same in the runs of one base point where factors agree, so that a factor that does nothing has
/// ST = 0 as it stands.) From those of the expectation over all luck they differ: with w the share
/// of the rest in the variance of the means they are, on average over luck, near
/// (1 - w) S(expectation) + w S(rest), and by chance further off, in the order of sqrt(w): with w =
/// .16 an S1 of .88 was found between .41 and .91 (docs/howto/sensitivity.md). See
/// expected_indices.
[[nodiscard]] ReplicateReport common_luck_report(const TwoWay& layout, std::size_t fewest,
                                                 std::size_t most);

/// The share of the seed variance in a mean of the fewest replicates of a line, with luck in common
/// of all of them; 0 if not known.
[[nodiscard]] double share_at_hand(const ReplicateReport& report);

/// The report in sentences, each of its own; none where nothing is known.
[[nodiscard]] std::vector<std::string> replicate_words(const ReplicateReport& report);

}  // namespace tumen
