#pragma once
// Drivers that bring a deal about, so that what it does can be watched without waiting for it.
#include "tests/mechanisms/kit.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tumen::mechanisms {

struct KeptScenario {
  std::shared_ptr<const Scenario> kept;
};

/// A Look at a deal of scenario `name` with `overrides` that keeps the scenario alive.
class Glance : KeptScenario, public Look {
 public:
  Glance(const std::string& name, const Overrides& overrides, std::string_view deal, double year)
      : KeptScenario{std::make_shared<const Scenario>(scenes::load(name, overrides))},
        Look(*kept, deal, year) {}
};

/// Every signatory of these deals opens talks and says yes from tick `from` on; until then it does
/// nothing. Nobody else is driven.
[[nodiscard]] Driver all_agree(const Scenario& s, const std::vector<std::string>& deals,
                               Id from = 0);

/// As all_agree, but `refuser` says no.
[[nodiscard]] Driver all_but(const Scenario& s, const std::string& deal, std::string_view refuser);

/// As `driver`, and in tick `when` the actor of act `name` does it; in no other tick.
[[nodiscard]] Driver with_act(const Scenario& s, const Driver& driver, std::string_view name,
                              Id when);

/// What `who` makes of `deal` now [M USD/y].
[[nodiscard]] double total_of(const Scenario& s, const World<double>& w, std::string_view deal,
                              std::string_view who);

/// The deal waits neither for a memorandum nor for parliaments.
[[nodiscard]] Overrides without_delay(const std::string& deal);

/// Both lists in one.
[[nodiscard]] Overrides operator+(Overrides a, const Overrides& b);

[[nodiscard]] bool is_in_force(const World<double>& w, Id package);
[[nodiscard]] bool operates(const World<double>& w, Id corridor);

/// Ticks of a play in which `corridor` operated.
[[nodiscard]] Id ticks_operating(const std::vector<World<double>>& play, Id corridor);

/// First tick of a play after which the deal was in force, or -1.
[[nodiscard]] Id entered(const std::vector<World<double>>& play, Id package);

}  // namespace tumen::mechanisms
