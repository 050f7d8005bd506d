#include "studies/sensitivity/sobol_indices.hpp"

#include "studies/sensitivity/saltelli_terms.hpp"
#include "studies/sensitivity/spread.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

/// Mean over the runs at A and B: both are plain samples of the outcome.
double centre_of(const SaltelliRuns& runs) {
  double sum = 0, count = 0;
  for (std::size_t k = 0; k < runs.values.size(); k += runs.layout.size()) {
    for (const double value :
         {runs.values[k + runs.layout.a()], runs.values[k + runs.layout.b()]}) {
      if (std::isfinite(value)) {
        sum += value;
        count += 1;
      }
    }
  }
  return count > 0 ? sum / count : 0;
}

double mean_noise(const SaltelliRuns& runs) {
  double sum = 0, count = 0;
  for (const double noise : runs.noise) {
    if (std::isfinite(noise)) {
      sum += noise;
      count += 1;
    }
  }
  return count > 0 ? sum / count : 0;
}

IndexPair pair_at(const std::vector<double>& values, const std::vector<Interval>& intervals,
                  std::size_t at) {
  return {{{values[at], intervals[at]}, {values[at + 1], intervals[at + 1]}}};
}

void fill_indices(SobolIndices& out, const SaltelliLayout& layout,
                  const std::vector<double>& values, const std::vector<Interval>& intervals) {
  std::size_t at = 0;
  for (std::size_t g = 0; g < layout.groups; ++g, at += indices_a_group) {
    out.groups.push_back({pair_at(values, intervals, at), pair_at(values, intervals, at + 2)});
  }
  for (std::size_t g = 0; g < layout.groups && layout.has_second_order; ++g) {
    for (std::size_t h = g + 1; h < layout.groups; ++h, at += 2) {
      out.pairs.push_back({g, h, pair_at(values, intervals, at)});
    }
  }
}

void fill_convergence(SobolIndices& out, const TermTable& table, const Statistics& statistics,
                      std::size_t groups) {
  for (const std::size_t part : {8U, 4U, 2U, 1U}) {
    if (table.rows() / part < 2 * table.groups()) {
      continue;
    }
    const std::vector<double> values =
        statistics_of_part(table, statistics, 1.0 / static_cast<double>(part));
    SobolIndices::Part told{table.rows() / part, {}, {}};
    for (std::size_t g = 0; g < groups; ++g) {
      told.first.push_back(values[g * indices_a_group]);
      told.total.push_back(values[g * indices_a_group + 2]);
    }
    out.convergence.push_back(std::move(told));
  }
}

/// Why there can be no indices; empty where there can.
std::string reason_against(const SobolIndices& s, const SaltelliRuns& runs) {
  if (s.points < 2) {
    return fmt::format("{} of {} base points have all their runs", s.points,
                       runs.values.size() / runs.layout.size());
  }
  if (is_constant(runs.values)) {
    return "the outcome is the same in all runs";
  }
  if (!(s.variance > 0)) {
    return s.noise > 0 ? "the seeds explain all of the variance"
                       : "the outcome is the same at all base points";
  }
  return {};
}

}  // namespace

const EstimatorNames& estimator_names() {
  static const EstimatorNames names = {{"Janon-Monod controlled", "Saltelli 2010"},
                                       {"Jansen", "Janon-Monod"},
                                       {"Janon-Monod", "Saltelli 2002"}};
  return names;
}

SobolIndices sobol_indices(const SaltelliRuns& runs, const IntervalSettings& settings) {
  const SaltelliTerms terms{runs.layout};
  const double centre = centre_of(runs);
  const TermTable table = saltelli_terms(runs, centre);
  SobolIndices out;
  out.points = table.rows();
  out.dropped = runs.values.size() / runs.layout.size() - table.rows();
  out.mean = centre;
  out.noise = mean_noise(runs);
  out.interval = settings.kind;
  const std::vector<double> means =
      table.rows() > 0 ? means_of(table) : std::vector<double>(table.width, 0);
  out.variance = variance_from(means);
  out.reason = reason_against(out, runs);
  if (!out.reason.empty()) {
    return out;
  }
  const Statistics statistics = [&terms](std::span<const double> m) {
    return indices_from(terms, m);
  };
  fill_indices(out, runs.layout, statistics(means), intervals_of(table, statistics, settings));
  fill_convergence(out, table, statistics, runs.layout.groups);
  return out;
}

}  // namespace tumen
