#pragma once
// The compiled scenario: dense tables of structure (who, what, in which order) and handles of
// numbers. It is the same for every run of an ensemble; what a run changes stands in World.
// Built by sim/scenario from YAML; every field here is a key there, with its unit.
#include <array>
#include <cstdint>
#include <vector>

#include "world/ids.hpp"
#include "world/params.hpp"

namespace tumen {

/// A row range in another table.
struct Range {
  Id first = 0;
  Id count = 0;
  [[nodiscard]] constexpr Id end() const { return first + count; }
};

/// What a government believes and rules out while it is in office.
struct Doctrine {
  Number priority;             ///< [-1,1] weight of this region (Russia: the turn to the east)
  std::vector<Number> stance;  ///< [-1,1] toward each country of Country::stance_toward
  std::array<bool, constraint_count> forbids{};
  Number weight;  ///< share in a random draw of the next government
};

/// Change of government on a known date.
struct Succession {
  Id tick = 0;
  Id doctrine = 0;
};

/// One fuel in one country. Volumes in the fuel's unit a year (see Fuel).
struct FuelAccount {
  Series demand;
  Series own_supply;
  Series import_ceiling;            ///< most it will import, all suppliers together
  Number value_factor;              ///< price it will pay as a share of the world price
  Number rest_concentration;        ///< sum of s^2 (1-T) over suppliers that are not agents
  Series exports;                   ///< what it already sells elsewhere
  Number rest_market_concentration; ///< Herfindahl index of those sales
  Number shadow_price;              ///< value of a unit in shortage, multiple of the price
  Number price;                     ///< domestic price where no world price exists [USD/unit]
};

/// What a slot of attention is worth at one level [M USD/y].
struct AttentionValue {
  Number menu;  ///< M: the other business it competes with
  Number slot;  ///< phi: the least stake worth a slot
};

/// How a country values what deals do. All in M USD/y per unit named; absent = term left out.
struct Preferences {
  std::array<Number, issue_count> weight;  ///< w0, sums to 1 over non-cash terms
  std::array<Number, issue_count> tilt;    ///< b: w ~ w0 exp(b x mean stance)
  Number dependence;       ///< per unit of supplier concentration (importer)
  Number markets;          ///< per unit of market concentration (exporter)
  Number leverage;         ///< per share of a buyer's supply that crosses its territory
  Number opening;          ///< cost of opening territory to a corridor (cash)
  Number ties;             ///< value of a visible project with a friend, per unit stance
  Number ties_cap;         ///< stance above which ties add nothing more
  Number influence;        ///< per unit of the smaller affinity with a pair of states
  Number diversification;  ///< per unit of trade concentration
  Number pressure;         ///< as sanction sender: per M USD/y that reaches the target
  Number backing_down;     ///< as sender: cost of easing by one unit of level
  Number programme;        ///< as owner: regime value of the programme, per unit given up
  Number threat;           ///< as neighbour: value of a unit less of somebody's programme
  Number aid_politics;     ///< as donor: value per unit stance of giving aid
  Number pride;            ///< as recipient: cost of aid from a hostile donor
  Number growth_damage;    ///< C_T: growth lost to full sanctions [points of GDP a year]
};

/// How a country negotiates.
struct Strategy {
  Number attention_rate;   ///< a: proposals it can open, 1/y
  Number kappa;            ///< share of its split it insists on in the end
  Number concession;       ///< e: <1 Boulware, >1 conceder
  Number start;            ///< k: concession made at once
  Number deadline;         ///< H [years]
  Number noise;            ///< sigma, share of its stake
  Number temperature;      ///< s of the logistic acceptance
  Number margin;           ///< m: win-set margin, share of its stake
  Number domestic_temperature;  ///< s_dom; absent = no parliament that could say no
  Number domestic_slack;   ///< how far below its margin a parliament still follows, share; absent = 0
  Number ratification;     ///< years from signature to the vote
  Number memorandum_cost;  ///< [M USD/y]
  Number option_spread;    ///< sigma_V: spread of the gains a memorandum keeps open [M USD/y]
  Number reciprocity;      ///< weight on observed concessions of the others
  Number audience;         ///< cost of breaking a promise at home [M USD/y]
};

struct Country {
  std::uint32_t key = 0;  ///< random key, hash of its id
  Series gdp;             ///< [bn USD]
  Number oil_elasticity;  ///< of GDP in the price of oil, against the price its series was made under
  Number reference_gdp;   ///< reach = clip(gdp/reference, .1, 1.2)
  Number discount_rate;   ///< effective yearly
  Number risk_aversion;   ///< rho [per M USD/y]
  Series hard_currency;   ///< F [M USD/y]
  bool hard_currency_binds = false;
  bool has_programme = false;
  Number programme;         ///< N at start, [0,1]
  Number programme_growth;  ///< g [1/y]
  Number harvest_spread;    ///< sd of the harvest, share; absent = none
  Number harvest_need;      ///< value of a lost share of harvest [M USD/y]
  std::array<FuelAccount, fuel_count> fuel;
  std::array<AttentionValue, attention_count> attention;
  Preferences preferences;
  Strategy strategy;
  std::vector<Id> stance_toward;
  std::vector<Doctrine> doctrines;
  std::vector<Succession> calendar;  ///< known changes, by tick
  Id last_known_tick = 0;            ///< after it governments change by term and hazard
  Number term;                       ///< years between elections; absent = none
  Number turnover;                   ///< hazard of an irregular change [1/y]
  std::vector<Id> influence_pair;    ///< two countries whose smaller affinity is influence
};

/// A declared pair. `a` < `b` in the table; stances and leverage are directed.
struct Pair {
  Id a = no_id, b = no_id;
  std::uint32_t key = 0;
  Number affinity;             ///< c at start, [-1,1]
  Number baseline;             ///< where affinity rests at neutral stances
  Number trust;                ///< T at start, (0,1)
  Number alliance;             ///< 1 signed, 0 lapsed
  Series trade_ab, trade_ba;   ///< potential trade x0 [M USD/y]
  Number rerouted;             ///< share of sanctioned trade that finds a third country
  Number leverage_ab;          ///< what a can take from b [M USD/y]
  Number leverage_ba;
};

/// Upstream source of a fuel.
struct Field {
  std::uint32_t key = 0;
  Series capacity;   ///< by date, 0 before it is developed
  Number scarcity;   ///< extra cost of a unit promised beyond capacity [USD/unit]
};

/// A firm that runs a corridor and fears for its own dollars.
struct Firm {
  Id corridor = no_id;
  Id country = no_id;
  std::uint32_t key = 0;
  Number share;        ///< of the corridor's flow
  Number rent;         ///< [M USD/y]
  Number cost;         ///< fixed cost of running [M USD/y]
  Number exposure;     ///< X: dollars it can lose [M USD]
  Number temperature;  ///< s_p [M USD/y]
  Number opens;        ///< year from which it takes part; absent = always
  Number least_stance; ///< stance of its government below which it is called home
};

struct Corridor {
  std::uint32_t key = 0;
  Fuel fuel = Fuel::gas;
  Channel channel = Channel::transit;
  std::vector<Id> countries;  ///< in order, supplier first, buyer last
  std::vector<Id> hosts;      ///< countries between the ends
  Id field = no_id;
  CorridorStage stage = CorridorStage::none;
  bool is_exempt = false;  ///< from multilateral regimes
  Number capacity;         ///< [fuel unit/y]
  Number capex;            ///< K [M USD]
  Number life;             ///< years over which capex is spread
  Number losses;           ///< share of what enters that does not arrive
  Number build_years;      ///< T_b at full finance
  Id lead_ticks = 0;       ///< the same in ticks at its configured value, at most series_lookahead
  Number overrun;          ///< sigma of the lognormal overrun
  Number unit_cost;        ///< delivered cost [USD per price unit of the fuel]
  Number benchmark;        ///< goods, power: price of the alternative [same unit]
  Number price_lag_weight; ///< weight of the slow price expectation
  Number intrusion;        ///< share of the host's opening cost it causes
  Number exposure;         ///< to hold-up, [0,1]
  Number interruption;     ///< loss per unit of yearly volume not delivered for a quarter
  Number interruption_rate;///< [1/y] at zero trust
  Number strand;           ///< share of capex a supplier fears to lose a year at zero trust
  Number visibility;       ///< weight of ties in it
  Number spread;           ///< relative sd of its value, for risk
  Number option_value;     ///< value of the corridor it may unlock [M USD/y]
  Id unlocks = no_id;
  Number revenue;          ///< rent that does not depend on prices [M USD/y]
  Number readiness;        ///< chance that it stands when wanted, while not built
  std::vector<Id> rivals;  ///< routes for the same fuel to the same buyer
  Range firms;
};

struct Debt {
  std::uint32_t key = 0;
  Id creditor = no_id, debtor = no_id;
  Number face;           ///< [M USD]
  Number valuation;      ///< chi: 1 at the official rate
  Number rate;           ///< interest on face, effective yearly
  Number hope;           ///< psi0: expected recovery when last acknowledged
  Number hope_decay;     ///< tau_psi [years]
  Number acknowledged;   ///< calendar year
  Number honour;         ///< chance that a new instalment is paid
  Number recycled_honour;///< the same when instalments are spent at home
  Number bearable;       ///< share of the debtor's hard currency that instalments can take; absent = no limit
  Number stigma;         ///< cost of forgiving [M USD]
  Number access;         ///< a: credit the debtor regains [M USD/y per unit of reach]
  Number project_rent;   ///< what a settled debt unlocks for the creditor [M USD/y]
  Series service;        ///< instalments already agreed [M USD/y]
  Number due;            ///< years left of that service
};

struct Regime {
  std::uint32_t key = 0;
  std::vector<Id> senders;
  Id target = no_id;
  std::array<Number, channel_count> intensity;  ///< z at level 1; absent = 0
  Series level;        ///< by date, [0,1]
  Number enforcement;  ///< share enforced
  Number secondary;    ///< threat to third parties at level 1, [0,1]
  Number enforcement_rate;  ///< p_e: chance a year that a firm is hit at full threat
  bool is_multilateral = false;
};

/// A clause's amount: a configured number or a free term of the package.
struct Value {
  Number number;
  Id term = no_id;
};

enum class ClauseKind : std::uint8_t;

inline constexpr int clause_roles = 4;
inline constexpr int clause_things = 2;
inline constexpr int clause_amounts = 6;

/// One clause of a package with its roles bound. What the slots mean is said by the clause's file.
struct Clause {
  ClauseKind kind{};
  std::array<Id, clause_roles> who{no_id, no_id, no_id, no_id};
  std::array<Id, clause_things> what{no_id, no_id};
  std::array<Value, clause_amounts> amount;
};

/// A free number of a deal.
struct Term {
  Number lower, upper, start;
  Id payer = no_id, payee = no_id;  ///< countries, where the term is a transfer [M USD/y]
  std::vector<Number> grid;         ///< values tried, where it is a quantity
};

/// What must hold before talks on a package can open.
struct Precondition {
  enum class Kind : std::uint8_t { in_force, not_in_force, corridor_at_least, debt_settled, year };
  Kind kind = Kind::in_force;
  Id entity = no_id;
  CorridorStage stage = CorridorStage::none;
  Number year;
};

/// A country touched by a package: signatories first, then third parties that can object.
struct Party {
  Id package = no_id;
  Id country = no_id;
  std::uint32_t key = 0;
  bool signs = false;
};

struct Package {
  std::uint32_t key = 0;
  Id id = no_id;     ///< its own place in Model::packages
  Range parties;     ///< rows of Model::parties
  Id signatories = 0;
  Range clauses, terms;
  Attention attention = Attention::ministry;
  bool needs_memorandum = false;
  bool is_treaty = true;   ///< goes to parliaments; a contract of firms does not
  bool is_spare = false;   ///< composed at run time by a driver
  bool is_staged = false;  ///< the two sides take turns
  Number tolerance;        ///< how far one side of a staged exchange may lag, share
  Number stumbles;         ///< hazard that a side misses its turn [1/y]
  std::array<bool, constraint_count> touches{};
  std::vector<Precondition> preconditions;
  std::vector<Id> corridors;      ///< those its clauses name
  std::vector<Id> consents;       ///< multilateral regimes that can forbid it
  std::vector<Id> conflicts;      ///< packages that cannot be in force beside it
  std::vector<Id> row;            ///< party row of each country, or no_id
  Id guarantor = no_id;
  Number guarantee;               ///< share of breach and hold-up risk it takes away
  Number agreement_rate;          ///< h, overrides the model's
  Number rest;                    ///< years of rest after a failure, overrides the model's
  Number lasts;                   ///< years in force after which it ends; absent = for good
};

/// What one country can do alone.
enum class ActKind : std::uint8_t { test, suspend, press, list };
inline constexpr std::array<std::string_view, 4> act_kind_names = {"test", "suspend", "press",
                                                                  "list"};
struct Act {
  ActKind kind = ActKind::test;
  std::uint32_t key = 0;
  Id actor = no_id, target = no_id;
  Id corridor = no_id, regime = no_id;
  Number rate;          ///< hazard, or chances a year to consider it
  Number excitation;    ///< Hawkes jump of a test [1/y]
  Number decay;         ///< of the excitation [1/y]
  Number talks_damping; ///< factor on the hazard while the actor talks
  Number gain;          ///< [M USD/y]
  Number cost;
  Number audience;
  Number concession;    ///< what a target that concedes gives [M USD/y]
  Number concedes;      ///< P(concede)
  Number step;          ///< change of a regime's level
  Number temperature;
};

enum class EventKind : std::uint8_t { corridor_stage, provocation, affinity, alliance, precedent };
inline constexpr std::array<std::string_view, 5> event_kind_names = {
    "corridor_stage", "provocation", "affinity", "alliance", "precedent"};

/// Something the scenario declares to happen at a date.
struct DeclaredEvent {
  Id tick = 0;
  EventKind kind = EventKind::affinity;
  Id entity = no_id;
  CorridorStage stage = CorridorStage::none;
  Number size;
};

/// Prices of the world.
struct Market {
  Number brent_start;       ///< [USD/bbl]
  Number brent_mean;        ///< median of the long run [USD/bbl]
  Number brent_reversion;   ///< k [1/y]
  Number brent_volatility;  ///< s [per sqrt(y)]
  Series brent_history;     ///< used while tick < history_ticks
  Id history_ticks = 0;
  Number lng_intercept;     ///< [USD/MMBtu]
  Number lng_slope;         ///< [USD/MMBtu per USD/bbl]
  Number lng_lag;           ///< years of smoothing
  Number fast_memory;       ///< years behind the near price expectation
  Number slow_memory;       ///< years behind the far one
  Number slow_weight;       ///< weight of the far one
  Number slow_start;        ///< Brent that the far expectation starts from [USD/bbl]; absent = brent_start
};

/// Numbers of the negotiation that are nobody's own.
struct Rules {
  Number agreement_rate;      ///< h [1/y]
  Number common_rate;         ///< discount rate of the joint surplus
  Number horizon;             ///< years over which a gain is spread
  Number rest;                ///< years after talks broke
  Number break_on_shock;      ///< chance that a shock ends talks
  Number deadline_slack;      ///< talks end past this multiple of the deadline
  Number noise_persistence;   ///< of eps [share kept a year]
  Number memorandum_rate;     ///< [1/y]
  Number memorandum_life;     ///< [years]
  Number memorandum_goodwill; ///< what signing does for relations [M USD/y]
  Number memorandum_temperature;
  Number resolve_years;       ///< terms are solved again this often
  Number ban_threshold;       ///< union intensity at which a channel is forbidden
  Number conflict_noise;      ///< keyed noise of settlement [M USD/y]
  Number breach_rate;         ///< lambda_0 [1/y]
  Number breach_slope;        ///< eta
  Number breach_weight;       ///< weight of a breach in trust
  Number leader_affinity;     ///< sd of what a new leader does to affinity
  Number trust_prior;         ///< W
  Number trust_memory;        ///< gamma, kept a year
  Number affinity_memory;     ///< g, kept a year
  Number affinity_deal, affinity_breach, affinity_shock;
  Number shock_trust;         ///< beta count a test adds with adversaries
  Number stance_to_affinity;  ///< weight of stances in the baseline of affinity
  Number alliance_to_affinity;
  Number trade_speed;         ///< kappa of trade [1/y]
  Number trade_affinity;      ///< beta_c of trade
  Number corridor_trade;      ///< log trade added by an operating corridor
  Number fear_memory;         ///< tau_f [years]
  Number sanction_fade;       ///< tau of the burden [years]
  Number precedent;           ///< factor on hope per comparable write-off
  Number stake_effect;        ///< how a host's own stake lowers hold-up
  Number gearing;             ///< credit raised per instalment recycled
  Number commitment_temperature;  ///< of a builder's will to pay [M USD/y]
  Number holdup_speed;        ///< omega [1/y]
  Number press_temperature;
  Number press_cost;
  Number arrears_penalty;     ///< share of a project's value lost while its debt is in arrears
  Number hostility_stance;    ///< weight of a sender's stance in its will to press
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
  Market market;
  Rules rules;
  Id split_rule = 0;  ///< SplitRule of policies/split, by its place in the catalogue

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
