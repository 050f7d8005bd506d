#include "studies/report/tornado.hpp"

#include "sim/csv.hpp"
#include "sim/report_html.hpp"
#include "studies/resampling.hpp"
#include "studies/sensitivity/spread.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double end_share = 0.2;
constexpr std::size_t least_points = 5;

TornadoEnd end_of(double bound, const std::vector<double>& values) {
  const FiniteMoments spread = spread_of(values);
  TornadoEnd end{spread.count, bound, spread.mean, {}};
  const double none = std::numeric_limits<double>::quiet_NaN();
  end.interval = {none, none};
  if (spread.count > 1) {
    const auto n = static_cast<double>(spread.count);
    const boost::math::students_t_distribution<> student(n - 1);
    const double half = quantile(student, 0.975) * std::sqrt(spread.variance / n);
    end.interval = {spread.mean - half, spread.mean + half};
  }
  return end;
}

TornadoBar bar_of(const std::string& name, const std::vector<double>& factor,
                  const std::vector<double>& values) {
  std::vector<double> sorted = factor;
  std::sort(sorted.begin(), sorted.end());
  const auto n = static_cast<double>(sorted.size());
  const auto in_end = static_cast<std::size_t>(std::max(std::ceil(end_share * n), 1.0));
  const double low = sorted[in_end - 1], high = sorted[sorted.size() - in_end];
  std::vector<double> at_low, at_high;
  for (std::size_t k = 0; k < factor.size(); ++k) {
    if (factor[k] <= low) {
      at_low.push_back(values[k]);
    }
    if (factor[k] >= high) {
      at_high.push_back(values[k]);
    }
  }
  return {name, end_of(low, at_low), end_of(high, at_high)};
}

double length_of(const TornadoBar& bar) {
  return std::abs(bar.high.mean - bar.low.mean);
}

}  // namespace

Tornado tornado_of(std::string outcome, const DataTable& points, const std::vector<double>& values,
                   const std::vector<std::size_t>& lines) {
  Tornado tornado{std::move(outcome), 0, {}};
  std::vector<std::size_t> kept;
  std::vector<double> kept_values;
  for (const std::size_t line : lines) {
    if (std::isfinite(values[line])) {
      kept.push_back(line);
      kept_values.push_back(values[line]);
    }
  }
  if (kept.size() < least_points || is_constant(kept_values)) {
    return tornado;
  }
  tornado.mean = spread_of(kept_values).mean;
  for (std::size_t d = 0; d < points.names.size(); ++d) {
    std::vector<double> factor;
    for (const std::size_t line : kept) {
      factor.push_back(points.columns[d][line]);
    }
    if (!is_constant(factor)) {
      tornado.bars.push_back(bar_of(points.names[d], factor, kept_values));
    }
  }
  std::stable_sort(
      tornado.bars.begin(), tornado.bars.end(),
      [](const TornadoBar& a, const TornadoBar& b) { return length_of(a) > length_of(b); });
  return tornado;
}

Tornado tornado_of(const SweepResults& sweep, std::size_t outcome) {
  return tornado_of(sweep.outcomes[outcome].name, sweep.points, sweep.means[outcome],
                    independent_points(sweep));
}

std::string tornado_csv(const std::vector<Tornado>& all) {
  CsvTable csv({"outcome", "factor", "end", "bound", "points", "mean", "low", "high"});
  for (const Tornado& tornado : all) {
    for (const TornadoBar& bar : tornado.bars) {
      for (const auto& [name, end] : {std::pair{"low", bar.low}, {"high", bar.high}}) {
        csv.add(tornado.outcome).add(bar.factor).add(name).add(end.bound);
        csv.add(static_cast<double>(end.points)).add(end.mean);
        csv.add(end.interval.low).add(end.interval.high);
      }
    }
  }
  return csv.text();
}

std::string report::tornado_html(const SweepResults& sweep, std::size_t outcome) {
  const Tornado tornado = tornado_of(sweep, outcome);
  if (tornado.bars.empty()) {
    return "";
  }
  return "<h3>Where a number is low and where it is high</h3>\n" +
         figure({fmt::format("tornado-{}", outcome + 1),
                 "The outcome's mean over the fifth of the points with the lowest values of a "
                 "number (blue) and over that with the highest (orange), all other numbers as they "
                 "come; lines are 95 % intervals over the points. Number by number: interactions "
                 "are not seen.",
                 "analysis/tornado.csv",
                 {tornado_svg(tornado)},
                 {},
                 true});
}

}  // namespace tumen
