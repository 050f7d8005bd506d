// Energy: each mechanism by its effect, and the effect gone when it is switched off.
#include "tests/mechanisms/kit.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::mechanisms;

TEST_CASE("gas left in kind takes the place of the transit fee (E7)", "[E7][mechanism]") {
  const Overrides kept = {"packages.gas_line_in_kind.terms.kept.grid=[0.05]"};
  const Scenario s = scenes::load("debt-for-pipeline-2011", kept);
  const Look in_cash(s, "gas_line", 2011.5);
  const Look in_kind(s, "gas_line_in_kind", 2011.5);
  CHECK(in_cash.part("PRK", "fuel_value") == 0.0);
  CHECK(in_cash.part("PRK", "received") > 0.0);
  CHECK(in_kind.part("PRK", "fuel_value") > 0.0);
  // Switched off: with no gas left behind, nothing takes the fee's place.
  Overrides without = kept;
  without.emplace_back("packages.gas_line_in_kind.clauses.in_kind.enabled=false");
  const Scenario off = scenes::load("debt-for-pipeline-2011", without);
  CHECK(Look(off, "gas_line_in_kind", 2011.5).part("PRK", "fuel_value") == 0.0);
}
