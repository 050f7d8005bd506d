#include "sim/batch/batch.hpp"

#include "tests/support/scenes.hpp"

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

BatchPlan plan_of(const Scenario& s, std::uint32_t runs) {
  BatchPlan plan;
  plan.runs = runs;
  plan.outcomes = default_outcomes(s);
  plan.followed = followed_outcomes(s);
  return plan;
}

BatchCounts counted(const Scenario& s, const BatchPlan& plan, const RunSet& todo,
                    const BatchSettings& settings) {
  BatchCounts sum(plan, s.model.ticks);
  count_runs(s, plan, todo, settings, [&](BatchCounts&& part) { sum.merge(std::move(part)); });
  return sum;
}

std::size_t place_of(const std::vector<Outcome>& outcomes, const std::string& name) {
  for (std::size_t k = 0; k < outcomes.size(); ++k) {
    if (outcomes[k].name == name) {
      return k;
    }
  }
  FAIL("no outcome " + name);
  return 0;
}

}  // namespace

TEST_CASE("a batch counts the same bits however it is cut", "[batch]") {
  const Scenario s = scenes::load("debt-only");
  const BatchPlan plan = plan_of(s, 150);
  const RunSet all(RunSpan{0, 150});
  const std::string whole = counted(s, plan, all, {1, Isa::scalar, 3600}).bytes();
  for (const Isa isa : available_isas()) {
    for (const int threads : {1, 2, 3, 8}) {
      CHECK(counted(s, plan, all, {threads, isa, 0}).bytes() == whole);
    }
  }
  BatchCounts sum = counted(s, plan, RunSet(RunSpan{96, 150}), {2, widest_isa(), 0});
  sum.merge(counted(s, plan, RunSet(RunSpan{0, 96}), {1, Isa::scalar, 3600}));
  CHECK(sum.bytes() == whole);
  BatchPlan other = plan;
  other.seed = 2;
  CHECK(counted(s, other, all, {2, widest_isa(), 0}).bytes() != whole);
  CHECK(BatchCounts::read(whole, plan, s.model.ticks).bytes() == whole);
}

TEST_CASE("a batch counts what an ensemble keeps", "[batch]") {
  const Scenario s = scenes::load("debt-only");
  const BatchPlan plan = plan_of(s, 100);
  const BatchCounts counts = counted(s, plan, RunSet(RunSpan{0, 100}), {2, widest_isa(), 0});
  EnsembleSettings settings;
  settings.runs = 100;
  const Ensemble e = run_ensemble(s, plan.outcomes, settings);
  for (std::size_t k = 0; k < plan.outcomes.size(); ++k) {
    const Summary expected = summarise(e, k);
    const Summary found = summary_of(counts.outcomes[k], counts.runs.size());
    CAPTURE(plan.outcomes[k].name);
    CHECK(found.present == expected.present);
    CHECK(found.mean == expected.mean);
    CHECK(found.quantile == expected.quantile);
  }
}

TEST_CASE("what is followed ends where the outcome of the run ends", "[batch]") {
  const Scenario s = scenes::load("debt-only");
  BatchPlan plan = plan_of(s, 64);
  plan.followed = {find_outcome(s, "debts.dprk_to_russia.settled"),
                   find_outcome(s, "market.world.brent"),
                   find_outcome(s, "market.world.brent@2015-2020")};
  const BatchCounts counts = counted(s, plan, RunSet(RunSpan{0, 64}), {2, widest_isa(), 0});
  const auto at = [&](Id tick, std::size_t k) -> const Statistic& {
    return counts.by_tick[static_cast<std::size_t>(tick) * 3 + k];
  };
  const auto whole = [&](const char* name) -> const Statistic& {
    return counts.outcomes[place_of(plan.outcomes, name)];
  };
  CHECK(at(s.model.ticks - 1, 0).mean() == whole("debts.dprk_to_russia.settled").mean());
  CHECK(at(0, 0).mean() <= at(s.model.ticks - 1, 0).mean());
  double sum = 0;
  for (Id tick = 0; tick < s.model.ticks; ++tick) {
    sum += at(tick, 1).mean();
    const double year = s.model.year(tick);
    CHECK(at(tick, 2).count() == (year >= 2015 && year < 2020 ? 64 : 0));
  }
  CHECK(sum / s.model.ticks == Approx(whole("market.world.brent").mean()).epsilon(1e-5));
}

TEST_CASE("a batch that is stopped keeps the blocks that were begun", "[batch]") {
  const Scenario s = scenes::load("debt-only");
  const BatchPlan plan = plan_of(s, 1000);
  BatchCounts sum(plan, s.model.ticks);
  const RunSet all(RunSpan{0, 1000});
  const bool is_whole = count_runs(
      s, plan, all, {2, widest_isa(), 3600}, [&](BatchCounts&& c) { sum.merge(std::move(c)); },
      [](std::size_t done, std::size_t) { return done < 50; });
  CHECK_FALSE(is_whole);
  CHECK(sum.runs.size() >= 50);
  CHECK(sum.runs.size() <= 96);
  // What is missing completes it to the same bits.
  sum.merge(counted(s, plan, sum.runs.missing_from({0, 1000}), {2, widest_isa(), 3600}));
  CHECK(sum.bytes() == counted(s, plan, all, {1, widest_isa(), 3600}).bytes());
}
