#include "sim/batch/batch.hpp"
#include "tests/support/scenes.hpp"

#include <cstring>

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

constexpr std::uint32_t replicates = 5;

BatchPlan plan_of(const Scenario& s, const std::string& table) {
  BatchPlan plan;
  plan.seed = 3;
  plan.outcomes = default_outcomes(s);
  plan.per_run = true;
  plan.points = std::make_shared<Points>(parse_points(table, "points.csv", replicates));
  plan.runs = plan.points->count() * replicates;
  return plan;
}

/// The outcomes of every run, in order.
std::vector<double> values_of(const Scenario& s, const BatchPlan& plan,
                              const BatchSettings& settings) {
  BatchCounts sum(plan, s.model.ticks);
  count_runs(s, plan, RunSet(RunSpan{0, plan.runs}), settings,
             [&](BatchCounts&& part) { sum.merge(std::move(part)); });
  const BatchCounts sorted = BatchCounts::read(sum.bytes(), plan, s.model.ticks);
  std::vector<double> values;
  for (const RunValues& block : sorted.per_run) {
    values.insert(values.end(), block.values.begin(), block.values.end());
  }
  return values;
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

/// Whether run for run the points give what the scenario gives with each of them set.
bool equals_overrides(const Scenario& s, const BatchPlan& plan, const char* name) {
  const std::vector<double> swept = values_of(s, plan, {2, widest_isa(), 3600});
  const std::size_t width = plan.outcomes.size();
  bool same = true;
  for (std::uint32_t point = 0; point < plan.points->count(); ++point) {
    std::vector<std::string> overrides;
    for (std::size_t k = 0; k < plan.points->paths.size(); ++k) {
      overrides.push_back(plan.points->paths[k] + "=" +
                          std::to_string(plan.points->columns[k][point]));
    }
    const Scenario set = scenes::load(name, overrides);
    const Ensemble alone = run_ensemble(set, plan.outcomes, {3, 0, replicates});
    for (std::uint32_t r = 0; r < replicates; ++r) {
      const std::uint32_t run = r * plan.points->count() + point;
      same = same && std::memcmp(alone.values[r].data(), swept.data() + run * width,
                                 width * sizeof(double)) == 0;
    }
  }
  return same;
}

}  // namespace

TEST_CASE("a point is run as the scenario with its values set", "[batch][points]") {
  const Scenario s = scenes::load("debt-only");
  const BatchPlan plan = plan_of(s,
                                 "rules.precedent,countries.PRK.discount_rate\n0.5,0.125\n"
                                 "0.75,0.25\n0.75,0.375\n1,0.125\n");
  CHECK(equals_overrides(s, plan, "debt-only"));
  const std::vector<double> values = values_of(s, plan, {1, Isa::scalar, 3600});
  for (const Isa isa : available_isas()) {
    CHECK(same_bits(values_of(s, plan, {3, isa, 0}), values));
  }
}

TEST_CASE("no number of a scenario is used up before a run starts", "[batch][points][long]") {
  // What a point sets is seen by runs alone: were a number read when the scenario is compiled, the
  // override would change what the point does not.
  const Scenario s = scenes::load("debt-for-pipeline-2011", {"ticks=24"});
  std::size_t changed = 0;
  for (std::size_t k = 0; k < s.numbers.size(); k += 7) {
    const NumberInfo& number = s.numbers[k];
    // Weights sum to 1, so none can be set alone; an issue is a word.
    if (!number.has_range || number.low == number.high || number.shapes_model ||
        number.path.find(".weights.") != std::string::npos || number.path.ends_with(".issue")) {
      continue;
    }
    const double value = number.low + 0.25 * (number.high - number.low);
    const BatchPlan plan = plan_of(s, number.path + "\n" + std::to_string(value) + "\n");
    INFO(number.path << " = " << value);
    const std::vector<double> swept = values_of(s, plan, {2, widest_isa(), 3600});
    Scenario set;
    try {
      set = scenes::load("debt-for-pipeline-2011",
                         {"ticks=24", number.path + "=" + std::to_string(value)});
    } catch (const InputError&) {
      continue;  // does not suit other numbers as they are
    }
    const Ensemble alone = run_ensemble(set, plan.outcomes, {3, 0, replicates});
    std::vector<double> expected;
    for (const std::vector<double>& run : alone.values) {
      expected.insert(expected.end(), run.begin(), run.end());
    }
    CHECK(same_bits(swept, expected));
    const Ensemble plain = run_ensemble(s, plan.outcomes, {3, 0, replicates});
    changed += plain.values == alone.values ? 0 : 1;
  }
  CHECK(changed > 20);
}

TEST_CASE("points that a scenario does not admit are refused with their place", "[batch][points]") {
  const auto message = [](const Scenario& s, const std::string& table) {
    try {
      check_points(s, parse_points(table, "D.csv", 1), "D.csv");
    } catch (const InputError& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  const Scenario s = scenes::load("debt-only");
  CHECK(message(s, "rules.precedent\n0.5\n").empty());
  CHECK_THAT(message(s, "rules.precedant\n0.5\n"),
             Catch::Contains("D.csv:1: a column \"rules.precedant\"") &&
                 Catch::Contains("did you mean \"rules.precedent\"?"));
  CHECK_THAT(message(s, "rules.precedent\n0.5\n-3\n"),
             Catch::Contains("D.csv:3: rules.precedent") &&
                 Catch::Contains("found -3 share; allowed: from 0.001"));
  // How long a corridor is built decides what its series are sampled for.
  CHECK_THAT(
      message(scenes::load("debt-for-pipeline-2011"), "corridors.khasan_rajin.build_years\n5\n"),
      Catch::Contains("shapes the model"));
}
