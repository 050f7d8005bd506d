#pragma once
// Why a deal came or did not come about at one tick: the run is replayed to that tick, the deal is
// valued again with a sink that keeps every part, and the decision is taken again. The parts
// printed are the parts that were added up. What would have reversed it: sim/flips.hpp.
#include "agents/reasons.hpp"
#include "sim/flips_decision.hpp"
#include "sim/run.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tumen {

/// One part of a gain.
struct ExplainedPart {
  Issue issue{};
  Reason reason{};
  double musd_per_year = 0;
};

/// What a third party takes from one signatory.
struct ExplainedPressure {
  Id on = no_id;
  double musd_per_year = 0;
};

/// What one country makes of the deal.
struct ExplainedParty {
  Id country = no_id;
  bool signs = false;
  std::vector<ExplainedPart> parts;  ///< in the order they were added, equal reasons summed
  std::array<double, issue_count> by_issue{};
  double gain = 0;      ///< sum of the parts [M USD/y]
  double pressure = 0;  ///< taken by third parties [M USD/y]
  double total = 0;     ///< gain less pressure: its surplus over the status quo
  double gdp_usd_bn = 0;
  double stake = 0;                        ///< what it measures the gain by [M USD/y]
  double slot = 0;                         ///< least stake worth its attention [M USD/y]
  double margin = 0;                       ///< win-set margin, share of the stake
  double doubt = 0;                        ///< what it misjudges, share of the stake
  double perceived = 0;                    ///< total / stake - margin + doubt
  double aspiration = 0;                   ///< share of the stake
  double accepts = 0;                      ///< chance that it says yes to these terms
  bool has_parliament = false;             ///< one that could say no to this deal
  double vote_chance = 1;                  ///< chance of a yes on these terms
  double vote = 0;                         ///< 1 yes, -1 no, 0 no vote this tick
  bool ruled_out = false;                  ///< its government rules such deals out
  double leans = 0;                        ///< third party: how hard it presses, 0 to 1
  std::vector<ExplainedPressure> presses;  ///< third party: on whom, where it has leverage
  bool is_asked = false;  ///< its consent is needed while a ban of a regime it sends holds
  bool vetoes = false;    ///< it is asked, and would refuse

  /// The least gain it signs at: the reservation value with its margin and doubt [M USD/y].
  [[nodiscard]] double reservation() const { return (margin - doubt) * stake; }
  /// The gain it holds out for [M USD/y].
  [[nodiscard]] double wanted() const { return (aspiration + margin - doubt) * stake; }
  /// An amount in M USD a year as a percentage of its GDP.
  [[nodiscard]] double percent_of_gdp(double musd_per_year) const {
    return gdp_usd_bn > 0 ? musd_per_year / (10 * gdp_usd_bn) : 0;
  }
};

/// A free term as it stood.
struct ExplainedTerm {
  std::string name, unit;
  double value = 0, lower = 0, upper = 0;
};

/// A draw of the tick against its chance: the event happens where the draw is below the chance.
struct ExplainedChance {
  std::string_view event;  ///< "opens talks", "votes yes"
  Id who = no_id;          ///< no_id = all signatories together
  double chance = 0;
  double draw = 0;
};

struct Explanation {
  Id package = no_id;
  Id tick = 0;
  double year = 0;
  PackageStage before{}, after{};
  Hindrance hindrance{};
  Id hinderer = no_id;
  Decision decision;
  Objection objection;
  double talks_years = 0;            ///< time in the stage it was in before
  double years_to_vote = 0;          ///< signed: until parliaments vote; 0 = now or past
  double rest_years = 0;             ///< idle: until talks can open again
  bool is_banned = false;            ///< a multilateral ban lies on a channel it needs
  std::vector<std::string> missing;  ///< preconditions that do not hold, what has overtaken it
  std::string rival;                 ///< the deal signed instead in this tick
  std::vector<ExplainedTerm> terms;
  std::vector<ExplainedParty> parties;   ///< signatories, then third parties
  std::vector<ExplainedChance> chances;  ///< those of this decision
  double joint_surplus = 0;              ///< at the common rate [M USD/y]
  std::string verdict;                   ///< the binding constraint in a sentence
};

/// Replays the run to `tick` and explains `package` there. The tick must lie in the scenario.
[[nodiscard]] Explanation explain(const Scenario& scenario, const RunSettings& settings, Id package,
                                  Id tick);

/// The tick at which the package was closest to a decision: signed, blocked or broken off, else the
/// last tick of talks, else the last tick.
[[nodiscard]] Id telling_tick(const Scenario& scenario, const Trace& trace, Id package);

struct FailedDeal {
  Id package = no_id;
  Id tick = 0;
  double surplus = 0;  ///< joint [M USD/y]
};

/// The most valuable deal that failed: of the packages that never entered into force, the one with
/// the largest joint surplus at a tick at which it could be talked about, and that tick. Looks at
/// `only` that tick if it is not negative. Nothing if every package came into force.
[[nodiscard]] std::optional<FailedDeal> best_failed(const Scenario& scenario, const Trace& trace,
                                                    Id only = -1);

}  // namespace tumen
