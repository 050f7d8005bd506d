#include "studies/report/convergence.hpp"

#include "sim/csv.hpp"
#include "sim/document/scalar.hpp"
#include "sim/picture_chart.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

namespace tumen {
namespace {

using Part = SobolIndices::Part;

/// Factors by falling ST, those of one size in their order; at most `most_lines`.
std::vector<std::size_t> largest(const Part& all) {
  std::vector<std::size_t> order(all.total.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&all](std::size_t p, std::size_t q) {
    return all.total[p] != all.total[q] ? all.total[p] > all.total[q] : p < q;
  });
  order.resize(std::min(order.size(), most_lines));
  return order;
}

picture::Chart chart_of(const SobolIndices& sobol, const std::vector<std::string>& names,
                        std::vector<double> Part::* index) {
  picture::Chart chart;
  for (const Part& part : sobol.convergence) {
    chart.places.push_back(fmt::format("{}", part.points));
  }
  const std::vector<std::size_t> order = largest(sobol.convergence.back());
  for (std::size_t k = 0; k < order.size(); ++k) {
    picture::ChartLine line{names[order[k]], {}, k};
    for (const Part& part : sobol.convergence) {
      line.values.push_back((part.*index)[order[k]]);
    }
    chart.lines.push_back(std::move(line));
  }
  return chart;
}

bool has_parts(const OutcomeAnalysis& a) {
  return a.sobol && a.sobol->reason.empty() && a.sobol->convergence.size() > 1;
}

}  // namespace

std::vector<ConvergenceChart> convergence_charts(const OutcomeAnalysis& a,
                                                 const std::vector<std::string>& names) {
  std::vector<ConvergenceChart> charts;
  if (!has_parts(a)) {
    return charts;
  }
  for (const auto& [index, values] : {std::pair{"S1", &Part::first}, {"ST", &Part::total}}) {
    picture::Chart chart = chart_of(*a.sobol, names, values);
    chart.title = fmt::format("{} by base points", index);
    chart.unit = index;
    charts.push_back({index, picture::chart_svg(chart)});
  }
  return charts;
}

std::string convergence_csv(const std::vector<OutcomeAnalysis>& analyses,
                            const std::vector<std::string>& names) {
  CsvTable csv({"outcome", "factor", "base_points", "S1", "ST"});
  const auto number = [](double value) { return std::isfinite(value) ? format_real(value) : ""; };
  for (const OutcomeAnalysis& a : analyses) {
    for (std::size_t g = 0; has_parts(a) && g < names.size(); ++g) {
      for (const Part& part : a.sobol->convergence) {
        csv.add(a.name).add(names[g]).add(fmt::format("{}", part.points));
        csv.add(number(part.first[g])).add(number(part.total[g]));
      }
    }
  }
  return csv.text();
}

}  // namespace tumen
