// An outside decision-maker can take any seat; the engine does not know the difference.
#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// Plays the debt deal with both seats driven: opens in tick 1, answers yes in tick `yes`.
World<double> play(const Scenario& s, Id yes, bool breaks, const std::vector<double>& offers = {}) {
  Simulation<double> sim(s, {1, 0});
  sim.start();
  Moves<double> moves = Moves<double>::none(s.model);
  moves.driven.assign(s.model.countries.size(), 1.0);
  for (Id tick = 0; tick < 12; ++tick) {
    moves.opens.assign(s.model.parties.size(), tick == 1 ? 1.0 : 0.0);
    moves.answers.assign(s.model.parties.size(), tick == yes ? 1.0 : 0.0);
    moves.breaks.assign(s.model.parties.size(), breaks && tick == 11 ? 1.0 : 0.0);
    for (std::size_t k = 0; k < offers.size(); ++k) {
      moves.offers[k] = offers[k];
      moves.offered[k] = 1.0;
    }
    sim.step(moves);
  }
  return sim.world();
}

}  // namespace

TEST_CASE("driven seats open, answer and sign when they say so and not before", "[sim][drivers]") {
  const Scenario s = scenes::load("debt-only");
  CHECK(play(s, 20, false).packages[0].stage == code<double>(PackageStage::talks));
  const World<double> agreed = play(s, 3, false);
  CHECK(agreed.packages[0].stage >= code<double>(PackageStage::signed_));
  CHECK(agreed.packages[0].first_proposed == 0.25);
}

TEST_CASE("a driver's offer stands in the deal", "[sim][drivers]") {
  const Scenario s = scenes::load("debt-only");
  const World<double> w = play(s, 3, false, {0.8, 10.0});
  CHECK(w.terms[0] == 0.8);
  CHECK(w.terms[1] == 10.0);
}

TEST_CASE("a seat that is not driven follows its policy beside one that is", "[sim][drivers]") {
  const Scenario s = scenes::load("debt-only");
  Simulation<double> sim(s, {1, 0});
  sim.start();
  Moves<double> moves = Moves<double>::none(s.model);
  moves.driven[0] = 1.0;  // the driver never accepts
  for (Id tick = 0; tick < s.model.ticks; ++tick) {
    sim.step(moves);
    REQUIRE(sim.world().packages[0].stage <= code<double>(PackageStage::talks));
  }
}

TEST_CASE("withdrawing ends the talks", "[sim][drivers]") {
  const Scenario s = scenes::load("debt-only");
  Simulation<double> sim(s, {1, 0});
  sim.start();
  Moves<double> moves = Moves<double>::none(s.model);
  moves.driven.assign(s.model.countries.size(), 1.0);
  moves.opens.assign(s.model.parties.size(), 1.0);
  sim.step(moves);
  REQUIRE(sim.world().packages[0].stage == code<double>(PackageStage::talks));
  moves.withdraws[0] = 1.0;
  sim.step(moves);
  CHECK(sim.world().packages[0].stage == code<double>(PackageStage::idle));
  CHECK(sim.record().packages[0].broke == 1.0);
}

TEST_CASE("a driven country tests when its driver says so", "[sim][drivers]") {
  const Scenario s = scenes::load("permissive-world");
  Id test = no_id;
  for (Id k = 0; k < static_cast<Id>(s.model.acts.size()); ++k) {
    test = at(s.model.acts, k).kind == ActKind::test ? k : test;
  }
  REQUIRE(test != no_id);
  const Id actor = at(s.model.acts, test).actor;
  Simulation<double> sim(s, {1, 0});
  sim.start();
  Moves<double> moves = Moves<double>::none(s.model);
  at(moves.driven, actor) = 1.0;
  sim.step(moves);
  CHECK(at(sim.world().countries, actor).tested == 0.0);
  at(moves.acts, test) = 1.0;
  sim.step(moves);
  CHECK(at(sim.world().countries, actor).tested == 1.0);
}
