#include "studies/seal/forecast.hpp"

#include <utility>

namespace tumen {

ForecastRun run_forecasts(const Study& study, const Scenario& scenario,
                          const BatchSettings& settings, const Progress& progress) {
  if (study.forecasts.empty()) {
    Problems problems;
    problems.add({{study.name, 0, 0},
                  "forecasts",
                  "a study without forecasts",
                  "a list of {id, question, outcome, rubric, resolves}",
                  ""});
    throw InputError(problems);
  }
  BatchPlan plan = study_plan(study, scenario);
  plan.per_run = false;  // counts are enough, whatever the size
  plan.outcomes.clear();
  for (const Forecast& forecast : study.forecasts) {
    plan.outcomes.push_back(find_outcome(scenario, forecast.outcome));
  }
  BatchCounts counts(plan, scenario.model.ticks);
  static_cast<void>(count_runs(
      scenario, plan, RunSet(RunSpan{0, plan.runs}), settings,
      [&counts](BatchCounts&& part) { counts.merge(std::move(part)); }, progress));
  return {std::move(plan), std::move(counts)};
}

JsonArray forecasts_json(const Study& study, const ForecastRun& run) {
  JsonArray all;
  for (std::size_t k = 0; k < study.forecasts.size(); ++k) {
    const Forecast& forecast = study.forecasts[k];
    const Summary row = summary_of(run.counts.outcomes[k], run.counts.runs.size());
    const auto number = [&row](double v) { return row.present > 0 ? json_number(v) : Json(); };
    JsonArray quantiles;
    for (const double value : row.quantile) {
      quantiles.push_back(number(value));
    }
    all.push_back(JsonObject{{"id", forecast.id},
                             {"question", forecast.question},
                             {"rubric", forecast.rubric},
                             {"resolves", forecast.resolves},
                             {"outcome", forecast.outcome},
                             {"unit", unit_of(run.plan.outcomes[k])},
                             {"runs", row.runs},
                             {"present", row.present},
                             {"mean", number(row.mean)},
                             {"low", number(row.low)},
                             {"high", number(row.high)},
                             {"quantiles", std::move(quantiles)}});
  }
  return all;
}

}  // namespace tumen
