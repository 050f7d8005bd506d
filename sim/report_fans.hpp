#pragma once
// What a batch's by_tick.csv says, as fan charts: between which values most runs lie at every tick.
#include "sim/report_html.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tumen::report {

/// One outcome over the ticks; NaN where no run has a value.
struct Fan {
  std::string policy;  ///< empty where there are none
  std::string outcome, unit;
  double from_year = 0, years_a_tick = 1;        ///< start of tick 0 [year], length [years]
  std::vector<double> mean;                      ///< by tick
  std::array<std::vector<double>, 5> quantiles;  ///< 5, 25, 50, 75, 95 % of the runs

  /// Whether it is other at some tick than at another, or in some run.
  [[nodiscard]] bool is_moving() const;
  /// Whether runs have 0 or 1 of it: then the mean is a share of runs and there is no fan.
  [[nodiscard]] bool is_binary() const;
  /// "OUTCOME under POLICY".
  [[nodiscard]] std::string name() const;
};

/// Reads a by_tick.csv. Throws InputError with `file` where columns are missing.
[[nodiscard]] std::vector<Fan> read_fans(std::string_view csv, const std::string& file);

/// The fan as an SVG element: bands from 5 to 95 and from 25 to 75 %, the median, the mean dashed.
/// Of what is 0 or 1 the mean alone.
[[nodiscard]] std::string fan_svg(const Fan& fan);

/// Fans that move, at most `most`; empty if none do. `source` names the file.
[[nodiscard]] std::string fans_figure(const std::vector<Fan>& fans, const std::string& source,
                                      std::size_t most);

}  // namespace tumen::report
