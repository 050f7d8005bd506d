#include "sim/flips_common.hpp"

#include "sim/flips_bounds.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

using flips::Bounds;

/// The numbers that a common lever turns, of all signatories.
std::vector<Number> numbers_of(const Scenario& s, const CommonLever& common, Id package) {
  const Package& p = at(s.model.packages, package);
  std::vector<Number> numbers;
  for (Id row = p.parties.first; row < p.parties.first + p.signatories; ++row) {
    const Strategy& strategy = at(s.model.countries, at(s.model.parties, row).country).strategy;
    numbers.push_back(strategy.*common.first);
    if (common.second != nullptr) {
      numbers.push_back(strategy.*common.second);
    }
  }
  return numbers;
}

/// Leaves of `factor` what keeps `value` times it within `bounds`.
void narrow(Bounds& factor, double value, const Bounds& bounds) {
  factor.low = std::max(factor.low, bounds.low / value);
  factor.high = std::min(factor.high, bounds.high / value);
}

}  // namespace

std::vector<FlipLever> make_common_levers(const Scenario& s, Id package) {
  const auto accepted = flips::accepted_bounds();
  std::vector<FlipLever> levers;
  for (const CommonLever& common : common_levers) {
    FlipLever lever;
    lever.path = std::string(common_prefix) + std::string(common.name);
    lever.unit = "index";
    lever.together = numbers_of(s, common, package);
    lever.value = 1;
    Bounds range = {0, 3};
    Bounds bounds = range;
    const bool is_amount = std::all_of(lever.together.begin(), lever.together.end(), [&](Number n) {
      return n.exists() && at(s.values, n.index) > 0;
    });
    if (!is_amount) {
      continue;
    }
    for (const Number n : lever.together) {
      const double value = at(s.values, n.index);
      const NumberInfo& info = at(s.numbers, n.index);
      const Bounds widest = flips::widest(info, value, accepted);
      narrow(bounds, value, widest);
      narrow(range, value, info.has_range ? Bounds{info.low, info.high} : widest);
    }
    lever.low = std::min(range.low, lever.value);
    lever.high = std::max(range.high, lever.value);
    lever.least = std::min(bounds.low, lever.low);
    lever.most = std::max(bounds.high, lever.high);
    if (lever.high > lever.low) {
      levers.push_back(std::move(lever));
    }
  }
  return levers;
}

std::string common_lever_words(std::string_view path) {
  const std::string_view name = path.substr(common_prefix.size());
  const auto found = std::find_if(common_levers.begin(), common_levers.end(),
                                  [&](const CommonLever& lever) { return lever.name == name; });
  return fmt::format("{} of all signatories (factor)",
                     found == common_levers.end() ? name : found->words);
}

}  // namespace tumen
