#include "sim/batch/points.hpp"

#include "sim/csv.hpp"
#include "sim/document/nearest.hpp"
#include "sim/report_folder.hpp"
#include "sim/table.hpp"

#include <algorithm>
#include <limits>
#include <set>

#include <fmt/format.h>

namespace tumen {
namespace {

void check_paths(const Scenario& scenario, const Points& points, const std::string& file) {
  std::vector<std::string> known;
  for (const NumberInfo& number : scenario.numbers) {
    known.push_back(number.path);
  }
  Problems problems;
  for (const std::string& path : points.paths) {
    const std::optional<Number> number = find_number(scenario, path);
    if (number && at(scenario.numbers, number->index).shapes_model) {
      problems.add(
          {{file + ":1", 0, 0},
           "",
           fmt::format("a column {}, which shapes the model and has one value for all runs",
                       in_quotes(path)),
           "numbers that runs alone read; set this one with --set, batch by batch",
           ""});
    }
    if (!number) {
      problems.add({{file + ":1", 0, 0},
                    "",
                    "a column " + in_quotes(path),
                    fmt::format("paths of numbers of {} (tumen list levers {})", scenario.name,
                                scenario.name),
                    nearest_name(path, known)});
    }
  }
  problems.throw_if_any();
}

/// The points that have the least or the largest value of some column.
std::set<std::size_t> extreme_points(const Points& points) {
  std::set<std::size_t> rows;
  for (const std::vector<double>& column : points.columns) {
    const auto [least, most] = std::minmax_element(column.begin(), column.end());
    rows.insert(static_cast<std::size_t>(least - column.begin()));
    rows.insert(static_cast<std::size_t>(most - column.begin()));
  }
  return rows;
}

/// Checks a point as --set does: by compiling the scenario with its values.
void check_point(const Scenario& scenario, const Points& points, std::size_t row,
                 const std::string& place, Problems& problems) {
  std::vector<std::string> overrides;
  for (std::size_t k = 0; k < points.paths.size(); ++k) {
    overrides.push_back(points.paths[k] + "=" + exact_text(points.columns[k][row]));
  }
  Problems found;
  static_cast<void>(report::compile_config(scenario.config_text, scenario.name, overrides, found));
  for (const Problem& problem : found.sorted()) {
    problems.add({{place, 0, 0}, problem.key, problem.found, problem.allowed, problem.nearest});
  }
}

void check_values(const Scenario& scenario, const Points& points, const std::string& file) {
  Problems problems;
  for (const std::size_t row : extreme_points(points)) {
    check_point(scenario, points, row, fmt::format("{}:{}", file, row + 2), problems);
  }
  problems.throw_if_any();
}

Place policy_place(const BatchPolicy& policy) {
  return {"policy " + policy.name, 0, 0};
}

/// A number is drawn or decided, not both.
void check_policy(const BatchPolicy& policy, const Points& points, Problems& problems) {
  for (const std::string& setting : policy.settings) {
    const std::string path = setting.substr(0, setting.find('='));
    if (std::find(points.paths.begin(), points.paths.end(), path) != points.paths.end()) {
      problems.add({policy_place(policy), path, "a number that the points set too",
                    "settings of other numbers", ""});
    }
  }
}

}  // namespace

Points parse_points(std::string text, const std::string& file, std::uint32_t replicates) {
  DataTable table = parse_table(text, file);
  return {std::move(text), "", "", std::move(table.names), std::move(table.columns), replicates};
}

void check_points(const Scenario& scenario, const Points& points, const std::string& file) {
  const auto policies = static_cast<double>(std::max<std::size_t>(1, points.policies.size()));
  const double runs =
      static_cast<double>(points.columns.front().size()) * points.replicates * policies;
  if (runs > std::numeric_limits<std::uint32_t>::max()) {
    refuse_line(file, 0,
                fmt::format("{} points of {} replicates{}: {:.3g} runs",
                            points.columns.front().size(), points.replicates,
                            policies > 1 ? fmt::format(" of {} policies", policies) : "", runs),
                "at most 2^32 - 1 runs");
  }
  check_paths(scenario, points, file);
  for (const Scenario& of_policy : policy_scenarios(scenario, points)) {
    check_values(of_policy, points, file);
  }
}

std::vector<Scenario> policy_scenarios(const Scenario& scenario, const Points& points) {
  if (points.policies.empty()) {
    return {scenario};
  }
  Problems problems;
  std::vector<Scenario> scenarios;
  for (const BatchPolicy& policy : points.policies) {
    check_policy(policy, points, problems);
    Problems found;
    scenarios.push_back(
        report::compile_config(scenario.config_text, scenario.name, policy.settings, found));
    for (const Problem& p : found.sorted()) {
      problems.add({policy_place(policy), p.key, p.found, p.allowed, p.nearest});
    }
    if (found.sorted().empty() && scenarios.back().model.ticks != scenario.model.ticks) {
      problems.add({policy_place(policy), "ticks",
                    fmt::format("{} ticks", scenarios.back().model.ticks),
                    fmt::format("{}, as all others have", scenario.model.ticks), ""});
    }
  }
  problems.throw_if_any();
  return scenarios;
}

PointsOfBlock::PointsOfBlock(const Scenario& scenario, const Points& points) : points_(points) {
  for (const std::string& path : points.paths) {
    settings_.numbers.push_back(find_number(scenario, path).value());
  }
  settings_.values.resize(points.paths.size());
}

void PointsOfBlock::set(std::uint32_t first, std::uint32_t runs) {
  for (std::uint32_t k = 0; k < static_cast<std::uint32_t>(block_runs); ++k) {
    // A block that is not full computes its last run again.
    const std::uint32_t run = first + std::min(k, runs - 1);
    settings_.replicates[k] = points_.replicate_of(run);
    for (std::size_t n = 0; n < settings_.values.size(); ++n) {
      settings_.values[n][k] = points_.columns[n][points_.point_of(run)];
    }
  }
}

}  // namespace tumen
