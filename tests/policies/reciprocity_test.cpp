// Reciprocity: a party moves with what the others have conceded.
#include "policies/bargaining.hpp"
#include "sim/simulation.hpp"
#include "tests/support/paired.hpp"
#include "tests/support/scenes.hpp"

#include <cmath>

#include <catch2/catch.hpp>

using namespace tumen;

namespace {

/// Aspiration of the first country of debt-only with this reciprocity, half a deadline into talks,
/// the others having conceded `conceded` on the mean.
double aspiration_with(double reciprocity, double conceded) {
  Scenario s = scenes::load("debt-only");
  for (const char* const path : {"countries.RUS.strategy", "countries.PRK.strategy"}) {
    scenes::set(s, std::string(path) + ".reciprocity", reciprocity);
    scenes::set(s, std::string(path) + ".concession", 1.0);
    scenes::set(s, std::string(path) + ".deadline", 4.0);
    scenes::set(s, std::string(path) + ".start", 0.0);
    scenes::set(s, std::string(path) + ".kappa", 0.8);
  }
  Simulation<double> simulation(s, RandomKey<double>{1, 0});
  simulation.start();
  const Moves<double> nobody = Moves<double>::none(s.model);
  const Step<double> step = simulation.context();
  const Table<double> t(step, nobody);
  return aspiration(t, t.strategy(0), 0.5, 2.0, conceded);
}

}  // namespace

TEST_CASE("without reciprocity a party concedes by the calendar alone") {
  // kappa x share = .4; half of the time at e = 1 gives f = .5: .4 + .6 x .5
  CHECK(aspiration_with(0, 0) == Approx(0.7));
  CHECK(aspiration_with(0, 1) == Approx(0.7));
}

TEST_CASE("with reciprocity a party follows the others' concessions") {
  // f = .5 + .4 (conceded - .5): .3 for none, .7 for all
  CHECK(aspiration_with(0.4, 0) == Approx(0.4 + 0.6 * 0.7));
  CHECK(aspiration_with(0.4, 1) == Approx(0.4 + 0.6 * 0.3));
}

TEST_CASE("where all start firm reciprocity makes them wait for each other", "[levers][long]") {
  const Scenario without = scenes::load("debt-only", {"countries.RUS.strategy.reciprocity=0",
                                                      "countries.PRK.strategy.reciprocity=0"});
  Scenario with = without;
  scenes::set(with, "countries.RUS.strategy.reciprocity", 0.3);
  scenes::set(with, "countries.PRK.strategy.reciprocity", 0.3);
  const auto reading = [](const std::vector<double>& v) { return v[0]; };
  const paired::Difference d =
      paired::compare(without, with, {"packages.debt_write_off.signed"}, reading, 2000);
  paired::print("debt cut signed, reciprocity 0 -> .3", d);
  CHECK(std::abs(d.mean) > 0.005);
  CHECK(d.low * d.high > 0);
}
