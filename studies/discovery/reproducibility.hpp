#pragma once
// Would another sample of points have given the same box? The search is repeated on bootstrap
// samples (Bryant and Lempert 2010, section 3.4), and each box is tried on the points that its
// sample left out.
#include "studies/discovery/prim.hpp"

#include <cstdint>
#include <limits>
#include <vector>

namespace tumen {

struct ResamplingSettings {
  std::uint32_t samples = 20;
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0 = all; changes no result
};

/// Values of a bound over the samples that have it: median and 5 to 95 %, NaN if none has.
struct BoundSpread {
  double low = std::numeric_limits<double>::quiet_NaN();
  double median = low, high = low;
};

/// How often a dimension is restricted, of all samples, and where.
struct RestrictionShare {
  std::size_t restricted = 0;  ///< samples
  BoundSpread low, high;       ///< of its lower and its upper bound
};

/// Coverage and density are means over samples of what boxes found in a sample held of the points
/// left out of it: without the optimism of points that the box was fitted to. NaN where no case was
/// left out, or no point lay in the box, in any sample.
struct Reproducibility {
  std::size_t samples = 0;  ///< with a case and a point that is none
  std::vector<RestrictionShare> dimensions;
  double coverage = 0, density = 0;
};

/// Repeats the search for the first box on bootstrap samples: by the default choice, or, where the
/// step was asked for (`settings.choices`), by the box nearest in coverage to the one that was
/// found. Samples begin from the whole and from the half that the box began with, if any: that this
/// half was chosen is not put to the test.
[[nodiscard]] Reproducibility reproduce(const CaseTable& table, const PrimSettings& settings,
                                        const PrimBox& found, const ResamplingSettings& resampling);

}  // namespace tumen
