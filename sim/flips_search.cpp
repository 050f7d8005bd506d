#include "sim/flips_search.hpp"

#include "sim/flips.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace tumen::flips {
namespace {

/// Width of the last bracket as a share of the change.
constexpr double precision = 0.01;
/// A reported value may lie this much beyond the bracket, to be a short number: 95 % of it still
/// lies within the 1 % below the bracket's end.
constexpr double slack = 1.04;
constexpr int most_rounds = 60;
/// A change below this share of the room is no change but a tie (a date that is met exactly), which
/// the smallest number breaks.
constexpr double tie = 1e-6;

/// A bracket: at `kept` the decision stands, at `reversed` it does not.
struct Bracket {
  double kept = 0;
  double reversed = 0;
};

/// Halves the bracket until it is narrow.
void bisect(const Side& side, const Effect& has_effect, Bracket& b, std::set<double>& kept) {
  for (int k = 0; k < most_rounds && b.reversed > tie * side.room &&
                  b.reversed - b.kept > precision * b.reversed;
       ++k) {
    const double middle = (b.kept + b.reversed) / 2;
    if (has_effect(side.at(middle))) {
      b.reversed = middle;
    } else {
      b.kept = middle;
      kept.insert(middle);
    }
  }
}

/// `value` to `digits` significant digits, rounded in the given direction.
double rounded_to(double value, int digits, double direction) {
  if (value == 0) {
    return 0;
  }
  const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) + 1 - digits);
  const double scaled = value / unit;
  const double whole = direction > 0 ? std::ceil(scaled - 1e-9) : std::floor(scaled + 1e-9);
  // Dividing by a power of ten gives the nearest double of the short number, multiplying does not.
  return unit < 1 ? whole / std::round(1 / unit) : whole * unit;
}

bool passes(const Side& side, double distance, const Effect& has_effect) {
  return has_effect(side.at(distance)) && !has_effect(side.at(flip_margin * distance));
}

/// The bracket's end, or a number of few digits just beyond it.
double short_value(const Side& side, double distance, const Effect& has_effect) {
  const double exact = side.at(distance);
  for (int digits = 2; digits <= 6; ++digits) {
    const double value = rounded_to(exact, digits, side.direction);
    const double beyond = std::abs(value - side.value);
    if (beyond >= distance && beyond <= std::min(slack * distance, side.room) &&
        has_effect(value) && !has_effect(side.value + flip_margin * (value - side.value))) {
      return value;
    }
  }
  return exact;
}

}  // namespace

std::optional<double> nearest_effect(const Side& side, double most, const Effect& has_effect) {
  Bracket b;
  std::set<double> kept = {0.0};
  for (int k = 1; k <= grid_points; ++k) {
    const double share = static_cast<double>(k) / grid_points;
    const double distance = side.room * share * share;
    if (has_effect(side.at(distance))) {
      b.reversed = distance;
      break;
    }
    kept.insert(distance);
    if (distance > most) {
      return std::nullopt;
    }
  }
  // Where 95 % of the change reverses the decision, too, there is a nearer reversal: look there.
  for (int round = 0; b.reversed > tie * side.room && round < most_rounds; ++round) {
    b.kept = *std::prev(kept.lower_bound(b.reversed));
    bisect(side, has_effect, b, kept);
    if (passes(side, b.reversed, has_effect)) {
      return short_value(side, b.reversed, has_effect);
    }
    b.reversed *= flip_margin;
  }
  return std::nullopt;
}

}  // namespace tumen::flips
