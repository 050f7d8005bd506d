// Prices of the run, each on its own scale from zero.
#include "sim/picture_parts.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::picture {
namespace {

constexpr double panel_height = 52;

struct Price {
  std::string_view title, unit, colour;
  double (*read)(const World<double>& world);
};

/// A round number at or above the largest value, for the top of the scale.
double scale_top(double largest) {
  const double power = std::pow(10.0, std::floor(std::log10(std::max(largest, 1e-9))));
  for (const double step : {1.0, 1.5, 2.0, 3.0, 5.0, 7.5, 10.0}) {
    if (step * power >= largest) {
      return step * power;
    }
  }
  return 10 * power;
}

void draw_price(Svg& svg, const Page& page, const Price& price, double top) {
  double largest = 0;
  for (const World<double>& world : page.trace.after) {
    largest = std::max(largest, price.read(world));
  }
  const double scale = scale_top(largest);
  const double bottom = top + panel_height;
  std::vector<SvgPoint> line;
  for (Id tick = 0; tick < page.ticks(); ++tick) {
    const double share = price.read(at(page.trace.after, tick)) / scale;
    line.push_back(
        {page.x(page.s.model.year(tick) + page.s.model.dt / 2), bottom - panel_height * share});
  }
  svg.text({margin, top + panel_height / 2 + 4}, price.title,
           type(12.5, ink, "font-weight=\"600\""));
  svg.text({margin, top + panel_height / 2 + 19}, price.unit, type(10.5, grey));
  for (const double level : {0.0, scale}) {
    const double y = bottom - panel_height * level / scale;
    svg.line({plot_left, y}, {plot_right, y}, fmt::format("stroke=\"{}\"", faint));
    svg.text({plot_left - 6, y + 4}, rounded(level), type(10.5, grey, "text-anchor=\"end\""));
  }
  if (line.empty()) {
    return;
  }
  std::vector<SvgPoint> area = line;
  area.push_back({line.back().x, bottom});
  area.push_back({line.front().x, bottom});
  svg.polygon(area, fmt::format("fill=\"{}\" fill-opacity=\"0.1\"", price.colour));
  svg.polyline(line, fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"1.8\" "
                                 "stroke-linejoin=\"round\"",
                                 price.colour));
  const World<double>& end = page.trace.after.back();
  svg.text({notes_left, line.back().y + 4}, fmt::format("{} at the end", rounded(price.read(end))),
           type(11.5, ink));
}

}  // namespace

double draw_prices(Svg& svg, const Page& page, double top) {
  constexpr std::array<Price, 2> prices = {{
      {"Brent", "USD/bbl", "#17212b", [](const World<double>& w) { return w.market.brent; }},
      {"LNG in Northeast Asia", "USD/MMBtu", "#0072b2",
       [](const World<double>& w) { return w.market.lng; }},
  }};
  double y = draw_heading(svg, top, "Prices") + 8;
  for (const Price& price : prices) {
    draw_price(svg, page, price, y);
    y += panel_height + 18;
  }
  return y;
}

}  // namespace tumen::picture
