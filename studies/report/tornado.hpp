#pragma once
// What the outcome is where a number is low and where it is high, all else as it comes.
#include "studies/report/sweep_results.hpp"
#include "studies/sensitivity/intervals.hpp"

#include <string>
#include <vector>

namespace tumen {

/// The mean over the points of one end of a factor, with its 95 % interval over the points.
struct TornadoEnd {
  std::size_t points = 0;
  double bound = 0;  ///< values up to here, or from here
  double mean = 0;
  Interval interval;
};

struct TornadoBar {
  std::string factor;
  TornadoEnd low, high;
};

/// Where an outcome has no tornado the bars are empty.
struct Tornado {
  std::string outcome;
  double mean = 0;               ///< over all points
  std::vector<TornadoBar> bars;  ///< the longest first
};

/// The fifths of the points with the lowest and the highest values of each factor (all that share
/// the bound's value are in). `values` by point, NaN where missing; `lines` are the points looked
/// at.
[[nodiscard]] Tornado tornado_of(std::string outcome, const DataTable& points,
                                 const std::vector<double>& values,
                                 const std::vector<std::size_t>& lines);

/// The same of an outcome of a sweep; none with a design without independent points.
[[nodiscard]] Tornado tornado_of(const SweepResults& sweep, std::size_t outcome);

/// An SVG element: a bar a factor from the low end to the high end.
[[nodiscard]] std::string tornado_svg(const Tornado& tornado);

/// outcome, factor, end, bound, points, mean, low, high.
[[nodiscard]] std::string tornado_csv(const std::vector<Tornado>& all);

namespace report {
/// The figure with its heading; empty where there is none.
[[nodiscard]] std::string tornado_html(const SweepResults& sweep, std::size_t outcome);
}  // namespace report

}  // namespace tumen
