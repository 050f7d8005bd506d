#pragma once
// A study: a question put to a scenario as a designed experiment, in a YAML file.
//
//     schema: 1
//     name: levers-2011
//     title: What moves the pipeline
//     question: Which of these numbers decides whether the gas line is signed?
//     scenario: debt-for-pipeline-2011
//     set: {ticks: 60}                     # as --set, optional
//     seed: 1                              # of the runs
//     replicates: 16                       # runs a point, the same luck at every point
//     design: {kind: saltelli, n: 1024}    # options as those of tumen design
//     factors:
//       rules.precedent: range             # uniform over the range its author accepts
//       countries.PRK.discount_rate: uniform:0.1:0.4
//     constraints: ["rules.precedent + countries.PRK.discount_rate <= 1"]  # optional
//     outcomes: [packages.gas_line.signed]
//     follow: [market.brent]               # also at every tick, for fan charts; optional
//     policies:                            # what somebody may decide, optional: the whole design
//       as_it_is: {}                       # is run under each, with the same points and luck
//       eager: {countries.RUS.concession: 0.9}
//     goals: {packages.gas_line.signed: max >=0.5}  # max or min, and what is good enough
//     forecasts:                           # for tumen seal, optional
//       - id: second_line
//         question: Will a second line to China be agreed before 2031?
//         outcome: packages.china_gas_2.signed@2027-2031
//         rubric: Yes if a binding contract with price and volume is announced by both companies.
//         resolves: 2031-01-31
#include "sim/batch/batch.hpp"
#include "studies/decisions/payoffs.hpp"
#include "studies/designs/plan.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tumen {

/// A factor as the study has it: a path and how it is distributed.
struct StudyFactor {
  std::string path, text;
  Place place;
};

/// Which end of an outcome is good, and what is good enough.
struct Goal {
  std::string outcome;
  Direction direction = Direction::max;
  std::string threshold;  ///< ">=0.5"; empty if nothing was said
};

/// A question about the future, and by what it will be resolved.
struct Forecast {
  std::string id, question, outcome;
  std::string rubric;    ///< what counts as which answer, by which source
  std::string resolves;  ///< the day on which it is resolved, YYYY-MM-DD
};

struct Study {
  std::string text;  ///< the file
  std::string name, title, question;
  std::string scenario;
  std::vector<std::string> overrides;  ///< PATH=VALUE
  std::uint64_t seed = 1;
  std::uint32_t replicates = 1;
  DesignPlan design;  ///< without factors until complete_design
  std::vector<StudyFactor> factors;
  std::vector<std::string> outcomes, followed;
  std::vector<Forecast> forecasts;
  std::vector<BatchPolicy> policies;
  std::vector<Goal> goals;  ///< of outcomes; of those that are not named more is better
};

/// Reads a study. Throws InputError with all problems found.
[[nodiscard]] Study read_study(const std::filesystem::path& file);

/// The design of a study whose scenario is loaded: ranges are looked up and everything left open is
/// filled in. Throws InputError: a path that is no number (with the nearest), a number without a
/// range, what `parse_factors` and `complete` refuse.
[[nodiscard]] DesignPlan complete_design(const Study& study, const Scenario& scenario);

/// The runs of a study: its design as points, its policies, its outcomes, every run kept. Throws
/// InputError as complete_design and check_points do.
[[nodiscard]] BatchPlan study_plan(const Study& study, const Scenario& scenario);

}  // namespace tumen
