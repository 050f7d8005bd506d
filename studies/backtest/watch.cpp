#include "studies/backtest/watch.hpp"

#include "sim/parallel.hpp"
#include "sim/simulation.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace tumen {
namespace {

constexpr double rate = 0.1;  // of the present value of a haircut, as rules.common_rate
constexpr double section =
    10 * 7;  // 10 bcm over 700 km of the DPRK: fee in M USD/y to USD/1000 m3/100 km
constexpr int quarters_of_a_year = 4;

// Rows of the model that patterns ask for; no_id where there is none.
struct Places {
  Id write_off = no_id, gas_line = no_id;
  Id haircut = no_id, tenor = no_id, fee = no_id;
  Id council = no_id, tester = no_id;
  std::vector<Id> freezes;
};

Places places_of(const Names& names) {
  Places p;
  p.write_off = find_name(names.packages, "debt_write_off");
  p.gas_line = find_name(names.packages, "gas_line");
  p.haircut = find_name(names.terms, "debt_write_off.haircut");
  p.tenor = find_name(names.terms, "debt_write_off.tenor");
  p.fee = find_name(names.terms, "gas_line.fee");
  p.council = find_name(names.regimes, "un_dprk");
  p.tester = find_name(names.countries, "PRK");
  for (const char* const name :
       {"us_fuel_for_freeze", "six_party_fuel", "un_relief", "us_relief"}) {
    if (const Id id = find_name(names.packages, name); id != no_id) {
      p.freezes.push_back(id);
    }
  }
  return p;
}

double lost_share(double haircut, double years) {
  return 1 - (1 - haircut) * (1 - std::exp(-rate * years)) / (rate * years);
}

class Watch {
 public:
  Watch(const Places& places, const Simulation<float>& simulation)
      : p_(places), s_(simulation), since_(places.freezes.size(), -1.0) {}

  void note(Id tick, bool is_after) {
    note_freezes(tick);
    if (is_after) {
      note_terms();
      note_level();
    }
    note_tests(is_after);
  }
  [[nodiscard]] Watched take() { return std::move(out_); }

 private:
  void note_terms() {
    const World<float>& w = s_.world();
    if (p_.haircut != no_id && p_.tenor != no_id &&
        at(s_.record().packages, p_.write_off).signed_ > 0) {
      out_.haircuts.push_back(lost_share(at(w.terms, p_.haircut), at(w.terms, p_.tenor)));
    }
    if (p_.fee != no_id && at(w.packages, p_.gas_line).stage == code<float>(PackageStage::talks)) {
      out_.fees.push_back(at(w.terms, p_.fee) / section);
    }
  }

  void note_level() {
    if (p_.council == no_id) {
      return;
    }
    const double level = at(s_.world().regimes, p_.council).level;
    if (!has_level_) {
      out_.level_before = level;
      has_level_ = true;
    } else if (level < out_.level_after - 1e-6) {
      ++out_.eased;
    }
    out_.level_after = level;
  }

  void note_tests(bool is_after) {
    const bool tested = at(s_.world().countries, p_.tester).tested > 0;
    if (is_after) {
      const bool is_soon = quiet_ <= quarters_of_a_year;
      ++(is_soon ? out_.quarters_after_test : out_.quarters_else);
      (is_soon ? out_.tests_after_test : out_.tests_else) += tested ? 1 : 0;
    }
    quiet_ = tested ? 1 : quiet_ + 1;
  }

  void note_freezes(Id tick) {
    const double years = tick * s_.model().dt;
    for (std::size_t k = 0; k < p_.freezes.size(); ++k) {
      const bool stands =
          at(s_.world().packages, p_.freezes[k]).stage == code<float>(PackageStage::in_force);
      if (stands && since_[k] < 0) {
        since_[k] = years;
      } else if (!stands && since_[k] >= 0) {
        out_.freezes.push_back(years - since_[k]);
        since_[k] = -1;
      }
    }
  }

  const Places& p_;
  const Simulation<float>& s_;
  std::vector<double> since_;  // when each freeze entered into force, -1 where it is not
  Watched out_;
  bool has_level_ = false;
  int quiet_ = quarters_of_a_year + 1;  // quarters since the last test
};

}  // namespace

std::vector<Watched> watch_runs(const Scenario& scenario, const Points& points,
                                const std::vector<ChosenRun>& runs, double until,
                                const FuturesSettings& settings) {
  const Places places = places_of(scenario.names);
  std::vector<Watched> out(runs.size());
  parallel_for(runs.size(), settings.batch.threads, [&](std::size_t r) {
    Simulation<float> simulation(scenario, {settings.seed, runs[r].run});
    for (std::size_t n = 0; n < points.paths.size(); ++n) {
      simulation.set(find_number(scenario, points.paths[n]).value(),
                     static_cast<float>(points.columns[n][runs[r].point]));
    }
    Watch watch(places, simulation);
    simulation.start();
    for (Id tick = 0; tick < scenario.model.ticks; ++tick) {
      simulation.step();
      watch.note(tick, scenario.model.year(tick) >= until);
    }
    out[r] = watch.take();
  });
  return out;
}

}  // namespace tumen
