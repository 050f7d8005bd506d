#pragma once
// The search along one lever. Decisions need not be monotone in it, so both directions are scanned
// outward on a grid that is fine near the present value; the first bracket is narrowed by bisection
// until it is 1 % of the change wide, and checked at 95 % of the change.
#include <functional>
#include <optional>

namespace tumen::flips {

/// One direction of a lever, by distance from its present value.
struct Side {
  double value = 0;      ///< present value
  double direction = 1;  ///< 1 or -1
  double room = 0;       ///< largest distance

  [[nodiscard]] double at(double distance) const { return value + direction * distance; }
};

/// Whether the effect looked for is there at a value of the lever.
using Effect = std::function<bool(double value)>;

/// Points of the grid on one side; point k lies at (k / n)^2 of the room.
inline constexpr int grid_points = 20;

/// The value of the smallest change on this side that has the effect, as far as the grid sees;
/// nothing if no point of the grid up to `most` has it.
[[nodiscard]] std::optional<double> nearest_effect(const Side& side, double most,
                                                   const Effect& has_effect);

}  // namespace tumen::flips
