#include "studies/sensitivity/series.hpp"

#include "sim/csv.hpp"
#include "sim/document/scalar.hpp"
#include "sim/picture_chart.hpp"
#include "sim/svg.hpp"
#include "studies/sensitivity/bars.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr std::size_t most_lines = 6;
/// Times with a name on an axis of the chart.
constexpr std::size_t most_named = 5;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

double largest(const std::vector<IndexEstimate>& over_time) {
  double most = -std::numeric_limits<double>::infinity();
  for (const IndexEstimate& e : over_time) {
    most = std::isfinite(e.value) ? std::max(most, e.value) : most;
  }
  return most;
}

/// The indices of the member that has most of them: some times may have none.
std::vector<std::string> indices_of(const OutcomeSeries& series,
                                    const std::vector<OutcomeAnalysis>& analyses) {
  std::vector<std::string> indices;
  for (const std::size_t member : series.members) {
    const OutcomeAnalysis& a = analyses[member];
    if (indices.empty() || !a.expected.first.empty()) {
      indices = drawn_indices(a);
    }
  }
  return indices;
}

}  // namespace

std::vector<OutcomeSeries> series_of(const std::vector<OutcomeAnalysis>& analyses) {
  std::vector<OutcomeSeries> all;
  for (std::size_t k = 0; k < analyses.size(); ++k) {
    const std::string& name = analyses[k].name;
    const std::size_t at = name.find('@');
    if (at == std::string::npos) {
      continue;
    }
    const std::size_t end = std::min(name.find(' ', at), name.size());
    const std::string base = name.substr(0, at) + name.substr(end);
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&](const OutcomeSeries& s) { return s.name == base; });
    OutcomeSeries& series = same == all.end() ? all.emplace_back() : *same;
    series.name = base;
    series.times.push_back(name.substr(at + 1, end - at - 1));
    series.members.push_back(k);
  }
  std::erase_if(all, [](const OutcomeSeries& s) { return s.members.size() < least_times; });
  return all;
}

bool is_member(const std::vector<OutcomeSeries>& series, std::size_t outcome) {
  return std::any_of(series.begin(), series.end(), [outcome](const OutcomeSeries& s) {
    return std::find(s.members.begin(), s.members.end(), outcome) != s.members.end();
  });
}

std::vector<IndexOverTime> indices_over_time(const OutcomeSeries& series,
                                             const std::vector<OutcomeAnalysis>& analyses,
                                             const std::vector<std::string>& names) {
  std::vector<IndexOverTime> all;
  const IndexEstimate none{nan, {nan, nan}};
  for (const std::string& index : indices_of(series, analyses)) {
    IndexOverTime over{index, {}};
    over.by_factor.assign(names.size(), std::vector<IndexEstimate>(series.members.size(), none));
    for (std::size_t t = 0; t < series.members.size(); ++t) {
      for (const IndexRow& row : index_rows(analyses[series.members[t]], names)) {
        const auto at = std::find(names.begin(), names.end(), row.factors.front());
        if (row.index == index && row.is_recommended && row.factors.size() == 1 &&
            at != names.end()) {
          over.by_factor[static_cast<std::size_t>(at - names.begin())][t] = row.estimate;
        }
      }
    }
    all.push_back(std::move(over));
  }
  return all;
}

std::vector<std::size_t> leading_factors(const IndexOverTime& index) {
  std::vector<std::size_t> order(index.by_factor.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return largest(index.by_factor[a]) > largest(index.by_factor[b]);
  });
  order.resize(std::min(order.size(), most_lines));
  return order;
}

std::vector<std::string> series_charts(const OutcomeSeries& series,
                                       const std::vector<IndexOverTime>& indices,
                                       const std::vector<std::string>& names) {
  std::vector<std::string> charts;
  if (indices.empty()) {
    return charts;
  }
  // The same factors with the same style in all charts: those of the last index, the total one.
  const std::vector<std::size_t> leading = leading_factors(indices.back());
  const std::size_t step = (series.times.size() + most_named - 1) / most_named;
  for (const IndexOverTime& index : indices) {
    picture::Chart chart;
    chart.title = fitted(fmt::format("{} of {}", index.index, series.name), 13.5, 332);
    chart.unit = index.index;
    for (std::size_t t = 0; t < series.times.size(); ++t) {
      chart.places.push_back(t % step == 0 ? series.times[t].substr(0, 4) : "");
    }
    for (std::size_t k = 0; k < leading.size(); ++k) {
      picture::ChartLine line{names[leading[k]], {}, k};
      for (const IndexEstimate& e : index.by_factor[leading[k]]) {
        line.values.push_back(e.value);
      }
      chart.lines.push_back(std::move(line));
    }
    charts.push_back(picture::chart_svg(chart));
  }
  return charts;
}

std::string series_svg(const OutcomeSeries& series, const std::vector<IndexOverTime>& indices,
                       const std::vector<std::string>& names) {
  constexpr double chart_width = 340, gap = 20;
  constexpr std::string_view height_key = " height=\"";
  Svg svg;
  double x = 0, height = 0;
  for (std::string& chart : series_charts(series, indices, names)) {
    height = std::max(height, std::stod(chart.substr(chart.find(height_key) + height_key.size())));
    svg.raw(chart.insert(5, fmt::format("x=\"{:.0f}\" ", x)));
    x += chart_width + gap;
  }
  return svg_sheet(series.name + " over time", svg, {std::max(x - gap, chart_width), height});
}

std::string series_csv(const std::vector<OutcomeSeries>& series,
                       const std::vector<OutcomeAnalysis>& analyses,
                       const std::vector<std::string>& names) {
  CsvTable csv({"outcome", "time", "factor", "index", "value", "low", "high"});
  const auto number = [](double value) { return std::isfinite(value) ? format_real(value) : ""; };
  for (const OutcomeSeries& s : series) {
    for (const IndexOverTime& index : indices_over_time(s, analyses, names)) {
      for (std::size_t g = 0; g < names.size(); ++g) {
        for (std::size_t t = 0; t < s.times.size(); ++t) {
          const IndexEstimate& e = index.by_factor[g][t];
          csv.add(s.name).add(s.times[t]).add(names[g]).add(index.index).add(number(e.value));
          csv.add(number(e.interval.low)).add(number(e.interval.high));
        }
      }
    }
  }
  return csv.text();
}

}  // namespace tumen
