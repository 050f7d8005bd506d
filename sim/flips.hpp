#pragma once
// Flips: for every lever, the smallest change that would have reversed what was decided about a
// deal in one tick, all else and all luck equal. The tick alone is taken again; what the change
// would have done before it is not asked. docs/explanation/flips.md.
#include "sim/flips_decision.hpp"
#include "sim/flips_levers.hpp"
#include "sim/run.hpp"

namespace tumen {

/// Which decision.
struct FlipQuestion {
  Id package = no_id;
  Id tick = 0;
  std::vector<std::string> levers;  ///< patterns of paths; empty = all
};

/// What a change reaches.
enum class FlipEffect : std::uint8_t {
  reversed,  ///< the decision of the tick is another one
  met,       ///< the objection is gone, but the tick's draw leaves the decision as it was
};
inline constexpr std::array<std::string_view, 2> flip_effect_names = {"reversed", "met"};

/// A change of one lever that has its effect, where 95 % of it has not.
struct Flip {
  FlipLever lever;
  FlipEffect effect = FlipEffect::reversed;
  double to = 0;    ///< the value at which it has
  double size = 0;  ///< |to - value| over the width of the lever's range

  [[nodiscard]] double change() const { return to - lever.value; }
  /// Whether the value lies in the range its author would accept.
  [[nodiscard]] bool is_within() const { return to >= lever.low && to <= lever.high; }
};

struct Flips {
  Decision decision;
  Objection objection;
  std::vector<Flip> found;  ///< reversals before objections met; each smallest first
  std::size_t levers = 0;   ///< how many were asked for
  std::size_t felt = 0;     ///< how many of them the deal feels at all

  /// How many of those found have this effect.
  [[nodiscard]] std::size_t count(FlipEffect effect) const;
};

/// Share of the change at which a flip must not yet have its effect.
inline constexpr double flip_margin = 0.95;

/// Finds the flips. `progress` is called with levers done. Throws InputError for a pattern that
/// fits no lever. The tick must lie in the run.
[[nodiscard]] Flips find_flips(const Scenario& scenario, const RunSettings& settings,
                               const FlipQuestion& question, const Progress& progress = {});

}  // namespace tumen
