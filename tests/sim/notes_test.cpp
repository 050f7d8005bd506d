// What a tick notes besides the state moves nothing: an ensemble that leaves it out has the bits of
// a run that notes everything. And what is noted once for a run is noted again where it is taken
// up.
#include "sim/simulation.hpp"
#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

/// A simulation of the main scenario after `ticks` quarters.
Simulation<float> played(const Scenario& s, const Notes& notes, int ticks) {
  Simulation<float> simulation(s, {3, 0});
  simulation.note(notes);
  simulation.start();
  for (int tick = 0; tick < ticks; ++tick) {
    simulation.step();
  }
  return simulation;
}

float difference(const World<float>& a, const World<float>& b) {
  float sum = std::abs(a.market.log_brent - b.market.log_brent);
  for (std::size_t k = 0; k < a.packages.size(); ++k) {
    sum += std::abs(a.packages[k].stage - b.packages[k].stage);
    sum += std::abs(a.packages[k].clock - b.packages[k].clock);
  }
  for (std::size_t k = 0; k < a.parties.size(); ++k) {
    sum += std::abs(a.parties[k].perceived - b.parties[k].perceived);
    sum += std::abs(a.parties[k].aspiration - b.parties[k].aspiration);
  }
  for (std::size_t k = 0; k < a.pairs.size(); ++k) {
    sum += std::abs(a.pairs[k].alpha - b.pairs[k].alpha);
    sum += std::abs(a.pairs[k].affinity - b.pairs[k].affinity);
    sum += std::abs(a.pairs[k].trade_ab - b.pairs[k].trade_ab);
  }
  return sum;
}

}  // namespace

TEST_CASE("what a tick notes besides the state moves nothing") {
  const Scenario s = scenes::load("debt-for-pipeline-2011");
  const auto full = played(s, Notes{}, 60);
  const auto bare = played(s, Notes::none(), 60);
  CHECK(difference(full.world(), bare.world()) == 0.0F);

  CHECK(full.record().flow_count > 0);
  CHECK(bare.record().flow_count == 0);
  float cash = 0;
  float utility = 0;
  for (std::size_t k = 0; k < s.model.countries.size(); ++k) {
    cash += std::abs(full.world().countries[k].cash);
    utility += std::abs(full.world().countries[k].utility[0]);
    CHECK(bare.world().countries[k].cash == 0.0F);
    CHECK(bare.world().countries[k].utility[0] == 0.0F);
  }
  CHECK(cash > 0.0F);
  CHECK(utility > 0.0F);
  float hindered = 0;
  for (std::size_t k = 0; k < s.model.packages.size(); ++k) {
    hindered += full.record().packages[k].hindrance;
    CHECK(bare.record().packages[k].hindrance == 0.0F);
  }
  CHECK(hindered > 0.0F);
}

TEST_CASE("how likely a deal would be broken is noted before its signature where it is asked for") {
  const Scenario s = scenes::load("debt-for-pipeline-2011");
  const auto hazards = [&s](const Notes& notes) {
    const auto simulation = played(s, notes, 1);
    float sum = 0;
    for (const auto& package : simulation.world().packages) {
      sum += package.breach_rate;
    }
    return sum;
  };
  CHECK(hazards(Notes{}) > 0.0F);
  CHECK(hazards(Notes::none()) == 0.0F);
}

TEST_CASE("a world taken up with other numbers moves by them from its next tick on") {
  const Scenario s = scenes::load("debt-for-pipeline-2011");
  const World<float> before = played(s, Notes{}, 20).world();
  const auto next = [&](Number n, float value) {
    Simulation<float> other(s, {3, 0});
    other.set(n, value);
    other.start();
    other.resume_from(before);
    other.step();
    return other.world();
  };
  const Rules& r = s.model.rules;
  const auto value_of = [&](Number n) {
    return static_cast<float>(s.values[static_cast<std::size_t>(n.index)]);
  };
  CHECK(difference(next(r.trust_memory, value_of(r.trust_memory)),
                   next(r.affinity_memory, value_of(r.affinity_memory))) == 0.0F);
  // Each of these is read through what is noted once.
  for (const Number n : {r.trust_memory, r.affinity_memory, r.noise_persistence, r.trade_speed}) {
    INFO(n.index);
    const float own = value_of(n);
    CHECK(difference(next(n, own), next(n, 0.5F * own)) > 0.0F);
  }
}
