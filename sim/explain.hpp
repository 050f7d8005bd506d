#pragma once
// Why a deal came or did not come about at one tick: the run is replayed to that tick, the deal is
// valued again with a sink that keeps every part, and the decision is taken again. The parts
// printed are the parts that were added up.
#include "agents/reasons.hpp"
#include "sim/run.hpp"

#include <string>
#include <vector>

namespace tumen {

/// One part of a gain.
struct ExplainedPart {
  Issue issue{};
  Reason reason{};
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
  double total = 0;     ///< gain less pressure; the reservation value is 0
  double gdp_usd_bn = 0;
  double stake = 0;        ///< what it measures the gain by [M USD/y]
  double perceived = 0;    ///< share of the stake, with noise and margin
  double aspiration = 0;   ///< share of the stake
  double accepts = 0;      ///< chance that it says yes to these terms
  double vote = 0;         ///< 1 yes, -1 no, 0 no vote this tick
  bool ruled_out = false;  ///< its government rules such deals out
  double leans = 0;        ///< third party: chance that it presses
};

/// A free term as it stood.
struct ExplainedTerm {
  std::string name;
  double value = 0, lower = 0, upper = 0;
};

struct Explanation {
  Id package = no_id;
  Id tick = 0;
  double year = 0;
  PackageStage before{}, after{};
  Hindrance hindrance{};
  Id hinderer = no_id;
  double talks_years = 0;
  std::vector<ExplainedTerm> terms;
  std::vector<ExplainedParty> parties;  ///< signatories, then third parties
  double joint_surplus = 0;             ///< at the common rate [M USD/y]
  std::string verdict;                  ///< the binding constraint in a sentence
};

/// Replays the run to `tick` and explains `package` there. Throws InputError if the tick is
/// outside.
[[nodiscard]] Explanation explain(const Scenario& scenario, const RunSettings& settings, Id package,
                                  Id tick);

/// The tick at which the package was closest to a decision: signed, blocked or broken off, else the
/// last tick of talks, else the last tick.
[[nodiscard]] Id telling_tick(const Scenario& scenario, const Trace& trace, Id package);

}  // namespace tumen
