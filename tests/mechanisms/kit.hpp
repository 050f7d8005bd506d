#pragma once
// What the tests of the mechanisms share: a world at a date in which one deal can be looked at,
// part by part, and small ensembles with and without one thing.
#include "sim/explain.hpp"
#include "tests/support/paired.hpp"
#include "tests/support/scenes.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tumen::mechanisms {

using Overrides = std::vector<std::string>;

/// One deal at one date of run 0: what everybody makes of it.
class Look {
 public:
  /// Replays `scenario` (already with its overrides) to calendar year `year` and values `package`.
  Look(const Scenario& scenario, std::string_view package, double year);

  /// Gain of a party less pressure [M USD/y]; fails the test if `country` has no row in the deal.
  [[nodiscard]] double total(std::string_view country) const;
  /// Sum of the party's parts with this reason [M USD/y].
  [[nodiscard]] double part(std::string_view country, std::string_view reason) const;
  [[nodiscard]] double by_issue(std::string_view country, Issue issue) const;
  [[nodiscard]] double pressure(std::string_view country) const;
  /// Value of a free term, in its unit.
  [[nodiscard]] double term(std::string_view name) const;
  /// At the common rate [M USD/y].
  [[nodiscard]] double joint_surplus() const { return e_.joint_surplus; }
  [[nodiscard]] const Explanation& explanation() const { return e_; }

 private:
  [[nodiscard]] const ExplainedParty& party(std::string_view country) const;

  const Scenario& s_;
  Explanation e_;
};

/// Row of an entity by its id; fails the test if there is none.
[[nodiscard]] Id country(const Scenario& s, std::string_view id);
[[nodiscard]] Id package(const Scenario& s, std::string_view id);
[[nodiscard]] Id corridor(const Scenario& s, std::string_view id);
[[nodiscard]] Id debt(const Scenario& s, std::string_view id);
[[nodiscard]] Id regime(const Scenario& s, std::string_view id);
[[nodiscard]] Id act(const Scenario& s, std::string_view id);
[[nodiscard]] Id pair(const Scenario& s, std::string_view a, std::string_view b);

/// Tick that holds `year`.
[[nodiscard]] Id tick_of(const Scenario& s, double year);

/// Worlds of run `seed` after each tick, with `driver` (may be empty) filling in the moves of the
/// seats it drives before each tick. In double.
using Driver = std::function<void(const World<double>&, Moves<double>&)>;
[[nodiscard]] std::vector<World<double>> play(const Scenario& s, Id ticks,
                                              const Driver& driver = {}, std::uint64_t seed = 1);

/// Mean of an outcome over `runs` runs of one scenario; missing values are left out.
[[nodiscard]] double mean(const Scenario& s, const std::string& outcome, std::uint32_t runs);

/// Difference b - a of one outcome over paired runs, printed with `what`.
[[nodiscard]] paired::Difference difference(const char* what, const Scenario& a, const Scenario& b,
                                            const std::string& outcome, std::uint32_t runs);

}  // namespace tumen::mechanisms
