#pragma once
// The state of one run (or of a block of lanes) as plain values: a snapshot, a branch and a rewind
// are copies. Stages are small integers kept in a Real, see ids.hpp.
#include "world/model.hpp"

#include <array>
#include <vector>

namespace tumen {

template <class Real>
struct CountryState {
  Real gdp{};            ///< [bn USD]
  Real hard_currency{};  ///< F [M USD/y]
  Real doctrine{};       ///< index into Country::doctrines
  Real in_office{};      ///< years
  Real priority{};
  Real reach{};
  Real mean_stance{};
  Real horizon{};  ///< PV of 1 a year over the horizon at its own rate [years]
  std::array<Real, constraint_count> forbids{};  ///< 1 where the doctrine rules it out
  std::array<Real, issue_count> weight{};
  Real programme{};
  Real frozen{};                                 ///< share of the programme frozen by a deal
  Real harvest{};                                ///< deviation from normal, share
  std::array<Real, channel_count> sanctioned{};  ///< union of the regimes against it
  std::array<Real, channel_count> banned{};      ///< union of the multilateral ones
  Real secondary{};                              ///< threat to those who deal with it
  Real fear{};                                   ///< what firms believe of that threat [1/y]
  Real burden{};                                 ///< level cost of sanctions [share of GDP]
  std::array<Real, fuel_count> delivered_in{};   ///< by agreements, this tick [unit/y]
  std::array<Real, fuel_count> delivered_out{};
  Real trade_total{};
  Real trade_square{};  ///< sum over partners of x^2 (1-T)
  Real influence{};
  std::array<Real, issue_count> utility{};  ///< [M USD/y]
  Real cash{};        ///< received less paid under agreements, since the start [M USD]
  Real excitation{};  ///< Hawkes intensity of its tests [1/y]
  Real tested{};      ///< 1 in the tick of a test
  Real talking{};     ///< 1 while it sits in any talks
};

template <class Real>
struct PairState {
  Real affinity{};
  Real alpha{}, beta{};         ///< trust counts
  Real trust{};                 ///< as the tick found it, (0, 1)
  Real breach{};                ///< hazard that a promise is broken, as expected this tick [1/y]
  Real trade_ab{}, trade_ba{};  ///< [M USD/y]
  Real indirect{};              ///< share of that trade that goes through third countries
  Real stance_ab{}, stance_ba{};
  Real alliance{};
  Real closed{};        ///< share of trade stopped at the border, while `reopens` runs
  Real reopens{};       ///< years until the border opens again
  Real world_prices{};  ///< share of trade lost since the seller asks for world prices
  Real deals{}, breaches{}, lapses{}, kept{};  ///< seen this tick, consumed by learning
};

template <class Real>
struct FieldState {
  Real committed{};  ///< promised to signed corridors [unit/y]
};

template <class Real>
struct CorridorState {
  Real stage{};
  Real progress{};  ///< [0,1]
  Real spent{};     ///< [M USD]
  Real overrun{};   ///< factor on capex, drawn when building starts
  Real flow{};      ///< share of capacity used, [0,1]
  Real exempt{};    ///< 1 where a deal or the scenario exempts it
  Real recycled{};  ///< instalments spent on it [M USD/y]
  Real finance{};   ///< share of full speed it is paid for, this tick
  Real operated{};  ///< years in operation
  Real resumes{};   ///< years until a suspension ends by itself, 0 = none is running
  Real access{};    ///< share of its firms' country risk taken away by the host
  Real claimed{};   ///< 1 while an agreement in force is for it
};

template <class Real>
struct DebtState {
  Real face{};        ///< old claim outstanding [M USD]
  Real residual{};    ///< what is left of the rescheduled claim [M USD]
  Real instalment{};  ///< [M USD/y]
  Real years_left{};
  Real age{};         ///< years since last acknowledged
  Real hope{};        ///< share of the old claim hoped for, this tick
  Real settled{};     ///< 1 once rescheduled
  Real arrears{};     ///< [M USD]
  Real in_kind{};     ///< share of instalments paid in goods or labour
  Real in_default{};  ///< 1 while the debtor has broken the schedule
  Real recycled_share{};
  Real recycled_into{};                 ///< corridor index, -1 = none
  Real interest{}, paid{}, relieved{};  ///< this tick [M USD]
};

template <class Real>
struct RegimeState {
  Real level{};
  Real eased{};  ///< share lifted by deals
  Real added{};  ///< level added by acts
};

template <class Real>
struct PackageState {
  Real stage{};
  Real clock{};           ///< years in this stage
  Real rest{};            ///< years before it can be opened again
  Real memorandum{};      ///< years left of a memorandum, 0 = none
  Real countdown{};       ///< years to the vote
  Real proposer{};        ///< row of the party that opened the talks
  Real first_proposed{};  ///< years since the start, -1 = never
  Real performance{};     ///< share of promises kept, running mean
  Real breach_rate{};     ///< lambda of its promises [1/y], last tick
  Real in_force_years{};
  Real delivered{}, performed{}, delivering{};  ///< of a staged exchange, [0,1]
  Real surplus{};  ///< joint, M USD/y at the common rate, when terms were last solved
  Real refused{};  ///< blocked votes so far
};

/// What a party makes of its package this tick.
template <class Real>
struct PartyState {
  std::array<Real, issue_count> gain{};  ///< [M USD/y] by issue
  Real total{};                          ///< their sum less pressure
  Real pressure{};                       ///< what third parties take away [M USD/y]
  Real noise{};                          ///< eps, persistent
  Real stake{};                          ///< max(best, phi) [M USD/y]
  Real perceived{};                      ///< x, share of its stake
  Real aspiration{};                     ///< A
  Real share{};                          ///< of the joint surplus it should get by the split rule
  Real slot{};                           ///< phi [M USD/y]
  Real accepts{};                        ///< probability this tick that it says yes
  Real vote{};                           ///< 1 yes, -1 no, in the tick of a vote
};

template <class Real>
struct FirmState {
  Real runs{};  ///< share of its part it carries
};

template <class Real>
struct MarketState {
  Real log_brent{};
  Real brent{};         ///< [USD/bbl]
  Real brent_slow{};    ///< smoothed for the LNG formula
  Real lng{};           ///< [USD/MMBtu]
  Real fast{}, slow{};  ///< price expectations of LNG
  Real expected{};      ///< their mix
  Real oil_fast{}, oil_slow{}, oil_expected{};
  Real precedents{};
};

/// A discount rate and what follows from it.
template <class Real>
struct RateState {
  Real yearly{};      ///< r [1/y]
  Real log_growth{};  ///< log1p(r)
  Real log_factor{};  ///< log(1 + r), which rounds 1 + r first
  Real half_year{};   ///< (1 + r)^(1/2) - 1
  Real horizon{};     ///< PV of 1 a year over the horizon [years]
};

/// What follows from the numbers of a run alone, noted once (world/constants.hpp).
template <class Real>
struct Constants {
  Real log_brent_mean{};           ///< log of its long-run median
  Real brent_kept{};               ///< of a deviation from it, over a tick
  Real brent_spread{};             ///< of log Brent in a tick, sd
  Real lng_lag{}, fast{}, slow{};  ///< shares of a gap closed in a tick
  Real fear_kept{};                ///< of the fear of secondary sanctions, over a tick
  Real trade_speed{};              ///< share of a gap closed in a tick
  Real affinity_kept{}, trust_kept{};
  Real noise_kept{}, noise_fresh{};  ///< of the doubt about a gain, over a tick
  Real unhurt{};                     ///< logistic pressure of a third party that loses nothing
};

/// What many deals of a tick ask for, noted once before they are valued (agents/outlook.hpp).
template <class Real>
struct Outlook {
  Constants<Real> constants;
  std::vector<RateState<Real>> rates;  ///< of each country, the common one last
  std::vector<Real> declared;   ///< by country: the priority that its doctrine in office declares
  std::vector<Real> unsure;     ///< by own or common rate and two countries: log(1 + r + hazard)
  std::vector<Real> delay;      ///< by rate and corridor: PV of 1 when it can operate
  std::vector<Real> capital;    ///< by corridor: PV of 1 a year over its life, common rate
  std::vector<Real> hostility;  ///< by regime and sender
  std::vector<Real> pressed;  ///< by regime, sender and channel: lost per M USD/y that gets through
};

template <class Real>
struct World {
  Id tick = 0;
  MarketState<Real> market;
  Real strangers_breach{};  ///< hazard between countries that are no pair, as expected [1/y]
  Outlook<Real> outlook;
  std::vector<CountryState<Real>> countries;
  std::vector<PairState<Real>> pairs;
  std::vector<FieldState<Real>> fields;
  std::vector<CorridorState<Real>> corridors;
  std::vector<FirmState<Real>> firms;
  std::vector<DebtState<Real>> debts;
  std::vector<RegimeState<Real>> regimes;
  std::vector<PackageState<Real>> packages;
  std::vector<PartyState<Real>> parties;
  std::vector<Real> terms;  ///< values of the free terms of all packages
};

}  // namespace tumen
