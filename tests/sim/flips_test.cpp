// Flips: what they claim is checked by taking the tick again, with nothing but a simulation.
#include "sim/flips.hpp"

#include "sim/document/problem.hpp"
#include "sim/flips_search.hpp"
#include "sim/flips_text.hpp"
#include "sim/number.hpp"
#include "sim/simulation.hpp"
#include "tests/support/scenes.hpp"

#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <numeric>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

struct Refusal {
  RunSettings settings;
  FlipQuestion question;
  Decision decision;
};

/// What one run decided with no, in order of kind, then of tick and package.
std::vector<std::vector<Refusal>> refusals_of(const Scenario& s, std::uint64_t seed) {
  const RunSettings settings{seed};
  const Trace trace = run(s, settings);
  std::vector<std::vector<Refusal>> by_kind(decision_names.size());
  for (Id tick = 0; tick < s.model.ticks; ++tick) {
    const World<double>& before = tick > 0 ? at(trace.after, tick - 1) : trace.start;
    for (Id k = 0; k < static_cast<Id>(s.model.packages.size()); ++k) {
      const auto stage = static_cast<PackageStage>(static_cast<int>(at(before.packages, k).stage));
      const Decision d = decision_of(stage, at(at(trace.record, tick).packages, k));
      if (!d.happened && stage != PackageStage::spare) {
        by_kind[index_of(d.kind)].push_back({settings, {k, tick, {}}, d});
      }
    }
  }
  return by_kind;
}

/// The tick again with one lever turned, by the means of a simulation alone.
class TickAgain {
 public:
  TickAgain(const Scenario& s, const Refusal& r)
      : s_(s), r_(r), before_(Simulation<RunReal>(s, {r.settings.seed, r.settings.run})) {
    before_.start();
    for (Id k = 0; k < r.question.tick; ++k) {
      before_.step();
    }
  }

  [[nodiscard]] bool has(const Flips& flips, const Flip& flip, double value) const {
    Simulation<RunReal> sim = before_;
    const auto v = static_cast<RunReal>(value);
    auto moves = Moves<RunReal>::none(s_.model);
    if (flip.lever.is_state()) {
      World<RunReal> world = sim.world();
      write_state(world, flip.lever.state, flip.lever.entity, v);
      sim.resume_from(world);
      if (flip.lever.state == term_lever()) {
        at(moves.offers, flip.lever.entity) = v;
        at(moves.offered, flip.lever.entity) = 1;
      }
    } else {
      sim.set(flip.lever.number, v);
    }
    sim.step(moves);
    return flip.effect == FlipEffect::met ? is_met(sim, flips.objection)
                                          : happened(sim) != r_.decision.happened;
  }

 private:
  [[nodiscard]] bool happened(const Simulation<RunReal>& sim) const {
    return has_happened(r_.decision.kind, at(sim.record().packages, r_.question.package));
  }
  [[nodiscard]] bool is_met(const Simulation<RunReal>& sim, const Objection& o) const {
    using Kind = Objection::Kind;
    const auto& package = at(sim.world().packages, r_.question.package);
    const Id row = o.who == no_id ? 0 : at(at(s_.model.packages, r_.question.package).row, o.who);
    const auto& party = at(sim.world().parties, row);
    const auto& record = at(sim.record().packages, r_.question.package);
    const bool at_table = package.stage > 0 || record.broke > 0;
    return o.kind == Kind::loss        ? party.total > 0
           : o.kind == Kind::no_gain   ? at_table && party.perceived >= 0
           : o.kind == Kind::holds_out ? at_table && party.perceived >= party.aspiration
           : o.kind == Kind::resting   ? package.rest <= 0
           : o.kind == Kind::doctrine  ? !rules_out(sim, o.who)
                                       : package.memorandum > 0;
  }

  [[nodiscard]] bool rules_out(const Simulation<RunReal>& sim, Id country) const {
    const auto& touches = at(s_.model.packages, r_.question.package).touches;
    const auto& forbids = at(sim.world().countries, country).forbids;
    return std::inner_product(touches.begin(), touches.end(), forbids.begin(), 0.0F) > 0;
  }

  const Scenario& s_;
  const Refusal& r_;
  Simulation<RunReal> before_;
};

struct Tally {
  int refusals = 0, within = 0, reversed = 0, answered = 0;
};

/// Checks all flips of a refusal and counts it.
void check(const Scenario& s, const Refusal& r, std::map<std::string, Tally>& tallies) {
  const Flips flips = find_flips(s, r.settings, r.question);
  REQUIRE(flips.decision == r.decision);
  const TickAgain again(s, r);
  for (const Flip& flip : flips.found) {
    CAPTURE(s.name, r.settings.seed, r.question.tick, at(s.names.packages, r.question.package),
            flip.lever.path, flip.lever.value, flip.to);
    CHECK(again.has(flips, flip, flip.to));
    CHECK_FALSE(again.has(flips, flip, flip.lever.value + 0.95 * flip.change()));
    CHECK(flip.to >= flip.lever.least);
    CHECK(flip.to <= flip.lever.most);
  }
  const Explanation e = explain(s, r.settings, r.question.package, r.question.tick);
  const std::string blocks = block_sentence(s, e, flips);
  CHECK(blocks.size() > 30);
  const bool within = std::any_of(flips.found.begin(), flips.found.end(), [](const Flip& flip) {
    return flip.effect == FlipEffect::reversed && flip.is_within();
  });
  for (const std::string& name : {std::string(decision_names[index_of(r.decision.kind)]) + ", " +
                                      std::string(objection_names[index_of(flips.objection.kind)]),
                                  std::string("all")}) {
    Tally& tally = tallies[name];
    ++tally.refusals;
    tally.within += within ? 1 : 0;
    tally.reversed += flips.count(FlipEffect::reversed) > 0 ? 1 : 0;
    tally.answered += flips.found.empty() ? 0 : 1;
  }
}

}  // namespace

TEST_CASE("every flip of 200 refusals has its effect, 95 % of it has not, and what blocks is named",
          "[flips][long]") {
  std::map<std::string, Tally> tallies;
  for (const char* name :
       {"debt-only", "debt-for-pipeline-2011", "hindcast-1990-2024", "twelve-agents"}) {
    const Scenario s = scenes::load(name);
    for (const std::uint64_t seed : {3, 4}) {
      for (const std::vector<Refusal>& all : refusals_of(s, seed)) {
        const std::size_t n = std::min<std::size_t>(all.size(), 7);
        for (std::size_t k = 0; k < n; ++k) {
          check(s, all[k * all.size() / n], tallies);
        }
      }
    }
  }
  for (const auto& [name, tally] : tallies) {
    std::cout << "refusals (" << name << "): " << tally.refusals << ", reversed in the tick "
              << tally.reversed << " (within range " << tally.within
              << "), reversed or objection met " << tally.answered << "\n";
  }
  const Tally& all = tallies["all"];
  CHECK(all.refusals >= 200);
  CHECK(2 * all.answered >= all.refusals);
}

TEST_CASE("the nearest change is found though decisions are not monotone", "[flips]") {
  // Reversed from 0.30 to 0.32 and from 0.70 on: the window is nearer. The bracket ends at most 1 %
  // beyond 0.30, so two digits rounded up are 0.31.
  const auto window = [](double v) { return (v >= 0.30 && v <= 0.32) || v >= 0.70; };
  const auto up = flips::nearest_effect({0, 1, 1}, 1, window);
  REQUIRE(up);
  CHECK(*up == 0.31);
  CHECK(window(*up));
  CHECK_FALSE(window(0.95 * *up));
  // Downward from 1 to 0.70, 0.30 away; two digits rounded down are 0.69.
  const auto down =
      flips::nearest_effect({1, -1, 1}, 1, [](double v) { return v <= 0.70 && v > 0.1; });
  REQUIRE(down);
  CHECK(*down == 0.69);
}

TEST_CASE("a change is reported in few digits that still have the effect", "[flips]") {
  // 1/3 to two digits, away from the present value 0: 0.34; 95 % of it is 0.323.
  const auto third = flips::nearest_effect({0, 1, 1}, 1, [](double v) { return v >= 1.0 / 3; });
  REQUIRE(third);
  CHECK(*third == 0.34);
}

TEST_CASE("nothing is reported where no change of the lever has the effect", "[flips]") {
  CHECK_FALSE(flips::nearest_effect({0, 1, 1}, 1, [](double) { return false; }));
  // A tie broken by the smallest number is no change.
  CHECK_FALSE(flips::nearest_effect({0, 1, 1}, 1, [](double v) { return v > 0; }));
}

TEST_CASE("patterns choose levers by path, and a path that is not there is refused", "[flips]") {
  CHECK(fits("rules.rest", "rules.*"));
  CHECK(fits("countries.PRK.strategy.margin", "countries.*.margin"));
  CHECK(fits("rules.rest", "rules.res?"));
  CHECK_FALSE(fits("rules.rest", "rules"));
  CHECK_FALSE(fits("rules.rest", "*.res"));
  const Scenario s = scenes::load("debt-only");
  const Flips flips = find_flips(s, {}, {0, 3, {"countries.PRK.strategy.*"}});
  CHECK(flips.levers > 5);
  for (const Flip& flip : flips.found) {
    CHECK(flip.lever.path.starts_with("countries.PRK.strategy."));
  }
  CHECK_THROWS_WITH(find_flips(s, {}, {0, 3, {"countries.PRK.strategy.margn"}}),
                    Catch::Contains("did you mean \"countries.PRK.strategy.margin\"?"));
}
