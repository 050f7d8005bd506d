// A deal that a driver composes while the world runs is a deal like any other.
#include "sim/scenario/compose.hpp"

#include "sim/explain.hpp"
#include "tests/support/scenes.hpp"

#include <cmath>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

const char* const food =
    "{instrument: food_aid, title: Russian grain, "
    "roles: {donor: RUS, recipient: PRK}, "
    "terms: {amount: {lower: 1, upper: 60, start: 20}}}";
constexpr Id composed_at = 12;
const std::string scenario_name = "debt-for-pipeline-2011";
const std::vector<std::string> as_it_is = {};

/// Opens and accepts everything that the package asks of RUS and PRK.
Moves<double> agree_to(const Model& m, Id package) {
  Moves<double> moves = Moves<double>::none(m);
  for (const Id i : {at(m.parties, at(m.packages, package).parties.first).country,
                     at(m.parties, at(m.packages, package).parties.first + 1).country}) {
    at(moves.driven, i) = 1;
  }
  for (Id row = at(m.packages, package).parties.first; row < at(m.packages, package).parties.end();
       ++row) {
    at(moves.opens, row) = 1;
    at(moves.answers, row) = 1;
  }
  return moves;
}

/// Runs without the deal to `composed_at`, carries the world over, and on for `more` ticks.
struct Carried {
  Scenario before = scenes::load(scenario_name, as_it_is);
  Scenario after =
      scenes::load(scenario_name, as_it_is, {{"spare_1", food, before.model.year(composed_at)}});
  Simulation<double> sim{after, {3, 0}};

  Carried() {
    Simulation<double> first(before, {3, 0});
    first.start();
    for (Id tick = 0; tick < composed_at; ++tick) {
      first.step();
    }
    sim.start();
    sim.resume_from(carry_over(first.world(), before, after, sim.world()));
  }
  [[nodiscard]] Id deal() const { return find_name(after.names.packages, "spare_1"); }
};

}  // namespace

TEST_CASE("a composed deal is valued, bargained, ratified and explained like a configured one",
          "[sim][drivers][compose]") {
  Carried game;
  const Id deal = game.deal();
  REQUIRE(deal != no_id);
  REQUIRE_FALSE(at(game.after.model.packages, deal).is_spare);
  const Moves<double> moves = agree_to(game.after.model, deal);
  double delivered = 0;
  for (Id tick = 0; tick < 12; ++tick) {
    game.sim.step(moves);
    for (std::size_t k = 0; k < game.sim.record().flow_count; ++k) {
      const Flow<double>& flow = game.sim.record().flows[k];
      delivered += flow.package == deal ? flow.arrives : 0;
    }
  }
  CHECK(at(game.sim.world().packages, deal).stage == code<double>(PackageStage::in_force));
  CHECK(delivered > 0);
  const Explanation e = explain(game.after, {.seed = 3, .in_double = true}, deal, composed_at + 1);
  REQUIRE(e.parties.size() > 2);
  double parts = 0;
  for (const ExplainedPart& part : e.parties[1].parts) {
    parts += part.musd_per_year;
  }
  CHECK(parts > 0);  // the DPRK gains by grain
  CHECK(std::abs(parts - e.parties[1].gain) < 1e-9);
}

TEST_CASE("a world carried over goes on as if the deal had been there, not yet to be talked about",
          "[sim][drivers][compose]") {
  Carried game;
  Simulation<double> whole(game.after, {3, 0});
  whole.start();
  for (Id tick = 0; tick < composed_at; ++tick) {
    whole.step();
  }
  for (Id tick = 0; tick < 20; ++tick) {
    game.sim.step();
    whole.step();
    for (std::size_t k = 0; k < game.before.model.parties.size(); ++k) {
      REQUIRE(game.sim.world().parties[k].total == whole.world().parties[k].total);
    }
    for (std::size_t k = 0; k < game.after.model.packages.size(); ++k) {
      REQUIRE(game.sim.world().packages[k].stage == whole.world().packages[k].stage);
    }
  }
}

TEST_CASE("mistakes in a composed deal are told with its slot", "[sim][drivers][compose]") {
  const auto complaint = [](const ComposedDeal& deal) {
    try {
      static_cast<void>(scenes::load(scenario_name, as_it_is, {deal}));
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK(complaint({"spare_9", food, 2010}).find("spare_7, spare_8") != std::string::npos);
  CHECK(complaint({"spare_1", "grain", 2010}).find("a package") != std::string::npos);
  const std::string no_recipient = "{instrument: food_aid, roles: {donor: RUS}}";
  CHECK(complaint({"spare_1", no_recipient, 2010}).find("recipient") != std::string::npos);
  const std::string unknown = "{instrument: food_ade, roles: {donor: RUS, recipient: PRK}}";
  CHECK(complaint({"spare_1", unknown, 2010}).find("food_aid") != std::string::npos);
}
