// How far corridors have come, and which dates are worth a map.
#include "sim/picture_map.hpp"

#include <algorithm>
#include <array>

namespace tumen::picture {
namespace {

/// What deals make of a corridor whose works have not begun.
Standing standing_by_deals(const Scenario& s, const World<double>& world, Id corridor) {
  Standing standing = Standing::untouched;
  for (Id k = 0; k < static_cast<Id>(s.model.packages.size()); ++k) {
    const std::vector<Id>& named = at(s.model.packages, k).corridors;
    if (std::find(named.begin(), named.end(), corridor) == named.end()) {
      continue;
    }
    const PackageState<double>& now = at(world.packages, k);
    const auto stage = static_cast<PackageStage>(static_cast<int>(now.stage));
    const Standing by_this = stage == PackageStage::talks ? Standing::talks
                             : stage == PackageStage::signed_ || stage == PackageStage::blocked ||
                                     stage == PackageStage::in_force
                                 ? Standing::agreed
                             : now.memorandum > 0 ? Standing::memorandum
                                                  : Standing::untouched;
    standing = std::max(standing, by_this);
  }
  return standing;
}

/// Changes of standing between two worlds; works and traffic weigh more than words.
double change(const Scenario& s, const World<double>& a, const World<double>& b,
              const std::vector<Id>& corridors) {
  double sum = 0;
  for (const Id k : corridors) {
    const Standing was = standing_of(s, a, k);
    const Standing is = standing_of(s, b, k);
    sum += was == is ? 0 : std::max(was, is) >= Standing::building ? 3 : 0.5;
  }
  return sum;
}

}  // namespace

std::string_view standing_word(Standing standing) {
  constexpr std::array<std::string_view, 8> words = {
      "-", "memorandum", "talks", "agreed", "building", "operating", "idle", "abandoned"};
  return words[index_of(standing)];
}

Standing standing_of(const Scenario& s, const World<double>& world, Id corridor) {
  const auto stage =
      static_cast<CorridorStage>(static_cast<int>(at(world.corridors, corridor).stage));
  switch (stage) {
    case CorridorStage::building:
      return Standing::building;
    case CorridorStage::operating:
      return Standing::operating;
    case CorridorStage::suspended:
      return Standing::suspended;
    case CorridorStage::dead:
      return Standing::abandoned;
    default:
      break;
  }
  const Standing own = stage == CorridorStage::none ? Standing::untouched
                       : stage == CorridorStage::memorandum || stage == CorridorStage::study
                           ? Standing::memorandum
                           : Standing::agreed;
  return std::max(own, standing_by_deals(s, world, corridor));
}

std::vector<Id> moved_corridors(const Scenario& s, const Trace& trace) {
  std::vector<Id> moved;
  for (Id k = 0; k < static_cast<Id>(s.corridor_nodes.size()); ++k) {
    const Standing start = standing_of(s, trace.start, k);
    const bool has_moved =
        std::any_of(trace.after.begin(), trace.after.end(),
                    [&](const auto& world) { return standing_of(s, world, k) != start; });
    if (has_moved && at(s.corridor_nodes, k).size() > 1) {
      moved.push_back(k);
    }
  }
  return moved;
}

std::vector<Id> map_ticks(const Scenario& s, const Trace& trace, std::size_t count) {
  const std::vector<Id> corridors = moved_corridors(s, trace);
  // Change so far, with a little for time itself, so that a quiet run is cut evenly.
  std::vector<double> so_far;
  double sum = 0;
  for (std::size_t tick = 0; tick < trace.after.size(); ++tick) {
    sum += 0.1 + (tick == 0 ? 0 : change(s, trace.after[tick - 1], trace.after[tick], corridors));
    so_far.push_back(sum);
  }
  std::vector<Id> ticks;
  for (std::size_t k = 0; k < count && !so_far.empty(); ++k) {
    const double share =
        static_cast<double>(k) / static_cast<double>(std::max<std::size_t>(1, count - 1));
    const auto found = std::lower_bound(so_far.begin(), so_far.end(), sum * share);
    const Id tick = static_cast<Id>(std::min<std::ptrdiff_t>(
        found - so_far.begin(), static_cast<std::ptrdiff_t>(so_far.size()) - 1));
    if (ticks.empty() || tick > ticks.back()) {
      ticks.push_back(tick);
    }
  }
  return ticks;
}

}  // namespace tumen::picture
