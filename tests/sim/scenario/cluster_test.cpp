// Clusters of rival packages: the games that the Shapley rule asks for.
#include "tests/sim/scenario/support.hpp"
#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

using namespace tumen;
using namespace tumen::test;

namespace {

std::string refusal(const std::vector<std::string>& overrides) {
  try {
    static_cast<void>(scenes::load("twelve-agents", overrides));
  } catch (const InputError& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("the rivals for the ROK's gas are one cluster of five countries", "[scenario]") {
  const Scenario s = scenes::load("baseline-2026", {"rules.split_rule=shapley"});
  const Package& line = at(s.model.packages, id(s.names.packages, "gas_line"));
  REQUIRE(line.cluster != no_id);
  const Cluster& c = at(s.model.clusters, line.cluster);
  // gas_line, gas_line_in_kind, gas_bypass, gas_east, fund: RUS PRK KOR CHN and JPN, a payer of the
  // fund
  CHECK(c.packages.size() == 5);
  CHECK(c.players.size() == 5);
  for (const std::vector<Id>& set : c.sets) {
    for (const Id member : set) {
      for (const Id other : set) {
        const auto& conflicts = at(s.model.packages, at(c.packages, member)).conflicts;
        CHECK(std::find(conflicts.begin(), conflicts.end(), at(c.packages, other)) ==
              conflicts.end());
      }
    }
  }
}

TEST_CASE("no cluster is compiled where no rule asks for one", "[scenario]") {
  CHECK(scenes::load("baseline-2026").model.clusters.empty());
}

TEST_CASE("a cluster of seven countries is refused where its rule asks for the game",
          "[scenario]") {
  const std::string link =
      "packages.six_party_fuel.conflicts=[us_fuel_for_freeze, eu_food_aid, "
      "vietnamese_workers]";
  CHECK(refusal({link}).empty());
  const std::string said = refusal({link, "rules.split_rule=shapley"});
  CHECK(said.find("rival packages of 7 countries") != std::string::npos);
  CHECK(said.find("at most 6 countries") != std::string::npos);
}

TEST_CASE("the nucleolus is refused as a split rule with the reason", "[scenario]") {
  const std::string said = complaints(toy(), {"rules.split_rule=nucleolus"});
  CHECK(said.find("tumen power prints the nucleolus") != std::string::npos);
}

TEST_CASE("a package names its own rule and protocol or leaves them to the scenario",
          "[scenario]") {
  const Scenario s = scenes::load(
      "debt-only", {"rules.protocol=mediated", "packages.debt_write_off.split_rule=egalitarian",
                    "packages.debt_write_off.protocol=as_scenario"});
  CHECK(s.model.protocol == 1);
  CHECK(at(s.model.packages, 0).split_rule == 2);
  CHECK(at(s.model.packages, 0).protocol == no_id);
}
