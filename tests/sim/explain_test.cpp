// Explanations: the parts add up, the draws are those of the run, and something is always named.
#include "sim/explain.hpp"

#include "sim/flips_text.hpp"
#include "tests/support/scenes.hpp"

#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

/// Every `step`-th pair of package and tick of a scenario.
template <class F>
void for_some(const Scenario& s, Id step, F&& f) {
  const Id packages = static_cast<Id>(s.model.packages.size());
  for (Id k = 0; k < packages * s.model.ticks; k += step) {
    f(k % packages, k / packages);
  }
}

/// Whether any draw of the explanation lies below its chance.
bool any_lucky(const Explanation& e) {
  return std::any_of(e.chances.begin(), e.chances.end(),
                     [](const ExplainedChance& c) { return c.draw < c.chance; });
}

}  // namespace

TEST_CASE("the parts of every party add up to its total, which is the run's", "[explain]") {
  const Scenario s = scenes::load("hindcast-1990-2024");
  const RunSettings settings{5};
  const Trace trace = run(s, settings);
  for_some(s, 811, [&](Id package, Id tick) {
    const Explanation e = explain(s, settings, package, tick);
    const Package& p = at(s.model.packages, package);
    REQUIRE(e.parties.size() == static_cast<std::size_t>(p.parties.count));
    for (Id k = 0; k < p.parties.count; ++k) {
      const ExplainedParty& party = e.parties[static_cast<std::size_t>(k)];
      const auto& held = at(at(trace.after, tick).parties, p.parties.first + k);
      CAPTURE(at(s.names.packages, package), tick, at(s.names.countries, party.country));
      double parts = 0, issues = 0, size = 1;
      for (const ExplainedPart& part : party.parts) {
        parts += part.musd_per_year;
        size += std::abs(part.musd_per_year);
      }
      for (const double issue : party.by_issue) {
        issues += issue;
      }
      CHECK(parts == Approx(party.gain).margin(1e-9 * size));
      CHECK(issues == Approx(party.gain).margin(1e-9 * size));
      // The run sums in floats: seven digits of the largest part.
      CHECK(party.gain - party.pressure == Approx(held.total).margin(1e-5 * size));
      CHECK(party.total == held.total);
    }
  });
}

TEST_CASE("what a signatory perceives is its total less margin plus misjudgement", "[explain]") {
  const Scenario s = scenes::load("debt-only");
  const Explanation e = explain(s, {7}, 0, 40);
  for (const ExplainedParty& party : e.parties) {
    REQUIRE(party.signs);
    CHECK(party.perceived ==
          Approx(party.total / party.stake - party.margin + party.doubt).margin(1e-9));
    // At the reservation value it perceives nothing, at what it wants its aspiration.
    const auto perceived_at = [&](double gain) {
      return gain / party.stake - party.margin + party.doubt;
    };
    CHECK(perceived_at(party.reservation()) == Approx(0).margin(1e-9));
    CHECK(perceived_at(party.wanted()) == Approx(party.aspiration));
  }
}

TEST_CASE("the draws explained are those that decided", "[explain][long]") {
  const Scenario s = scenes::load("debt-for-pipeline-2011");
  int openings = 0, signatures = 0;
  for (Id package = 0; package < static_cast<Id>(s.model.packages.size()); ++package) {
    for (Id tick = 0; tick < s.model.ticks; tick += 7) {
      const Explanation e = explain(s, {3}, package, tick);
      CAPTURE(at(s.names.packages, package), tick);
      if (e.decision.kind == DecisionKind::opening && e.objection.kind == Objection::Kind::none &&
          e.chances.size() == 2) {
        CHECK(e.decision.happened == any_lucky(e));
        ++openings;
      }
      if (e.decision.kind == DecisionKind::signature && e.before == PackageStage::talks &&
          e.hindrance != Hindrance::conflict && e.hindrance != Hindrance::doctrine) {
        REQUIRE(e.chances.size() == 1);
        CHECK(e.decision.happened == any_lucky(e));
        ++signatures;
      }
    }
  }
  CHECK(openings > 10);
  CHECK(signatures > 10);
}

TEST_CASE("a vote that failed is explained by a draw above its chance", "[explain][long]") {
  const Scenario s = scenes::load("hindcast-1990-2024");
  int votes = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    for (const TraceEvent& event : run(s, {seed}).events) {
      if (event.kind != TraceEvent::Kind::vote_failed) {
        continue;
      }
      const Explanation e = explain(s, {seed}, event.package, event.tick);
      CAPTURE(seed, at(s.names.packages, event.package), event.tick, e.verdict);
      CHECK(e.decision == Decision{DecisionKind::ratification, false});
      REQUIRE_FALSE(e.chances.empty());
      CHECK_FALSE(std::all_of(e.chances.begin(), e.chances.end(),
                              [](const ExplainedChance& c) { return c.draw < c.chance; }));
      CHECK(e.verdict.find("voted it down") != std::string::npos);
      ++votes;
    }
  }
  CHECK(votes > 0);
}

TEST_CASE("every explanation names what binds, and what blocks", "[explain]") {
  const Scenario s = scenes::load("baseline-2026");
  for_some(s, 307, [&](Id package, Id tick) {
    const Explanation e = explain(s, {2}, package, tick);
    CAPTURE(at(s.names.packages, package), tick, e.verdict);
    CHECK(e.verdict.ends_with("."));
    CHECK(e.verdict.find("nobody") == std::string::npos);
    const Flips flips = find_flips(s, {2}, {package, tick, {"state.*"}});
    const std::string blocks = block_sentence(s, e, flips);
    CAPTURE(blocks);
    CHECK(blocks.size() > 30);
    CHECK(blocks.ends_with("."));
    CHECK(flips.decision == e.decision);
    CHECK(flips.objection == e.objection);
    if (e.objection.kind == Objection::Kind::precondition) {
      CHECK_FALSE(e.missing.empty());
    }
  });
}

TEST_CASE("the best failed deal never came into force and has the largest surplus", "[explain]") {
  const Scenario s = scenes::load("debt-for-pipeline-2011");
  const Trace trace = run(s, {3});
  const auto best = best_failed(s, trace);
  REQUIRE(best);
  const auto in_force = code<double>(PackageStage::in_force);
  for (const World<double>& world : trace.after) {
    CHECK(at(world.packages, best->package).stage != in_force);
  }
  CHECK(best->surplus == at(at(trace.after, best->tick).packages, best->package).surplus);
  for (Id tick = 0; tick < s.model.ticks; ++tick) {
    const auto& record = at(at(trace.record, tick).packages, best->package);
    if (record.hindrance != static_cast<double>(Hindrance::precondition)) {
      CHECK(at(at(trace.after, tick).packages, best->package).surplus <= best->surplus);
    }
  }
  const auto then = best_failed(s, trace, 12);
  REQUIRE(then);
  CHECK(then->tick == 12);
}
