#pragma once
// How much better forecasts are than a reference's, and whether that could be chance.
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tumen {

struct SkillSettings {
  double level = 0.95;
  std::uint32_t samples = 2000;
  std::uint64_t seed = 1;
  /// Which block a case belongs to: blocks are drawn as a whole, as cases of one event or decade
  /// are not independent. Empty: each case by itself. Any numbers.
  std::vector<std::size_t> blocks = {};
};

/// 1 - mean score / mean score of the reference: 1 is perfect, 0 no better than the reference,
/// negative worse. NaN where the reference is perfect or a mean is infinite.
/// [low, high] is the percentile interval of a bootstrap that draws cases (blocks) with both
/// scores; below about 20 blocks such intervals are too short. It is NaN with fewer than two
/// blocks, or where samples with a perfect reference leave it undefined.
struct SkillScore {
  double value = 0;
  double low = 0, high = 0;
  double mean = 0, reference_mean = 0;
  std::size_t cases = 0, blocks = 0;

  [[nodiscard]] bool shows_skill() const { return low > 0; }
};

/// Skill of scores (smaller is better) over those of a reference for the same cases. Throws
/// std::invalid_argument where there is no case or the lists differ in length.
[[nodiscard]] SkillScore skill_score(std::span<const double> scores,
                                     std::span<const double> reference,
                                     const SkillSettings& settings = {});

}  // namespace tumen
