#include "studies/decisions/pareto.hpp"

#include <algorithm>

namespace tumen {

bool dominates(const std::vector<double>& a, const std::vector<double>& b,
               const std::vector<Direction>& directions) {
  bool is_somewhere_better = false;
  for (std::size_t k = 0; k < directions.size(); ++k) {
    if (is_better(b[k], a[k], directions[k])) {
      return false;
    }
    is_somewhere_better = is_somewhere_better || is_better(a[k], b[k], directions[k]);
  }
  return is_somewhere_better;
}

std::vector<std::size_t> pareto_set(const std::vector<std::vector<double>>& options,
                                    const std::vector<Direction>& directions) {
  std::vector<std::size_t> set;
  for (std::size_t k = 0; k < options.size(); ++k) {
    const bool is_beaten = std::any_of(
        options.begin(), options.end(),
        [&](const std::vector<double>& other) { return dominates(other, options[k], directions); });
    if (!is_beaten) {
      set.push_back(k);
    }
  }
  return set;
}

}  // namespace tumen
