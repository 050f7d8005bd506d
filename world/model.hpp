#pragma once
// The compiled scenario: dense tables of structure (who, what, in which order) and handles of
// numbers. It is the same for every run of an ensemble; what a run changes stands in World.
// Built by sim/scenario from YAML; every field here is a key there, with its unit.
#include "world/model_agents.hpp"
#include "world/model_deals.hpp"
#include "world/model_routes.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace tumen {

/// Prices of the world.
struct Market {
  Number brent_start;       ///< [USD/bbl]
  Number brent_mean;        ///< median of the long run [USD/bbl]
  Number brent_reversion;   ///< k [1/y]
  Number brent_volatility;  ///< s [per sqrt(y)]
  Series brent_history;     ///< used while tick < history_ticks
  Id history_ticks = 0;
  Number lng_intercept;  ///< [USD/MMBtu]
  Number lng_slope;      ///< [USD/MMBtu per USD/bbl]
  Number lng_lag;        ///< years of smoothing
  Number fast_memory;    ///< years behind the near price expectation
  Number slow_memory;    ///< years behind the far one
  Number slow_weight;    ///< weight of the far one
  Number
      slow_start;  ///< Brent that the far expectation starts from [USD/bbl]; absent = brent_start
};

/// Numbers of the negotiation that are nobody's own.
struct Rules {
  Number agreement_rate;       ///< h [1/y]
  Number common_rate;          ///< discount rate of the joint surplus
  Number horizon;              ///< years over which a gain is spread
  Number rest;                 ///< years after talks broke
  Number break_on_shock;       ///< chance that a shock ends talks
  Number deadline_slack;       ///< talks end past this multiple of the deadline
  Number noise_persistence;    ///< of eps [share kept a year]
  Number memorandum_rate;      ///< [1/y]
  Number memorandum_life;      ///< [years]
  Number memorandum_goodwill;  ///< what signing does for relations [M USD/y]
  Number memorandum_temperature;
  Number resolve_years;    ///< terms are solved again, and offers follow each other, this often
  Number mediation;        ///< share of the gap between claim and goal that a mediator closes
  Number ban_threshold;    ///< union intensity at which a channel is forbidden
  Number conflict_noise;   ///< keyed noise of settlement [M USD/y]
  Number breach_rate;      ///< lambda_0 [1/y]
  Number breach_slope;     ///< eta
  Number breach_weight;    ///< weight of a breach in trust
  Number leader_affinity;  ///< sd of what a new leader does to affinity
  Number trust_prior;      ///< W
  Number trust_memory;     ///< gamma, kept a year
  Number affinity_memory;  ///< g, kept a year
  Number affinity_deal, affinity_breach, affinity_shock;
  Number shock_trust;         ///< beta count a test adds with adversaries
  Number stance_to_affinity;  ///< weight of stances in the baseline of affinity
  Number alliance_to_affinity;
  Number alliance_to_threat;      ///< share of a threat that an alliance takes away; absent = none
  Number trade_speed;             ///< kappa of trade [1/y]
  Number trade_affinity;          ///< beta_c of trade
  Number corridor_trade;          ///< log trade added by an operating corridor
  Number fear_memory;             ///< tau_f [years]
  Number sanction_fade;           ///< tau of the burden [years]
  Number precedent;               ///< factor on hope per comparable write-off
  Number stake_effect;            ///< how a host's own stake lowers hold-up
  Number payment_friction;        ///< share of a payment lost at full sanctions on its channel
  Number soft_currency;           ///< worth lost by settling outside the dollar, share
  Number goods_value;             ///< worth to a creditor of a unit of debt paid in goods
  Number goods_cost;              ///< cost to a debtor of a unit of debt paid in goods
  Number gearing;                 ///< credit raised per instalment recycled
  Number commitment_temperature;  ///< of a builder's will to pay [M USD/y]
  Number holdup_speed;            ///< omega [1/y]
  Number press_temperature;
  Number press_cost;
  Number arrears_penalty;   ///< share of a project's value lost while its debt is in arrears
  Number hostility_stance;  ///< weight of a sender's stance in its will to press
  Number hostility_offset;
};

/// Ticks beyond the last that every series is tabulated for.
inline constexpr Id series_lookahead = 40;

struct Model {
  double start_year = 0;
  double dt = 0.25;  ///< years a tick
  Id ticks = 0;
  std::vector<Country> countries;
  std::vector<Pair> pairs;
  std::vector<Id> pair_of;  ///< countries x countries -> pair or no_id
  std::vector<Field> fields;
  std::vector<Corridor> corridors;
  std::vector<Firm> firms;
  std::vector<Debt> debts;
  std::vector<Regime> regimes;
  std::vector<Package> packages;
  std::vector<Party> parties;
  std::vector<Clause> clauses;
  std::vector<Term> terms;
  std::vector<Act> acts;
  std::vector<DeclaredEvent> events;
  std::vector<Cluster> clusters;
  Market market;
  Rules rules;
  Id split_rule = 0;  ///< SplitRule of policies/split, by its place in the catalogue
  Id protocol = 0;    ///< Protocol of policies/protocol, likewise

  [[nodiscard]] Id pair(Id i, Id j) const {
    return pair_of[static_cast<std::size_t>(i) * countries.size() + static_cast<std::size_t>(j)];
  }
  [[nodiscard]] double year(Id tick) const { return start_year + dt * tick; }
};

/// Index into a table by Id.
template <class Vector>
[[nodiscard]] constexpr auto& at(Vector& v, Id i) {
  return v[static_cast<std::size_t>(i)];
}

}  // namespace tumen
