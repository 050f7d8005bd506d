#pragma once
// Compiled things of the world: fields, corridors and their firms, debts, sanction regimes.
// Every field is a key of the scenario, with its unit.
#include "world/ids.hpp"
#include "world/params.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tumen {

/// A row range in another table.
struct Range {
  Id first = 0;
  Id count = 0;
  [[nodiscard]] constexpr Id end() const { return first + count; }
};

/// Upstream source of a fuel.
struct Field {
  std::uint32_t key = 0;
  Series capacity;  ///< by date, 0 before it is developed
  Number scarcity;  ///< extra cost of a unit promised beyond capacity [USD/unit]
};

/// A firm that runs a corridor and fears for its own dollars.
struct Firm {
  Id corridor = no_id;
  Id country = no_id;
  std::uint32_t key = 0;
  Number share;         ///< of the corridor's flow
  Number rent;          ///< [M USD/y]
  Number cost;          ///< fixed cost of running [M USD/y]
  Number exposure;      ///< X: dollars it can lose [M USD]
  Number temperature;   ///< s_p [M USD/y]
  Number opens;         ///< year from which it takes part; absent = always
  Number risk;          ///< country risk: cost at zero trust in the host [M USD/y]; absent = 0
  Number least_stance;  ///< stance of its government below which it is called home
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
  Number intrusion;        ///< share of the host's opening cost it causes
  Number exposure;         ///< to hold-up, [0,1]
  Number interruption;     ///< loss per unit of yearly volume not delivered for a quarter
  Number interruption_rate;  ///< [1/y] at zero trust
  Number strand;             ///< share of capex a supplier fears to lose a year at zero trust
  Number spread;             ///< relative sd of its value, for risk
  Number option_value;       ///< value of the corridor it may unlock [M USD/y]
  Id unlocks = no_id;
  Number revenue;                ///< rent that does not depend on prices [M USD/y]
  Number readiness;              ///< chance that it stands when wanted, while not built
  std::vector<Id> rivals;        ///< routes for the same fuel to the same buyer
  std::vector<Id> alternatives;  ///< routes on which the seller could send it to another buyer
  std::vector<Id> substitutes;   ///< routes on which the buyer could get it from another seller
  Range firms;
};

struct Debt {
  std::uint32_t key = 0;
  Id creditor = no_id, debtor = no_id;
  Number face;             ///< [M USD]
  Number valuation;        ///< chi: 1 at the official rate
  Number rate;             ///< interest on face, effective yearly
  Number hope;             ///< psi0: expected recovery when last acknowledged
  Number hope_decay;       ///< tau_psi [years]
  Number acknowledged;     ///< calendar year
  Number honour;           ///< chance that a new instalment is paid
  Number recycled_honour;  ///< the same when instalments are spent at home
  Number bearable;  ///< share of the debtor's hard currency that instalments can take; absent = no
                    ///< limit
  Number stigma;    ///< cost of forgiving [M USD]
  Number access;    ///< a: credit the debtor regains [M USD/y per unit of reach]
  Number project_rent;  ///< what a settled debt unlocks for the creditor [M USD/y]
  Series service;       ///< instalments already agreed [M USD/y]
  Number due;           ///< years left of that service
  Number cure;          ///< hazard that a debtor in default pays again [1/y]; absent = never
};

struct Regime {
  std::uint32_t key = 0;
  std::vector<Id> senders;
  Id target = no_id;
  std::array<Number, channel_count> intensity;  ///< z at level 1; absent = 0
  Series level;                                 ///< by date, [0,1]
  Number enforcement;                           ///< share enforced
  Number secondary;                             ///< threat to third parties at level 1, [0,1]
  Number enforcement_rate;  ///< p_e: chance a year that a firm is hit at full threat
  bool is_multilateral = false;
};

}  // namespace tumen
