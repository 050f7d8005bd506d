#include "sim/batch/tables.hpp"

#include "sim/csv.hpp"

#include <cmath>

namespace tumen {
namespace {

/// `count` rows of values in ascending order of runs: take(run, values of its outcomes).
template <class Take>
void each_run(const BatchPlan& plan, const BatchCounts& counts, Take&& take) {
  const std::size_t width = plan.outcomes.size();
  for (const RunValues& block : counts.per_run) {
    for (std::size_t k = 0; k * width < block.values.size(); ++k) {
      take(block.first + k, block.values.data() + k * width);
    }
  }
}

void add_quantiles(CsvTable& csv, const std::array<double, quantile_levels.size()>& quantiles,
                   bool is_present) {
  for (const double value : quantiles) {
    csv.add(is_present ? value : std::nan(""));
  }
}

std::string replicates_csv(const BatchPlan& plan, const BatchCounts& counts) {
  const std::vector<BatchPolicy>& policies = plan.points->policies;
  std::vector<std::string> header = {"point", "replicate"};
  if (!policies.empty()) {
    header.insert(header.begin(), "policy");
  }
  for (const Outcome& outcome : plan.outcomes) {
    header.push_back(outcome.name);
  }
  CsvTable csv(std::move(header));
  each_run(plan, counts, [&](std::size_t run, const double* values) {
    const auto place = static_cast<std::uint32_t>(run);
    if (!policies.empty()) {
      csv.add(policies[plan.points->policy_of(place)].name);
    }
    csv.add(static_cast<double>(plan.points->point_of(place)));
    csv.add(static_cast<double>(plan.points->replicate_of(place)));
    for (std::size_t k = 0; k < plan.outcomes.size(); ++k) {
      csv.add(values[k]);
    }
  });
  return csv.text();
}

}  // namespace

std::vector<Summary> summaries_of(const BatchCounts& counts) {
  std::vector<Summary> all;
  for (const Statistic& statistic : counts.outcomes) {
    all.push_back(summary_of(statistic, counts.runs.size()));
  }
  return all;
}

std::string outcomes_csv(const BatchPlan& plan, const BatchCounts& counts) {
  CsvTable csv({"outcome", "unit", "runs", "present", "mean", "sd", "low", "high", "q05", "q25",
                "q50", "q75", "q95"});
  for (std::size_t k = 0; k < plan.outcomes.size(); ++k) {
    const Summary row = summary_of(counts.outcomes[k], counts.runs.size());
    csv.add(plan.outcomes[k].name).add(unit_of(plan.outcomes[k]));
    csv.add(static_cast<double>(row.runs)).add(static_cast<double>(row.present));
    for (const double value : {row.mean, row.sd, row.low, row.high}) {
      csv.add(row.present > 0 ? value : std::nan(""));
    }
    add_quantiles(csv, row.quantile, row.present > 0);
  }
  return csv.text();
}

std::string by_tick_csv(const Scenario& s, const BatchPlan& plan, const BatchCounts& counts) {
  std::vector<std::string> header = {"outcome", "unit", "tick", "year", "present", "mean", "sd",
                                     "min",     "max",  "q05",  "q25",  "q50",     "q75",  "q95"};
  const bool has_policies = plan.points != nullptr && !plan.points->policies.empty();
  if (has_policies) {
    header.insert(header.begin(), "policy");
  }
  CsvTable csv(std::move(header));
  const std::size_t width = plan.followed.size();
  const auto ticks = static_cast<std::size_t>(s.model.ticks);
  for (std::size_t policy = 0; policy * ticks * width < counts.by_tick.size(); ++policy) {
    for (std::size_t k = 0; k < width; ++k) {
      for (Id tick = 0; tick < s.model.ticks; ++tick) {
        const auto t = static_cast<std::size_t>(tick);
        const Statistic& row = counts.by_tick[(policy * ticks + t) * width + k];
        const bool is_present = row.count() > 0;
        if (has_policies) {
          csv.add(plan.points->policies[policy].name);
        }
        csv.add(plan.followed[k].name).add(unit_of(plan.followed[k]));
        csv.add(tick).add(s.model.year(tick)).add(static_cast<double>(row.count()));
        csv.add(is_present ? row.mean() : std::nan("")).add(is_present ? row.sd() : std::nan(""));
        csv.add(row.least()).add(row.most());
        add_quantiles(csv, row.histogram().quantiles(), is_present);
      }
    }
  }
  return csv.text();
}

std::string runs_csv(const BatchPlan& plan, const BatchCounts& counts) {
  if (plan.points != nullptr) {
    return replicates_csv(plan, counts);
  }
  CsvTable csv({"run", "outcome", "value"});
  each_run(plan, counts, [&](std::size_t run, const double* values) {
    for (std::size_t k = 0; k < plan.outcomes.size(); ++k) {
      if (!std::isnan(values[k])) {
        csv.add(static_cast<double>(run)).add(plan.outcomes[k].name).add(values[k]);
      }
    }
  });
  return csv.text();
}

}  // namespace tumen
