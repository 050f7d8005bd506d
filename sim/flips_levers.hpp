#pragma once
// What a flip may turn: every configured number, alone or with those of the other signatories, and
// the state a tick starts from. Each has a range within which a change is not absurd
// (docs/explanation/flips.md).
#include "sim/flips_state.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// A number that can be given another value for one tick.
struct FlipLever {
  std::string path;              ///< as in `tumen list levers`; state: `state.pair.RUS-PRK.trust`
  std::string unit;              ///< "sd" where counted in standard deviations
  Number number;                 ///< a configured number, or
  std::vector<Number> together;  ///< several, each times the lever's value, or
  std::size_t state = 0;         ///< a place in state_levers()
  Id entity = no_id;             ///< whose state
  double value = 0;              ///< now
  double low = 0;                ///< range within which a change is plausible; holds the value
  double high = 0;
  double least = 0;  ///< bounds within which it is turned; hold the range
  double most = 0;

  [[nodiscard]] bool is_state() const { return !number.exists() && together.empty(); }
};

/// All levers that have room to be turned, for a tick that starts from `before`. Of packages, only
/// the clock, the terms and the like of `package` itself are among them.
[[nodiscard]] std::vector<FlipLever> flip_levers(const Scenario& scenario,
                                                 const World<double>& before, Id package);

/// True where the path fits the pattern: `*` stands for any text, `?` for any character.
[[nodiscard]] bool fits(std::string_view path, std::string_view pattern);

/// The levers that fit one of the patterns; all of them if there are no patterns. Throws InputError
/// with the nearest path for a pattern that no lever of the scenario fits.
[[nodiscard]] std::vector<FlipLever> chosen_levers(std::vector<FlipLever> all,
                                                   const std::vector<std::string>& patterns);

/// What a lever is, in words: "trust between Russia and the DPRK", "strategy margin of the ROK".
[[nodiscard]] std::string lever_words(const Scenario& scenario, const FlipLever& lever);

}  // namespace tumen
