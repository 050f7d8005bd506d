#include "studies/scores/skill.hpp"

#include "studies/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

namespace tumen {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Sums of both scores over a block.
struct BlockSums {
  double score = 0, reference = 0;
};

double skill(double score, double reference) {
  return reference > 0 && std::isfinite(reference) && std::isfinite(score) ? 1 - score / reference
                                                                           : nan;
}

std::vector<BlockSums> sums_by_block(std::span<const double> scores,
                                     std::span<const double> reference,
                                     const std::vector<std::size_t>& blocks) {
  std::map<std::size_t, BlockSums> sums;
  for (std::size_t k = 0; k < scores.size(); ++k) {
    BlockSums& sum = sums[blocks.empty() ? k : blocks[k]];
    sum.score += scores[k];
    sum.reference += reference[k];
  }
  std::vector<BlockSums> out;
  for (const auto& [block, sum] : sums) {
    out.push_back(sum);
  }
  return out;
}

/// Skill in every bootstrap sample of the blocks, ascending; empty if it is undefined in one.
std::vector<double> resampled_skill(const std::vector<BlockSums>& blocks,
                                    const SkillSettings& settings) {
  std::vector<double> skills;
  for (std::uint32_t sample = 0; sample < settings.samples; ++sample) {
    BlockSums sum;
    for (const std::uint32_t k :
         bootstrap_sample(blocks.size(), {settings.seed, sample, "skill"})) {
      sum.score += blocks[k].score;
      sum.reference += blocks[k].reference;
    }
    const double value = skill(sum.score, sum.reference);
    if (std::isnan(value)) {
      return {};
    }
    skills.push_back(value);
  }
  std::sort(skills.begin(), skills.end());
  return skills;
}

}  // namespace

SkillScore skill_score(std::span<const double> scores, std::span<const double> reference,
                       const SkillSettings& settings) {
  const bool blocks_fit = settings.blocks.empty() || settings.blocks.size() == scores.size();
  if (scores.empty() || scores.size() != reference.size() || !blocks_fit) {
    throw std::invalid_argument("a skill score needs as many scores as reference scores");
  }
  const std::vector<BlockSums> blocks = sums_by_block(scores, reference, settings.blocks);
  SkillScore s;
  s.cases = scores.size();
  s.blocks = blocks.size();
  for (const BlockSums& block : blocks) {
    s.mean += block.score / static_cast<double>(s.cases);
    s.reference_mean += block.reference / static_cast<double>(s.cases);
  }
  s.value = skill(s.mean, s.reference_mean);
  s.low = s.high = nan;
  const std::vector<double> skills = blocks.size() < 2 || std::isnan(s.value)
                                         ? std::vector<double>{}
                                         : resampled_skill(blocks, settings);
  if (!skills.empty()) {
    s.low = quantile_of_sorted(skills, (1 - settings.level) / 2);
    s.high = quantile_of_sorted(skills, (1 + settings.level) / 2);
  }
  return s;
}

}  // namespace tumen
