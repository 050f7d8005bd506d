#include "server/rooms/expect.hpp"

#include "policies/bargaining.hpp"
#include "sim/simulation.hpp"

#include <algorithm>
#include <cmath>

namespace tumen::server::rooms {
namespace {

constexpr int most = 999;
// ASSUMPTION: how far a government that takes others to be like itself knows them to differ, in
// shares of what it gains itself; accept 0.25 to 1. Nobody is sure of others.
constexpr double unlike = 0.5;
constexpr double price_years = 3;  // ASSUMPTION: how far ahead prices are in doubt; accept 1 to 5

/// Points of a normal distribution, half a standard deviation apart, and their weights.
struct Point {
  double z, weight;
};
std::array<Point, 9> normal_points() {
  std::array<Point, 9> points{};
  for (std::size_t k = 0; k < points.size(); ++k) {
    const double z = (static_cast<double>(k) - 4) / 2;
    points[k] = {z, std::exp(-z * z / 2)};
  }
  return points;
}

/// The scenario in which everybody wants what `own` wants.
Scenario mirrored(const Scenario& s, Id own) {
  Scenario out = s;
  for (Country& c : out.model.countries) {
    c.preferences = at(s.model.countries, own).preferences;
  }
  return out;
}

/// The world in which everybody weighs and waits as `own` does.
World<double> mirrored(const Model& m, const World<double>& w, Id own) {
  World<double> out = w;
  const CountryState<double>& me = at(w.countries, own);
  const auto n = static_cast<Id>(m.countries.size());
  const auto corridors = static_cast<Id>(m.corridors.size());
  for (Id i = 0; i < n; ++i) {
    at(out.countries, i).weight = me.weight;
    at(out.countries, i).horizon = me.horizon;
    at(out.outlook.rates, i) = at(w.outlook.rates, own);
    for (Id j = 0; j < n; ++j) {
      const Id pair = m.pair(i, j);
      const double breach = pair == no_id ? w.strangers_breach : at(w.pairs, pair).breach;
      at(out.outlook.unsure, i * n + j) = std::log1p(at(w.outlook.rates, own).yearly + breach);
    }
    for (Id c = 0; c < corridors; ++c) {
      at(out.outlook.delay, i * corridors + c) = at(w.outlook.delay, own * corridors + c);
    }
  }
  return out;
}

/// Oil dearer by `factor`, and with it what follows oil.
void reprice(const Table<double>& t, double factor) {
  MarketState<double>& m = t.w.market;
  const double base = t.x(t.m.market.lng_intercept);
  for (double* price : {&m.brent, &m.brent_slow, &m.oil_fast, &m.oil_slow, &m.oil_expected}) {
    *price *= factor;
  }
  for (double* price : {&m.lng, &m.fast, &m.slow, &m.expected}) {
    *price = base + (*price - base) * factor;
  }
  m.log_brent += std::log(factor);
}

/// One seat's look at one deal.
class Glance {
 public:
  Glance(const Scenario& s, const World<double>& w, Id package, Id own)
      : scenario_(mirrored(s, own)),
        world_(mirrored(s.model, w, own)),
        sim_(scenario_, {1, 0}),
        package_(package),
        own_(own) {
    sim_.start();
  }

  /// Its own gain if oil is dearer by `z` standard deviations, in the same unit.
  [[nodiscard]] double own_gain(double z) {
    const std::vector<double> all = gains(z);
    return at(all, place());
  }

  /// Gains of the signatories, in units of what makes it worth `own`'s time.
  [[nodiscard]] std::vector<double> gains(double z) {
    sim_.resume_from(world_);
    const Table<double> t = table();
    reprice(t, std::exp(price_spread(t) * z));
    const Package& p = at(t.m.packages, package_);
    GainSink<double> sink(p, t.w.parties.data() + p.parties.first);
    const View<double> view = t.view();
    appraise(view, package_, sink);
    const double unit = slot_value(t, p, own_) * static_cast<double>(p.signatories);
    std::vector<double> out;
    for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
      out.push_back(sum_of(at(t.w.parties, row).gain) / std::max(unit, 1e-6));
    }
    return out;
  }

  /// How far it may misjudge a deal with these partners, in shares of its stake.
  [[nodiscard]] double doubt() {
    const Table<double> t = table();
    const Package& p = at(t.m.packages, package_);
    const double trust = lowest_trust(t, at(t.m.parties, at(p.row, own_)));
    return t.x(t.strategy(own_).noise) * (1 - trust);
  }

  /// Chance that the others sign, were they much as it is, and the more unlike it the less it
  /// trusts them.
  [[nodiscard]] double agree(const std::vector<double>& gains) {
    const double spread = unlike + doubt();
    const Table<double> t = table();
    const Package& p = at(t.m.packages, package_);
    double chance = 1;
    for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
      const Id country = at(t.m.parties, row).country;
      if (country != own_) {
        chance *= signs(t, at(gains, row - p.parties.first), spread) *
                  (1 - is_ruled_out(t, package_, country));
      }
    }
    return chance;
  }

  [[nodiscard]] Id place() const {
    const Package& p = at(scenario_.model.packages, package_);
    return at(p.row, own_) - p.parties.first;
  }

 private:
  /// Chance that one who gains about as much signs.
  [[nodiscard]] double signs(const Table<double>& t, double gain, double spread) const {
    const Strategy& me = t.strategy(own_);
    const Package& p = at(t.m.packages, package_);
    const double goal = final_goal(t, me, 1.0 / static_cast<double>(p.signatories));
    double chance = 0;
    double all = 0;
    for (const Point& error : normal_points()) {
      const double theirs = gain + error.z * spread * std::max(std::abs(gain), 1.0);
      chance += error.weight * logistic((theirs - t.x(me.margin, 0) - goal) / t.x(me.temperature));
      all += error.weight;
    }
    return chance / all;
  }

  [[nodiscard]] Table<double> table() { return {sim_.context(), still_}; }

  /// Standard deviation of log Brent after `price_years`.
  static double price_spread(const Table<double>& t) {
    const double speed = std::max(t.x(t.m.market.brent_reversion), 1e-6);
    return t.x(t.m.market.brent_volatility) *
           std::sqrt((1 - std::exp(-2 * speed * price_years)) / (2 * speed));
  }

  Scenario scenario_;
  World<double> world_;
  Simulation<double> sim_;
  Moves<double> still_ = Moves<double>::none(scenario_.model);
  Id package_, own_;
};

int percent(double share) {
  return static_cast<int>(std::lround(std::clamp(100 * share, -1.0 * most, 1.0 * most)));
}

}  // namespace

Fan expected(const Scenario& scenario, const World<double>& world, Id package, Id country) {
  Glance glance(scenario, world, package, country);
  const double doubt = glance.doubt();
  const auto points = normal_points();
  std::vector<Point> outcomes;  // z: the outcome
  double all = 0;
  for (const Point& price : points) {
    const double gain = glance.own_gain(price.z);
    for (const Point& error : points) {
      outcomes.push_back(
          {gain + error.z * doubt * std::max(gain, 1.0), price.weight * error.weight});
      all += outcomes.back().weight;
    }
  }
  std::sort(outcomes.begin(), outcomes.end(),
            [](const Point& a, const Point& b) { return a.z < b.z; });
  constexpr std::array<double, 5> levels = {0.05, 0.25, 0.5, 0.75, 0.95};
  Fan fan;
  std::size_t next = 0;
  double below = 0;
  for (const Point& outcome : outcomes) {
    below += outcome.weight / all;
    while (next < levels.size() && below >= levels[next]) {
      fan.quantiles[next++] = percent(outcome.z);
    }
  }
  fan.agree = percent(glance.agree(glance.gains(0)));
  return fan;
}

int worth_now(const Scenario& scenario, const World<double>& world, Id package, Id country) {
  Glance glance(scenario, world, package, country);
  return percent(glance.own_gain(0));
}

}  // namespace tumen::server::rooms
