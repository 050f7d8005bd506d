#include "studies/sensitivity/analysis.hpp"

#include "studies/designs/design.hpp"
#include "studies/designs/record.hpp"
#include "studies/mixed_table.hpp"
#include "studies/sensitivity/spread.hpp"

#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

namespace tumen {
namespace {

/// Fewer scrambles than this give a t interval that is too wide to be of use.
constexpr std::size_t least_scrambles = 8;

bool has_structure(const DesignPlan& plan) {
  return plan.kind == "saltelli" || plan.kind == "morris";
}

std::vector<std::string> categorical_names(const DesignPlan& plan) {
  std::vector<std::string> names;
  for (const Factor& factor : plan.factors) {
    if (factor.distribution == Distribution::categorical) {
      names.push_back(factor.name);
    }
  }
  return names;
}

std::vector<DataColumn> columns_of(const MixedTable& table) {
  std::vector<DataColumn> columns;
  for (const MixedColumn& column : table.columns) {
    columns.push_back({column.name, column.values, column.is_words()});
  }
  return columns;
}

std::vector<double> no_noise_if_common(const DesignOutcome& outcome,
                                       const AnalysisSettings& settings) {
  return settings.has_common_seeds ? std::vector<double>{} : outcome.noise;
}

IntervalSettings interval_settings(const DesignPlan& plan, const AnalysisSettings& settings) {
  const IntervalKind usual =
      plan.scrambles >= least_scrambles ? IntervalKind::scrambles : IntervalKind::bootstrap;
  const IntervalKind kind = settings.interval.value_or(usual);
  if (kind == IntervalKind::scrambles && plan.scrambles < 2) {
    refuse_line("--interval", 0, "scrambles, and the design has one",
                "bootstrap, or a design of more: tumen design saltelli --scrambles 16");
  }
  return {kind, settings.level, settings.resamples, settings.seed, settings.threads};
}

/// Variance of the outcome's expectation over the lines, noise taken out.
double factor_variance(const DesignOutcome& outcome) {
  const FiniteMoments noise = spread_of(outcome.noise);
  return spread_of(outcome.mean).variance - noise.mean;
}

void analyse_saltelli(OutcomeAnalysis& out, const DesignPlan& plan, const DesignOutcome& outcome,
                      const AnalysisSettings& settings) {
  const SaltelliRuns runs{{plan.groups.size(), plan.has_second_order},
                          plan.scrambles,
                          outcome.mean,
                          no_noise_if_common(outcome, settings)};
  out.sobol = sobol_indices(runs, interval_settings(plan, settings));
  if (settings.has_common_seeds) {
    out.expected = expected_indices(*out.sobol, runs, outcome.values, settings.level);
  }
}

}  // namespace

AnalysedDesign read_design(const std::string& file) {
  AnalysedDesign design;
  const std::string text = read_table_text(file);
  const std::filesystem::path record = record_path(file);
  std::error_code error;
  if (std::filesystem::exists(record, error)) {
    design.plan = read_record(read_table_text(record), record.generic_string(), text);
    design.runs = rows_of(*design.plan);
    if (has_structure(*design.plan)) {
      return design;
    }
  }
  MixedReading reading;
  if (design.plan) {
    reading.as_words = categorical_names(*design.plan);
  }
  const MixedTable table = parse_mixed_table(text, file, reading);
  design.runs = table.rows();
  design.columns = columns_of(table);
  return design;
}

std::vector<std::string> analysed_names(const AnalysedDesign& design) {
  std::vector<std::string> names;
  if (design.plan && has_structure(*design.plan)) {
    for (const FactorGroup& group : design.plan->groups) {
      names.push_back(group.name);
    }
    return names;
  }
  for (const DataColumn& column : design.columns) {
    names.push_back(column.name);
  }
  return names;
}

OutcomeAnalysis analyse(const AnalysedDesign& design, const DesignOutcome& outcome,
                        const AnalysisSettings& settings) {
  OutcomeAnalysis out;
  out.name = outcome.name;
  out.runs = outcome.mean.size();
  const std::string kind = design.plan ? design.plan->kind : "";
  if (kind == "saltelli") {
    analyse_saltelli(out, *design.plan, outcome, settings);
  } else if (kind == "morris") {
    out.morris = morris_effects(*design.plan, outcome.mean, no_noise_if_common(outcome, settings),
                                {IntervalKind::bootstrap, settings.level, settings.resamples,
                                 settings.seed, settings.threads});
  } else if (kind == "one-at-a-time") {
    out.swings = swings_of(*design.plan, outcome.mean);
  } else {
    out.data = data_sensitivity(design.columns, outcome.mean, no_noise_if_common(outcome, settings),
                                {settings.level, settings.seed});
  }
  const double by_factors = out.sobol ? out.sobol->variance : factor_variance(outcome);
  out.replicates =
      settings.has_common_seeds
          ? common_luck_report(outcome.layout, outcome.fewest, outcome.most)
          : replicate_report(outcome.seed_variance, by_factors, outcome.fewest, outcome.most);
  return out;
}

}  // namespace tumen
