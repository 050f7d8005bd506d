#pragma once
// A small line chart over the years of a run, readable at a width of 340 pixels. Ink is the colour
// of the text around it, so that it stands on light and dark pages; lines differ by colour and
// dash.
#include <string>
#include <string_view>
#include <vector>

namespace tumen::picture {

/// Colours with a contrast of at least 3 on white and on near black (WCAG 1.4.11), after Okabe and
/// Ito (2008), with the dash that tells the line without colour. Repeats after six.
struct LineStyle {
  std::string_view colour, dash;
};
[[nodiscard]] LineStyle line_style(std::size_t k);

/// The least of 1, 2, 2.5, 5 and 10 times a power of ten that is at least `raw`, above 0: a step of
/// a scale.
[[nodiscard]] double round_step(double raw);

struct ChartLine {
  std::string name;
  std::vector<double> values;  ///< by tick
  std::size_t style = 0;       ///< see line_style: one thing has one style in all charts
};

/// The area between two lines, of line_style(0); several over each other get darker.
struct ChartBand {
  std::vector<double> low, high;  ///< by tick
};

struct Chart {
  std::string title;
  std::string unit;         ///< printed at the top of the scale
  double from_year = 0;     ///< start of tick 0
  double years_a_tick = 1;  ///< [years]
  std::vector<ChartLine> lines;
  double least_top = 0;  ///< the scale reaches at least this far up
  /// Names of the values' places, evenly spaced from side to side, instead of years.
  std::vector<std::string> places = {};
  std::vector<ChartBand> bands = {};  ///< under the lines
};

/// The chart as an SVG element of 340 units' width, with title and description for screen readers.
[[nodiscard]] std::string chart_svg(const Chart& chart);

}  // namespace tumen::picture
