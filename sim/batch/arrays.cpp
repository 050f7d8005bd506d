// A batch as labelled arrays.
#include "sim/batch/tables.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

std::vector<std::string> names_of(const std::vector<Outcome>& outcomes) {
  std::vector<std::string> names;
  for (const Outcome& outcome : outcomes) {
    names.push_back(outcome.name);
  }
  return names;
}

NetcdfVariable units_of(const std::vector<Outcome>& outcomes, const std::string& dimension) {
  NetcdfVariable units{dimension + "_unit", {dimension}, "", "", {}};
  for (const Outcome& outcome : outcomes) {
    units.texts.emplace_back(unit_of(outcome));
  }
  return units;
}

std::vector<std::pair<std::string, std::string>> attributes_of(const Scenario& s,
                                                               const BatchPlan& plan,
                                                               const BatchCounts& counts) {
  return {{"Conventions", "CF-1.8"},
          {"title", s.title.empty() ? s.name : s.title},
          {"source", "tumen batch"},
          {"scenario", s.name},
          {"seed", fmt::format("{}", plan.seed)},
          {"runs", fmt::format("{}", counts.runs.size())},
          {"number_type", plan.in_double ? "double" : "float"},
          {"comment",
           "Values are in the unit of their outcome. Quantiles are ends of histogram bins: at most "
           "0.025 % (outcomes) or 1.6 % (by tick) of their size nearer to zero than exact."}};
}

std::vector<std::string> policy_names(const Points& points) {
  std::vector<std::string> names;
  for (const BatchPolicy& policy : points.policies) {
    names.push_back(policy.name);
  }
  return names;
}

/// Statistics of rows with the same dimensions.
class Columns {
 public:
  Columns(std::string prefix, std::vector<std::string> dimensions, std::string of)
      : prefix_(std::move(prefix)), dimensions_(std::move(dimensions)), of_(std::move(of)) {}

  void add(const Statistic& statistic, std::uint64_t runs) {
    const Summary row = summary_of(statistic, runs);
    const bool is_present = row.present > 0;
    const auto known = [&](double value) { return is_present ? value : std::nan(""); };
    present_.push_back(static_cast<double>(row.present));
    mean_.push_back(known(row.mean));
    sd_.push_back(known(row.sd));
    low_.push_back(known(row.low));
    high_.push_back(known(row.high));
    min_.push_back(statistic.least());
    max_.push_back(statistic.most());
    for (const double value : row.quantile) {
      quantile_.push_back(known(value));
    }
  }

  void move_to(NetcdfData& data) {
    put(data, "present", "count", "runs in which the outcome is not missing", present_);
    put(data, "mean", "", "mean", mean_);
    put(data, "sd", "", "standard deviation", sd_);
    put(data, "low", "", "lower end of the 90 % interval of the mean", low_);
    put(data, "high", "", "upper end of the 90 % interval of the mean", high_);
    put(data, "min", "", "smallest value", min_);
    put(data, "max", "", "largest value", max_);
    dimensions_.emplace_back("quantile");
    put(data, "quantiles", "", "quantiles", quantile_);
  }

 private:
  void put(NetcdfData& data, const char* name, const char* unit, const char* text,
           std::vector<double>& values) {
    data.variables.push_back(
        {prefix_ + name, dimensions_, unit, std::string(text) + of_, std::move(values)});
  }

  std::string prefix_;
  std::vector<std::string> dimensions_;
  std::string of_;
  std::vector<double> present_, mean_, sd_, low_, high_, min_, max_, quantile_;
};

}  // namespace

NetcdfData batch_arrays(const Scenario& s, const BatchPlan& plan, const BatchCounts& counts) {
  NetcdfData data;
  data.attributes = attributes_of(s, plan, counts);
  data.dimensions = {{"outcome", plan.outcomes.size(), names_of(plan.outcomes)},
                     {"quantile", quantile_levels.size(), {}}};
  data.variables = {{"quantile",
                     {"quantile"},
                     "",
                     "level of the quantile",
                     {quantile_levels.begin(), quantile_levels.end()}},
                    units_of(plan.outcomes, "outcome")};
  Columns whole("", {"outcome"}, " over the runs");
  for (const Statistic& statistic : counts.outcomes) {
    whole.add(statistic, counts.runs.size());
  }
  whole.move_to(data);
  const std::size_t width = plan.followed.size();
  if (width == 0) {
    return data;
  }
  const auto ticks = static_cast<std::size_t>(s.model.ticks);
  data.dimensions.push_back({"followed", width, names_of(plan.followed)});
  data.dimensions.push_back({"tick", ticks, {}});
  NetcdfVariable tick{"tick", {"tick"}, "count", "number of the tick", {}};
  NetcdfVariable year{"year", {"tick"}, "year", "calendar year at which the tick starts", {}};
  for (std::size_t k = 0; k < ticks; ++k) {
    tick.values.push_back(static_cast<double>(k));
    year.values.push_back(s.model.year(static_cast<Id>(k)));
  }
  data.variables.push_back(std::move(tick));
  data.variables.push_back(std::move(year));
  data.variables.push_back(units_of(plan.followed, "followed"));
  std::vector<std::string> dimensions = {"followed", "tick"};
  const std::size_t policies = counts.by_tick.size() / (ticks * width);
  if (plan.points != nullptr && !plan.points->policies.empty()) {
    dimensions.insert(dimensions.begin(), "policy");
    data.dimensions.push_back({"policy", policies, policy_names(*plan.points)});
  }
  Columns each("by_tick_", std::move(dimensions), " over the runs, at the end of the tick");
  for (std::size_t p = 0; p < policies; ++p) {
    for (std::size_t k = 0; k < width; ++k) {
      for (std::size_t t = 0; t < ticks; ++t) {
        each.add(counts.by_tick[(p * ticks + t) * width + k], counts.runs.size());
      }
    }
  }
  each.move_to(data);
  return data;
}

namespace {

NetcdfVariable policy_by_run(const Points& points, const std::vector<double>& runs) {
  NetcdfVariable policy{"policy", {"run"}, "", "policy under which the run was made", {}};
  for (const double run : runs) {
    policy.texts.push_back(points.policies[points.policy_of(static_cast<std::uint32_t>(run))].name);
  }
  return policy;
}

}  // namespace

NetcdfData run_arrays(const Scenario& s, const BatchPlan& plan, const BatchCounts& counts) {
  NetcdfData data;
  data.attributes = attributes_of(s, plan, counts);
  NetcdfVariable run{"run", {"run"}, "count", "number of the run, part of its random key", {}};
  NetcdfVariable value{"value", {"run", "outcome"}, "", "value of the outcome, in its unit", {}};
  for (const RunValues& block : counts.per_run) {
    const std::size_t runs = block.values.size() / plan.outcomes.size();
    for (std::size_t k = 0; k < runs; ++k) {
      run.values.push_back(static_cast<double>(block.first + k));
    }
    value.values.insert(value.values.end(), block.values.begin(), block.values.end());
  }
  data.dimensions = {{"run", run.values.size(), {}},
                     {"outcome", plan.outcomes.size(), names_of(plan.outcomes)}};
  if (plan.points != nullptr && !plan.points->policies.empty()) {
    data.variables.push_back(policy_by_run(*plan.points, run.values));
  }
  data.variables.push_back(std::move(run));
  data.variables.push_back(units_of(plan.outcomes, "outcome"));
  data.variables.push_back(std::move(value));
  return data;
}

}  // namespace tumen
