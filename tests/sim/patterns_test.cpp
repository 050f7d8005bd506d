// The feasibility table (docs/model.md): the four patterns of 1990-2024, at least as well as the
// numerical prototype did them. Driver inputs: governments' stances, sanction levels, tests, prices
// and the other declared events of hindcast-1990-2024; the rest is bargained.
#include "sim/ensemble.hpp"
#include "tests/support/scenes.hpp"

#include <cstdio>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

struct Row {
  const char* outcome;
  Summary summary;
};

std::vector<Row> hindcast() {
  const Scenario s = scenes::load("hindcast-1990-2024");
  const std::vector<const char*> names = {"debts.dprk_to_russia.settled@1990-2000",
                                          "debts.dprk_to_russia.settled@1990-2008",
                                          "debts.dprk_to_russia.settled@1990-2017",
                                          "packages.gas_line.memoranda@1990-2012.5",
                                          "packages.gas_line.signed",
                                          "corridors.trans_korean_gas.built",
                                          "corridors.khasan_rajin.built@1990-2015.5",
                                          "corridors.khasan_rajin.flow@2014-2016",
                                          "corridors.khasan_rajin.flow@2017-2022",
                                          "corridors.power_of_siberia.built@1990-2021"};
  std::vector<Outcome> outcomes;
  for (const char* name : names) {
    outcomes.push_back(find_outcome(s, name));
  }
  EnsembleSettings settings;
  settings.runs = 1000;
  const Ensemble e = run_ensemble(s, outcomes, settings);
  std::vector<Row> rows;
  for (std::size_t k = 0; k < names.size(); ++k) {
    rows.push_back({names[k], summarise(e, k)});
    std::printf("%-50s %.3f [%.3f, %.3f] n = %zu\n", names[k], rows[k].summary.mean,
                rows[k].summary.low, rows[k].summary.high, rows[k].summary.present);
  }
  return rows;
}

}  // namespace

TEST_CASE("the hindcast shows the four patterns of the record", "[patterns][long]") {
  const auto rows = hindcast();
  const auto mean = [&](std::size_t k) { return rows[k].summary.mean; };
  // (3) unsettled for twenty years, then settled in 2008-16 more likely than not. Prototype:
  // 0/.06/.72.
  CHECK(mean(0) < 0.01);
  CHECK(mean(1) < 0.20);
  CHECK(rows[2].summary.low - rows[1].summary.high > 0.5);
  // (4) memoranda, but no line. Prototype: .98 with one, .06 signed, .003 built.
  CHECK(rows[3].summary.low > 1.0);
  CHECK(rows[4].summary.high < 0.06);
  CHECK(rows[5].summary.high < 0.01);
  // (7) Khasan-Rajin built, then idle though exempt. Prototype: .43 built by mid-2015, flow .57 ->
  // .27.
  CHECK(mean(6) > 0.40);
  CHECK(mean(7) > 0.40);
  CHECK(rows[8].summary.high < 0.30);
  // (6) the line to China first. Prototype: .56 built by 2020, the Korean line .003.
  CHECK(mean(9) > 0.5);
}
