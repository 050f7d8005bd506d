// What must hold in every world: over random scenarios, every number with a range drawn from it.
#include "sim/explain.hpp"
#include "tests/support/scenes.hpp"

#include <cmath>

#include <catch2/catch.hpp>

namespace {

using namespace tumen;

constexpr std::uint64_t random_scenarios = 1000;

struct Watch {
  std::size_t ticks = 0, signatures = 0, entries = 0, money_flows = 0, losing_signatures = 0;
  double worst_debt = 0, worst_cash = 0, worst_fuel = 0;
  double frictions = 0;  ///< money paid that did not arrive: banks, sanctions
};

/// |a - b| as a share of the larger.
double gap(double a, double b) {
  return std::abs(a - b) / std::max({1.0, std::abs(a), std::abs(b)});
}

double debt_stock(const DebtState<double>& d) {
  return d.face + d.residual;
}

void check_debts(const World<double>& before, const World<double>& after, Watch& watch) {
  for (std::size_t k = 0; k < after.debts.size(); ++k) {
    const auto& d = after.debts[k];
    const double relief = d.relieved - before.debts[k].relieved;
    const double expected = debt_stock(before.debts[k]) + d.interest - d.paid - relief;
    watch.worst_debt = std::max(watch.worst_debt, gap(debt_stock(d), expected));
  }
}

/// Cash of all countries, what was spent on works and what frictions took sum to nothing.
void check_cash(const World<double>& w, Watch& watch) {
  double sum = watch.frictions;
  double turnover = 0;
  for (const auto& c : w.countries) {
    sum += c.cash;
    turnover += std::abs(c.cash);
  }
  for (const auto& c : w.corridors) {
    sum += c.spent;
  }
  watch.worst_cash = std::max(watch.worst_cash, std::abs(sum) / std::max(1.0, turnover));
}

void check_flows(const Model& m, const Record<double>& r, Watch& watch) {
  for (std::size_t k = 0; k < r.flow_count; ++k) {
    const Flow<double>& f = r.flows[k];
    REQUIRE(f.from != no_id);
    REQUIRE((f.to != no_id || f.corridor != no_id));
    REQUIRE(f.from != f.to);
    REQUIRE(std::isfinite(f.amount));
    const double losses =
        f.commodity == Commodity::money || f.corridor == no_id ? 0.0 : f.amount - f.arrives;
    REQUIRE(losses >= -1e-12);
    if (f.commodity == Commodity::money && f.to != no_id && f.package != no_id) {
      watch.frictions += f.amount - f.arrives;
    }
    watch.worst_fuel = std::max(watch.worst_fuel, gap(f.amount, f.arrives + losses));
    watch.money_flows += f.commodity == Commodity::money && f.amount != 0 ? 1U : 0U;
    REQUIRE(f.from < static_cast<Id>(m.countries.size()));
  }
}

/// A deal enters into force only out of a signature (or a block), and at a signature every
/// signatory saw a gain; with the noise off the gain is true.
void check_deals(const Model& m, const World<double>& before, const World<double>& after,
                 const Record<double>& r, bool noise, Watch& watch) {
  for (std::size_t k = 0; k < m.packages.size(); ++k) {
    const double stage = before.packages[k].stage;
    if (r.packages[k].entered > 0) {
      ++watch.entries;
      const bool was_bound = stage == code<double>(PackageStage::signed_) ||
                             stage == code<double>(PackageStage::blocked);
      REQUIRE(was_bound);
      for (Id row = m.packages[k].parties.first;
           row < m.packages[k].parties.first + m.packages[k].signatories; ++row) {
        REQUIRE(at(after.parties, row).vote >= 0);
      }
    }
    if (r.packages[k].signed_ > 0) {
      ++watch.signatures;
      REQUIRE(r.packages[k].agreed > 0);
      REQUIRE(stage <= code<double>(PackageStage::talks));
      bool loses = false;
      for (Id row = m.packages[k].parties.first;
           row < m.packages[k].parties.first + m.packages[k].signatories; ++row) {
        REQUIRE(at(after.parties, row).perceived >= 0);
        loses = loses || at(after.parties, row).total < 0;
      }
      watch.losing_signatures += loses ? 1U : 0U;
      REQUIRE((noise || !loses));
    }
  }
}

Watch watch_run(const Scenario& s, std::uint64_t seed, bool noise) {
  Watch watch;
  Simulation<double> sim(s, {seed, 0});
  sim.start();
  World<double> before = sim.world();
  for (Id tick = 0; tick < s.model.ticks; ++tick) {
    sim.step();
    ++watch.ticks;
    check_debts(before, sim.world(), watch);
    check_flows(s.model, sim.record(), watch);
    check_deals(s.model, before, sim.world(), sim.record(), noise, watch);
    before = sim.world();
  }
  check_cash(sim.world(), watch);
  return watch;
}

void silence(Scenario& s) {
  for (std::size_t k = 0; k < s.numbers.size(); ++k) {
    if (s.numbers[k].path.ends_with(".strategy.noise")) {
      s.values[k] = 0;
    }
  }
}

}  // namespace

TEST_CASE("over random scenarios money, debts and deals balance", "[sim][property][long]") {
  const Scenario base = scenes::load("debt-for-pipeline-2011");
  Watch all;
  for (std::uint64_t seed = 1; seed <= random_scenarios; ++seed) {
    const Watch w = watch_run(scenes::randomised(base, seed), seed, true);
    all.signatures += w.signatures;
    all.entries += w.entries;
    all.money_flows += w.money_flows;
    all.losing_signatures += w.losing_signatures;
    all.worst_debt = std::max(all.worst_debt, w.worst_debt);
    all.worst_cash = std::max(all.worst_cash, w.worst_cash);
  }
  INFO("signatures " << all.signatures << ", of which at a true loss " << all.losing_signatures);
  CHECK(all.worst_debt < 1e-9);
  CHECK(all.worst_cash < 1e-9);
  CHECK(all.signatures > random_scenarios);  // the checks above saw deals
  CHECK(all.entries > random_scenarios / 2);
  CHECK(all.money_flows > random_scenarios);
  // With noise on a party may misjudge its gain; how often is bounded and stated in the model page.
  CHECK(static_cast<double>(all.losing_signatures) < 0.10 * static_cast<double>(all.signatures));
}

TEST_CASE("with noise off nobody signs below its reservation value", "[sim][property][long]") {
  const Scenario base = scenes::load("debt-for-pipeline-2011");
  std::size_t signatures = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    Scenario s = scenes::randomised(base, seed);
    silence(s);
    signatures += watch_run(s, seed, false).signatures;
  }
  CHECK(signatures > 300);
}

TEST_CASE("the parts that explain prints add up to the gain", "[sim][explain]") {
  const Scenario s = scenes::load("debt-for-pipeline-2011");
  std::size_t parties = 0;
  for (const Id tick : {0, 7, 23, 60}) {
    for (Id package = 0; package < static_cast<Id>(s.model.packages.size()); ++package) {
      if (at(s.model.packages, package).is_spare) {
        continue;
      }
      RunSettings settings;
      settings.seed = 3;
      settings.in_double = true;
      const Explanation exact = explain(s, settings, package, tick);
      settings.in_double = false;
      const Explanation rough = explain(s, settings, package, tick);
      for (const ExplainedParty& p : exact.parties) {
        ++parties;
        CHECK(gap(p.gain - p.pressure, p.total) < 1e-9);
      }
      for (const ExplainedParty& p : rough.parties) {
        double scale = std::max(1.0, p.stake);
        for (const ExplainedPart& part : p.parts) {
          scale = std::max(scale, std::abs(part.musd_per_year));
        }
        CHECK(std::abs(p.gain - p.pressure - p.total) < 1e-5 * scale);
      }
    }
  }
  CHECK(parties > 50);
}
