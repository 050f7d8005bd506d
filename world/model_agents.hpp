#pragma once
// Compiled countries and their relations: who they are, what they want, how they negotiate.
// Every field is a key of the scenario, with its unit.
#include "world/ids.hpp"
#include "world/params.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tumen {

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
  Series import_ceiling;             ///< most it will import, all suppliers together
  Number value_factor;               ///< price it will pay as a share of the world price
  Number rest_concentration;         ///< sum of s^2 (1-T) over suppliers that are not agents
  Series exports;                    ///< what it already sells elsewhere
  Number rest_market_concentration;  ///< Herfindahl index of those sales
  Number shadow_price;               ///< value of a unit in shortage, multiple of the price
  Number price;                      ///< domestic price where no world price exists [USD/unit]
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
  Number dependence;                       ///< per unit of supplier concentration (importer)
  Number markets;                          ///< per unit of market concentration (exporter)
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
  Number turn_east;        ///< priority of the region gained at full sanctions on its finance
  Number growth_damage;    ///< C_T: growth lost to full sanctions [points of GDP a year]
};

/// How a country negotiates.
struct Strategy {
  Number attention_rate;        ///< a: proposals it can open, 1/y
  Number kappa;                 ///< share of its split it insists on in the end
  Number concession;            ///< e: <1 Boulware, >1 conceder
  Number start;                 ///< k: concession made at once
  Number deadline;              ///< H [years]
  Number noise;                 ///< sigma, share of its stake
  Number temperature;           ///< s of the logistic acceptance
  Number margin;                ///< m: win-set margin, share of its stake
  Number domestic_temperature;  ///< s_dom; absent = no parliament that could say no
  Number
      domestic_slack;   ///< how far below its margin a parliament still follows, share; absent = 0
  Number ratification;  ///< years from signature to the vote
  Number memorandum_cost;  ///< [M USD/y]
  Number option_spread;    ///< sigma_V: spread of the gains a memorandum keeps open [M USD/y]
  Number reciprocity;      ///< weight on observed concessions of the others
  Number audience;         ///< cost of breaking a promise at home [M USD/y]
};

struct Country {
  std::uint32_t key = 0;  ///< random key, hash of its id
  Series gdp;             ///< [bn USD]
  Number
      oil_elasticity;  ///< of GDP in the price of oil, against the price its series was made under
  Number reference_gdp;  ///< reach = clip(gdp/reference, .1, 1.2)
  Number discount_rate;  ///< effective yearly
  Number risk_aversion;  ///< rho [per M USD/y]
  Series hard_currency;  ///< F [M USD/y]
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
  Number affinity;            ///< c at start, [-1,1]
  Number baseline;            ///< where affinity rests at neutral stances
  Number trust;               ///< T at start, (0,1)
  Number alliance;            ///< 1 signed, 0 lapsed
  Series trade_ab, trade_ba;  ///< potential trade x0 [M USD/y]
  Number rerouted;            ///< share of sanctioned trade that finds a third country
  Number leverage_ab;         ///< what a can take from b [M USD/y]
  Number leverage_ba;
};

}  // namespace tumen
