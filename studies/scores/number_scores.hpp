#pragma once
// Scores of forecasts of a number by a distribution: the continuous ranked probability score, the
// integral over all x of (forecast chance of at most x - [what came is at most x])^2, in the unit
// of the number. Smaller is better. Matheson and Winkler, Management Science 22 (1976) 1087;
// Gneiting and Raftery, Journal of the American Statistical Association 102 (2007) 359.
#include <cstdint>
#include <span>
#include <vector>

namespace tumen {

/// `plain` scores the ensemble as the distribution that it is, and so rewards large ensembles;
/// `fair` estimates the score of the distribution that the members were drawn from, whatever their
/// number (Ferro, Quarterly Journal of the Royal Meteorological Society 140 (2014) 1917). A fair
/// score can be negative.
enum class CrpsKind : std::uint8_t { plain, fair };

/// CRPS of an ensemble. Throws std::invalid_argument without a member, for `fair` with one, and on
/// numbers that are not finite.
[[nodiscard]] double crps(std::span<const double> members, double came, CrpsKind kind);

/// A distribution with `shares[k]` spread evenly over [edges[k], edges[k + 1]].
struct BinnedDistribution {
  std::vector<double> edges;   ///< ascending, one more than shares
  std::vector<double> shares;  ///< at least 0, sum 1 (to 1e-9)
};

/// CRPS of a binned distribution, exact; what came may lie outside the bins. Throws
/// std::invalid_argument where the distribution is none.
[[nodiscard]] double crps(const BinnedDistribution& forecast, double came);

/// Width of the central interval that holds `level` of the members (quantiles interpolated between
/// them, Hyndman and Fan's type 7). Throws std::invalid_argument as crps.
[[nodiscard]] double central_width(std::span<const double> members, double level);

}  // namespace tumen
