#pragma once
// What a tally says: the value of an outcome of what was counted of it.
#include "sim/outcomes.hpp"

#include <limits>

namespace tumen {

/// Mean flow below which a standing corridor counts as idle.
inline constexpr double idle_flow = 0.35;

namespace tally {

/// `value` over `weight`, where it is above zero; most weights are those of one tick, and to divide
/// by one changes nothing.
template <class Real>
[[nodiscard]] Real mean_of(const Real& value, const Real& weight) {
  return all(weight == Real(1)) ? value : value / weight;
}

/// The outcome as tallied so far, NaN where it is missing.
template <class Real>
[[nodiscard]] Real value_so_far(const Outcome& o, const Real& value, const Real& weight) {
  const Real missing_value(std::numeric_limits<float>::quiet_NaN());
  const auto counted = weight > Real(0);
  switch (o.measure) {
    case Measure::signed_year:
    case Measure::delay:
    case Measure::built_year:
      return select(counted, value, missing_value);
    case Measure::breach_rate:
    case Measure::performed:
    case Measure::flow:
      return select(counted, mean_of(value, weight), missing_value);
    case Measure::idle:
      return select(counted, flag<Real>(value / weight < Real(idle_flow)), missing_value);
    default:
      return none(counted) ? value : select(counted, mean_of(value, weight), value);
  }
}

}  // namespace tally

inline double outcome_value(const Outcome& o, double value, double weight) {
  return tally::value_so_far(o, value, weight);
}

}  // namespace tumen
