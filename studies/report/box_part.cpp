#include "studies/report/box_part.hpp"

#include "sim/csv.hpp"
#include "sim/report_html.hpp"
#include "sim/wording.hpp"
#include "studies/discovery/pairs_svg.hpp"
#include "studies/resampling.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

/// What a case is: values from `bound` on.
struct CaseRule {
  double bound = 0;
  std::string question;
};

CaseRule rule_for(const std::string& outcome, std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto n = static_cast<double>(values.size());
  const auto likely =
      static_cast<double>(values.end() - std::lower_bound(values.begin(), values.end(), 0.5));
  if (values.front() >= 0 && values.back() <= 1 && likely >= 0.05 * n && likely <= 0.95 * n) {
    return {0.5, outcome + " is at least 0.5"};
  }
  const double bound = quantile_of_sorted(values, 0.75);
  return {bound, fmt::format("{} is at least {} (the highest quarter)", outcome, rounded(bound))};
}

std::vector<std::size_t> finite_lines(const SweepResults& sweep, std::size_t outcome) {
  std::vector<std::size_t> lines = independent_points(sweep);
  std::erase_if(lines,
                [&](std::size_t line) { return !std::isfinite(sweep.means[outcome][line]); });
  return lines;
}

CaseTable cases_at(const SweepResults& sweep, const std::vector<std::size_t>& lines) {
  CaseTable cases;
  for (std::size_t d = 0; d < sweep.points.names.size(); ++d) {
    MixedColumn column{sweep.points.names[d], {}};
    for (const std::size_t line : lines) {
      column.values.push_back(sweep.points.columns[d][line]);
    }
    cases.dimensions.push_back(dimension_of(column));
  }
  return cases;
}

double quasi_p_of(const PrimBox& box, std::size_t dimension) {
  for (const Restriction& r : box.restrictions) {
    if (r.dimension == dimension) {
      return r.quasi_p;
    }
  }
  return std::nan("");
}

}  // namespace

std::optional<SweepBox> box_of(const SweepResults& sweep, std::size_t outcome) {
  const std::vector<std::size_t> lines = finite_lines(sweep, outcome);
  if (lines.size() < least_points_of_box || sweep.points.names.size() < 2) {
    return std::nullopt;
  }
  std::vector<double> values;
  for (const std::size_t line : lines) {
    values.push_back(sweep.means[outcome][line]);
  }
  CaseRule rule = rule_for(sweep.outcomes[outcome].name, values);
  SweepBox found{sweep.outcomes[outcome].name, rule.question, cases_at(sweep, lines), {}};
  for (const double value : values) {
    found.cases.is_case.push_back(value >= rule.bound ? 1 : 0);
  }
  const std::size_t cases = found.cases.cases();
  if (cases == 0 || cases == lines.size()) {
    return std::nullopt;
  }
  PrimSettings settings;
  settings.threads = sweep.settings.threads;
  std::vector<PrimBox> boxes = find_boxes(found.cases, settings);
  if (boxes.empty() || restricted_count(boxes.front().choice().box) == 0) {
    return std::nullopt;
  }
  found.box = std::move(boxes.front());
  return found;
}

std::string boxes_csv(const std::vector<SweepBox>& boxes) {
  CsvTable csv(
      {"outcome", "case", "coverage", "density", "mass", "factor", "low", "high", "quasi_p"});
  for (const SweepBox& b : boxes) {
    const PrimStep& step = b.box.choice();
    for (std::size_t d = 0; d < step.box.limits.size(); ++d) {
      const Limit& limit = step.box.limits[d];
      if (limit.is_restricted()) {
        csv.add(b.outcome).add(b.question).add(step.measures.coverage);
        csv.add(step.measures.density).add(step.measures.mass).add(b.cases.dimensions[d].name);
        csv.add(limit.low).add(limit.high).add(quasi_p_of(b.box, d));
      }
    }
  }
  return csv.text();
}

std::string report::box_html(const SweepResults& sweep, std::size_t outcome) {
  const std::optional<SweepBox> found =
      sweep.decisions.empty() ? box_of(sweep, outcome) : std::nullopt;
  if (!found) {
    return "";
  }
  const PrimStep& step = found->box.choice();
  HtmlTable sides{"Sides of the box", {"number", "side", "quasi-p"}, {}};
  for (std::size_t d = 0; d < step.box.limits.size(); ++d) {
    if (step.box.limits[d].is_restricted()) {
      sides.rows.push_back({{found->cases.dimensions[d].name, ""},
                            {limit_words(found->cases.dimensions[d], step.box.limits[d]), ""},
                            number(quasi_p_of(found->box, d))});
    }
  }
  const std::string words = fmt::format(
      "Cases are the points at which {}. The box holds {:.0f} % of them; of its points {:.0f} % "
      "are cases, of all points {:.0f} %. It was found on the points it is measured on, with what "
      "luck the means over the replicates still have; tumen discover tries it on samples.",
      found->question, 100 * step.measures.coverage, 100 * step.measures.density,
      100 * static_cast<double>(found->cases.cases()) / static_cast<double>(found->cases.points()));
  return "<h3>Where it is high</h3>\n" + paragraph(words) + table(sides) +
         figure({fmt::format("box-{}", outcome + 1),
                 "The points and the box that PRIM finds, two numbers at a time.",
                 "analysis/boxes.csv",
                 {pairs_svg(found->cases, step.box, found->question)},
                 {},
                 true});
}

}  // namespace tumen
