#pragma once
// What came of a run, as rows: one a deal, a corridor, a debt, a country. Printed as tables, as
// JSON and in the picture.
#include "sim/trace.hpp"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tumen {

/// One free number of a deal with its value.
struct TermValue {
  std::string name;
  double value = 0;
  std::string unit;
  Id payer = no_id, payee = no_id;  ///< countries, where it is a transfer
};

struct DealSummary {
  Id package = no_id;
  std::string status;  ///< "in force", "talks", "blocked", "never opened" ...
  int openings = 0, memoranda = 0, signatures = 0, vetoes = 0, breaches = 0;
  std::optional<double> first_proposed, first_signed, first_entered;  ///< calendar year
  std::vector<TermValue> terms;  ///< of the last signature, else of the last proposal
};

struct CorridorSummary {
  Id corridor = no_id;
  std::string stage;
  double progress = 0;          ///< [0,1]
  double flow = 0;              ///< share of capacity at the end
  double mean_flow = 0;         ///< share of capacity, over the ticks in which it stood
  double spent = 0;             ///< [M USD]
  std::optional<double> built;  ///< calendar year of its completion in the run
};

struct DebtSummary {
  Id debt = no_id;
  double at_start = 0;                         ///< claim before the first tick [M USD]
  double face = 0;                             ///< old claim outstanding at the end [M USD]
  double residual = 0;                         ///< of the rescheduled claim, at the end [M USD]
  double forgiven = 0, paid = 0, arrears = 0;  ///< over the run [M USD]
  std::optional<double> settled;               ///< calendar year
};

/// Gains of a country under agreements, less the cost of sanctions (CountryState::utility).
struct GainSummary {
  Id country = no_id;
  std::array<double, issue_count> mean{};  ///< [M USD/y], mean over the run
  double total = 0;                        ///< their sum
  double share_of_gdp = 0;                 ///< the total over mean GDP
  double cumulated = 0;                    ///< [M USD] over the run, undiscounted
  double cash = 0;                         ///< received less paid under agreements [M USD]
};

struct RunSummary {
  Id ticks = 0;         ///< done
  double end_year = 0;  ///< calendar year at the end of the last tick
  std::vector<DealSummary> deals;
  std::vector<CorridorSummary> corridors;
  std::vector<DebtSummary> debts;
  std::vector<GainSummary> gains;
};

/// Terms of a package as they stand in `world`.
[[nodiscard]] std::vector<TermValue> terms_of(const Scenario& scenario, const World<double>& world,
                                              Id package);

/// Summary of the ticks that were done.
[[nodiscard]] RunSummary summarise_run(const Scenario& scenario, const Trace& trace);

}  // namespace tumen
