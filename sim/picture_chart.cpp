#include "sim/picture_chart.hpp"

#include "sim/svg.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace tumen::picture {
namespace {

constexpr double width = 340;
constexpr double left = 52, right = 330;
constexpr double plot_height = 118;
constexpr double legend_row = 17;
constexpr double text_size = 12;

/// The scale of the values: `step` between lines, from a multiple of it to another.
struct Scale {
  double low = 0, high = 1, step = 1;
};

Scale scale_of(const Chart& chart) {
  double low = 0, high = chart.least_top;
  const auto reach = [&](const std::vector<double>& values) {
    for (const double value : values) {
      low = std::isfinite(value) ? std::min(low, value) : low;
      high = std::isfinite(value) ? std::max(high, value) : high;
    }
  };
  for (const ChartLine& line : chart.lines) {
    reach(line.values);
  }
  for (const ChartBand& band : chart.bands) {
    reach(band.low);
    reach(band.high);
  }
  const double step = round_step(std::max(high - low, 1e-6) / 3.5);
  Scale scale{std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
  scale.high = scale.high > scale.low ? scale.high : scale.low + step;
  return scale;
}

struct Frame {
  const Chart& chart;
  Scale scale;
  double top = 0, bottom = 0;
  double last_year = 0;

  [[nodiscard]] double x(double year) const {
    return left +
           (right - left) * (year - chart.from_year) / std::max(last_year - chart.from_year, 1e-9);
  }
  [[nodiscard]] double y(double value) const {
    return bottom - (bottom - top) * (value - scale.low) / (scale.high - scale.low);
  }
};

/// Names of the lines with a piece of each; returns where they end.
double draw_legend(Svg& svg, const Chart& chart, double top) {
  double x = 4, y = top;
  if (chart.lines.size() == 1 && chart.lines.front().name == chart.title) {
    return y + 8;
  }
  for (const ChartLine& line : chart.lines) {
    const double needs = 30 + text_width(line.name, text_size);
    if (x > 4 && x + needs > width) {
      x = 4;
      y += legend_row;
    }
    const LineStyle style = line_style(line.style);
    svg.line({x, y + 8}, {x + 22, y + 8},
             fmt::format("stroke=\"{}\" stroke-width=\"2.4\" stroke-dasharray=\"{}\"", style.colour,
                         style.dash));
    svg.text({x + 26, y + 12}, line.name, fmt::format("font-size=\"{}\"", text_size));
    x += needs + 12;
  }
  return y + legend_row + 8;
}

void draw_scale(Svg& svg, const Frame& f) {
  for (double v = f.scale.low; v <= f.scale.high + f.scale.step / 2; v += f.scale.step) {
    const double value = std::abs(v) < f.scale.step / 1e6 ? 0 : v;
    const double y = f.y(value);
    svg.line({left, y}, {right, y},
             fmt::format("stroke=\"currentColor\" stroke-opacity=\"{}\"", value == 0 ? 0.6 : 0.18));
    svg.text({left - 5, y + 4}, rounded(value), "font-size=\"11\" text-anchor=\"end\"");
  }
}

void draw_places(Svg& svg, const Frame& f) {
  double at = f.chart.from_year;
  for (const std::string& name : f.chart.places) {
    const char* const anchor = at > f.chart.from_year ? "middle" : "start";
    svg.line({f.x(at), f.bottom}, {f.x(at), f.bottom + 4},
             "stroke=\"currentColor\" stroke-opacity=\"0.6\"");
    svg.text({std::min(f.x(at), right - text_width(name, 11) / 2), f.bottom + 17}, name,
             fmt::format("font-size=\"11\" text-anchor=\"{}\"", anchor));
    at += f.chart.years_a_tick;
  }
}

void draw_years(Svg& svg, const Frame& f) {
  if (!f.chart.places.empty()) {
    draw_places(svg, f);
    return;
  }
  const double years = f.last_year - f.chart.from_year;
  double step = 50;
  for (const double candidate : {1.0, 2.0, 5.0, 10.0, 20.0}) {
    if (years / candidate <= 5) {
      step = candidate;
      break;
    }
  }
  for (double year = std::ceil(f.chart.from_year / step - 1e-9) * step; year <= f.last_year + 1e-9;
       year += step) {
    svg.line({f.x(year), f.bottom}, {f.x(year), f.bottom + 4},
             "stroke=\"currentColor\" stroke-opacity=\"0.6\"");
    svg.text({std::min(f.x(year), right - 6), f.bottom + 17}, fmt::format("{:.0f}", year),
             "font-size=\"11\" text-anchor=\"middle\"");
  }
}

std::vector<SvgPoint> points_of(const Frame& f, const std::vector<double>& values) {
  std::vector<SvgPoint> points;
  // States are those at a tick's end; named places have a value each.
  double year = f.chart.from_year + (f.chart.places.empty() ? f.chart.years_a_tick : 0);
  for (const double value : values) {
    if (std::isfinite(value)) {
      points.push_back({f.x(year), f.y(value)});
    }
    year += f.chart.years_a_tick;
  }
  return points;
}

void draw_bands(Svg& svg, const Frame& f) {
  for (const ChartBand& band : f.chart.bands) {
    std::vector<SvgPoint> points = points_of(f, band.low);
    const std::vector<SvgPoint> high = points_of(f, band.high);
    points.insert(points.end(), high.rbegin(), high.rend());
    svg.polygon(points, fmt::format("fill=\"{}\" fill-opacity=\"0.22\"", line_style(0).colour));
  }
}

void draw_lines(Svg& svg, const Frame& f) {
  for (const ChartLine& line : f.chart.lines) {
    const std::vector<SvgPoint> points = points_of(f, line.values);
    const LineStyle style = line_style(line.style);
    svg.polyline(points, fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"2\" "
                                     "stroke-linejoin=\"round\" stroke-dasharray=\"{}\"",
                                     style.colour, style.dash));
  }
}

std::string description(const Chart& chart) {
  std::string text;
  for (const ChartLine& line : chart.lines) {
    if (!line.values.empty()) {
      text += fmt::format("{}{} from {} to {}", text.empty() ? "" : "; ", line.name,
                          rounded(line.values.front()), rounded(line.values.back()));
    }
  }
  return fmt::format("{}, {}: {}.", chart.title, chart.unit, text);
}

}  // namespace

double round_step(double raw) {
  const double power = std::pow(10.0, std::floor(std::log10(raw)));
  for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0}) {
    if (step * power >= raw * (1 - 1e-9)) {
      return step * power;
    }
  }
  return 10 * power;
}

LineStyle line_style(std::size_t k) {
  constexpr std::array<LineStyle, 6> styles = {{{"#0072b2", "none"},
                                                {"#d55e00", "7 3"},
                                                {"#009e73", "2 2.5"},
                                                {"#b5629a", "9 3 2 3"},
                                                {"#a87400", "4 2"},
                                                {"#7a8691", "1.5 4"}}};
  return styles[k % styles.size()];
}

std::string chart_svg(const Chart& chart) {
  std::size_t ticks = 0;
  for (const ChartLine& line : chart.lines) {
    ticks = std::max(ticks, line.values.size());
  }
  Svg svg;
  svg.text({4, 16}, chart.title, "font-size=\"13.5\" font-weight=\"650\"");
  const double legend = draw_legend(svg, chart, 24);
  svg.text({left - 5, legend + 8}, chart.unit, "font-size=\"11\" opacity=\"0.85\"");
  const double last = static_cast<double>(chart.places.empty() ? ticks : ticks - 1);
  Frame frame{chart, scale_of(chart), legend + 17, legend + 17 + plot_height,
              chart.from_year + chart.years_a_tick * last};
  draw_scale(svg, frame);
  draw_years(svg, frame);
  draw_bands(svg, frame);
  draw_lines(svg, frame);
  return fmt::format(
      "<svg class=\"chart\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
      "role=\"img\" fill=\"currentColor\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      "<title>{2}</title><desc>{3}</desc>\n{4}</svg>\n",
      width, frame.bottom + 24, xml_text(chart.title), xml_text(description(chart)), svg.body());
}

}  // namespace tumen::picture
