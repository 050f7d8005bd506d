#include "sim/power.hpp"

#include "policies/split/shapley.hpp"
#include "sim/coalition/nucleolus.hpp"
#include "sim/document/refuse.hpp"
#include "world/deal.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace tumen {
namespace {

constexpr std::size_t most_routes = 16;

[[noreturn]] void refuse(std::string found, std::string allowed) {
  refuse_problem({{"power", 0, 0}, "", std::move(found), std::move(allowed), ""});
}

/// A scenario's numbers as plain doubles.
struct Numbers {
  const Scenario& s;
  Parameters<double> x{s.values, s.series};

  /// First tick from the date on; of the year a scenario begins in, its first.
  [[nodiscard]] Id tick_of(double year) const {
    const Model& m = s.model;
    const double date = std::max(year, m.start_year);
    const double tick = std::ceil((date - m.start_year) / m.dt - 1e-9);
    if (std::floor(year) < std::floor(m.start_year) || tick >= m.ticks) {
      refuse("the year " + format_year(year), "a year from " + format_year(m.start_year) + " to " +
                                                  format_year(std::ceil(m.year(m.ticks)) - 1));
    }
    return static_cast<Id>(tick);
  }
  /// Mean Brent of the year that begins at `tick` [USD/bbl].
  [[nodiscard]] double brent(Id tick) const {
    const auto ticks = std::max<Id>(1, static_cast<Id>(1.0 / s.model.dt + 0.5));
    double sum = 0;
    for (Id k = tick; k < tick + ticks; ++k) {
      const bool known = k < s.model.market.history_ticks;
      sum += known ? x.at(s.model.market.brent_history, k) : x(s.model.market.brent_mean);
    }
    return sum / static_cast<double>(ticks);
  }
  [[nodiscard]] static std::string format_year(double year) {
    return std::to_string(static_cast<int>(std::floor(year)));
  }
};

/// Stage of a corridor at `tick`: its first one, or what an event has declared since.
CorridorStage stage_at(const Model& m, Id corridor, Id tick) {
  CorridorStage stage = at(m.corridors, corridor).stage;
  for (const DeclaredEvent& event : m.events) {
    if (event.kind == EventKind::corridor_stage && event.entity == corridor && event.tick <= tick) {
      stage = event.stage;
    }
  }
  return stage;
}

double price_at(const Numbers& n, const Corridor& c, double brent) {
  const Market& market = n.s.model.market;
  const FuelAccount& account = at(n.s.model.countries, c.countries.back()).fuel[index_of(c.fuel)];
  if (c.benchmark.exists()) {
    return n.x(c.benchmark);
  }
  if (c.fuel == Fuel::gas) {
    return (n.x(market.lng_intercept) + n.x(market.lng_slope) * brent) *
           n.x(account.value_factor, 1);
  }
  return c.fuel == Fuel::oil ? brent * n.x(account.value_factor, 1) : n.x(account.price, 0);
}

PowerRoute price_route(const Numbers& n, Id corridor, Id tick, double brent) {
  const Model& m = n.s.model;
  const Corridor& c = at(m.corridors, corridor);
  const CorridorStage stage = stage_at(m, corridor, tick);
  const FuelAccount& account = at(m.countries, c.countries.back()).fuel[index_of(c.fuel)];
  PowerRoute r;
  r.corridor = corridor;
  r.needs = c.countries;
  r.stands = stage == CorridorStage::operating || stage == CorridorStage::suspended;
  const double ceiling = account.import_ceiling.exists()
                             ? n.x.at(account.import_ceiling, tick + (r.stands ? 0 : c.lead_ticks))
                             : n.x(c.capacity);
  r.volume = std::min(n.x(c.capacity), std::max(0.0, ceiling));
  r.price = price_at(n, c, brent);
  r.unit_cost = n.x(c.unit_cost);
  const double years = annuity_yearly(n.x(m.rules.common_rate), n.x(c.life));
  r.capex = r.stands ? 0 : n.x(c.capex) / years;
  r.worth = r.volume * money_per_unit(c.fuel) * (r.price - r.unit_cost) - r.capex;
  return r;
}

bool is_asked(const Numbers& n, const PowerQuery& q, Id corridor, Id tick) {
  const Corridor& c = at(n.s.model.corridors, corridor);
  const bool left_out = std::find(q.without.begin(), q.without.end(), corridor) != q.without.end();
  return c.fuel == q.fuel && !c.countries.empty() && !left_out && c.unit_cost.exists() &&
         (q.buyer == no_id || c.countries.back() == q.buyer) &&
         stage_at(n.s.model, corridor, tick) != CorridorStage::dead;
}

void add_vetoes(const PowerQuery& q, const Corridor& c, PowerRoute& route) {
  for (const RouteVeto& veto : q.vetoes) {
    const bool applies =
        veto.corridor == no_id ? !c.hosts.empty() : veto.corridor == route.corridor;
    const bool is_in =
        std::find(route.needs.begin(), route.needs.end(), veto.country) != route.needs.end();
    if (applies && !is_in) {
      route.needs.push_back(veto.country);
    }
  }
}

std::vector<Id> players_of(const std::vector<PowerRoute>& routes, const Names& names) {
  std::set<Id> found;
  for (const PowerRoute& r : routes) {
    found.insert(r.needs.begin(), r.needs.end());
  }
  std::vector<Id> players(found.begin(), found.end());
  if (players.size() > static_cast<std::size_t>(max_players)) {
    std::vector<std::string> codes;
    for (const Id player : players) {
      codes.push_back(at(names.countries, player));
    }
    refuse(
        "routes that need " + std::to_string(players.size()) + " countries: " + join_names(codes),
        "at most 6 (a table of 64 coalitions): name a buyer by --to, or leave routes out by "
        "--without");
  }
  return players;
}

bool are_rivals(const Model& m, Id a, Id b) {
  const auto names = [&](Id from, Id to) {
    const auto& rivals = at(m.corridors, from).rivals;
    return std::find(rivals.begin(), rivals.end(), to) != rivals.end();
  };
  return names(a, b) || names(b, a);
}

RouteNetwork network_of(const Model& m, const PowerGame& g) {
  RouteNetwork n;
  for (const PowerRoute& r : g.routes) {
    std::size_t needs = 0;
    for (const Id country : r.needs) {
      const auto seat = std::find(g.players.begin(), g.players.end(), country);
      needs |= std::size_t{1} << static_cast<std::size_t>(seat - g.players.begin());
    }
    std::size_t rivals = 0;
    for (std::size_t k = 0; k < g.routes.size(); ++k) {
      rivals |= are_rivals(m, r.corridor, g.routes[k].corridor) ? std::size_t{1} << k : 0;
    }
    n.worth.push_back(r.worth);
    n.needs.push_back(needs);
    n.rivals.push_back(rivals);
  }
  return n;
}

/// Worth of the routes of `set`, or nothing where two of them are rivals.
double worth_of_set(const RouteNetwork& n, std::size_t set) {
  double sum = 0;
  for (std::size_t k = 0; k < n.worth.size(); ++k) {
    if (((set >> k) & 1) != 0) {
      if ((n.rivals[k] & set) != 0) {
        return 0;
      }
      sum += std::max(0.0, n.worth[k]);
    }
  }
  return sum;
}

}  // namespace

CoalitionTable<double> route_game(const RouteNetwork& n, int players) {
  const std::size_t sets = std::size_t{1} << n.worth.size();
  CoalitionTable<double> table;
  for (std::size_t set = 1; set < sets; ++set) {
    std::size_t needs = 0;
    for (std::size_t k = 0; k < n.worth.size(); ++k) {
      needs |= ((set >> k) & 1) != 0 ? n.needs[k] : 0;
    }
    table.value[needs] = std::max(table.value[needs], worth_of_set(n, set));
  }
  // What a coalition can do its larger ones can do as well.
  const std::size_t everybody = (std::size_t{1} << players) - 1;
  for (std::size_t coalition = 1; coalition <= everybody; ++coalition) {
    for (int i = 0; i < players; ++i) {
      const std::size_t smaller = coalition & ~(std::size_t{1} << i);
      table.value[coalition] = std::max(table.value[coalition], table.value[smaller]);
    }
  }
  return table;
}

PowerGame power_of(const Scenario& s, const PowerQuery& q) {
  const Numbers n{s};
  const Id tick = n.tick_of(q.year);
  PowerGame g;
  g.year = q.year;
  g.brent = n.brent(tick);
  for (Id k = 0; k < static_cast<Id>(s.model.corridors.size()); ++k) {
    if (is_asked(n, q, k, tick)) {
      g.routes.push_back(price_route(n, k, tick, g.brent));
      add_vetoes(q, at(s.model.corridors, k), g.routes.back());
    }
  }
  if (g.routes.empty() || g.routes.size() > most_routes) {
    refuse(std::to_string(g.routes.size()) + " routes for " +
               std::string(fuel_names[index_of(q.fuel)]),
           "1 to 16 routes");
  }
  g.players = players_of(g.routes, s.names);
  const auto players = static_cast<int>(g.players.size());
  g.values = route_game(network_of(s.model, g), players);
  const PerPlayer<double> shapley = shapley_values(g.values, players);
  g.shapley.assign(shapley.begin(), shapley.begin() + players);
  g.nucleolus = nucleolus(g.values, players);
  return g;
}

}  // namespace tumen
