// The tornado as a picture.
#include "sim/picture_chart.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"
#include "studies/report/tornado.hpp"
#include "studies/sensitivity/bars.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double width = 680, right = 660, top = 62, step = 25, bar = 13;
constexpr double least_left = 170, most_left = 320;
/// Blue and orange of Okabe and Ito (2008), which differ in lightness.
constexpr const char* const low_colour = "#0072b2";
constexpr const char* const high_colour = "#e69f00";

struct Scale {
  double low = 0, high = 1, step = 1, left = least_left;

  [[nodiscard]] double x(double value) const {
    return left + (right - left) * (value - low) / (high - low);
  }
};

Scale scale_of(const Tornado& tornado) {
  Scale scale{tornado.mean, tornado.mean};
  for (const TornadoBar& b : tornado.bars) {
    scale.left = std::clamp(text_width(b.factor, 12) + 20, scale.left, most_left);
    for (const double v : {b.low.mean, b.high.mean, b.low.interval.low, b.low.interval.high,
                           b.high.interval.low, b.high.interval.high}) {
      scale.low = std::isfinite(v) ? std::min(scale.low, v) : scale.low;
      scale.high = std::isfinite(v) ? std::max(scale.high, v) : scale.high;
    }
  }
  scale.high = scale.high > scale.low ? scale.high : scale.low + 1;
  scale.step = picture::round_step((scale.high - scale.low) / 5);
  scale.low = std::floor(scale.low / scale.step + 1e-9) * scale.step;
  scale.high = std::ceil(scale.high / scale.step - 1e-9) * scale.step;
  return scale;
}

void draw_axis(Svg& svg, const Scale& scale, double mean, double bottom) {
  for (double at = scale.low; at <= scale.high + scale.step / 2; at += scale.step) {
    const double value = std::abs(at) < scale.step / 1e6 ? 0 : at;
    svg.line({scale.x(value), top - 6}, {scale.x(value), bottom},
             "stroke=\"currentColor\" stroke-opacity=\"0.18\"");
    svg.text({scale.x(value), bottom + 16}, rounded(value),
             "font-size=\"11\" text-anchor=\"middle\"");
  }
  svg.line({scale.x(mean), top - 6}, {scale.x(mean), bottom},
           "stroke=\"currentColor\" stroke-opacity=\"0.7\"");
}

void draw_end(Svg& svg, const Scale& scale, const TornadoEnd& end,
              const std::pair<double, double>& mean_and_y, const char* colour) {
  const auto [mean, y] = mean_and_y;
  const double from = scale.x(std::min(mean, end.mean));
  svg.rect({from, y, std::max(scale.x(std::max(mean, end.mean)) - from, 0.5), bar},
           fmt::format("fill=\"{}\"", colour));
  if (std::isfinite(end.interval.low)) {
    const char* const ink = "stroke=\"currentColor\" stroke-width=\"1.4\"";
    const double low = scale.x(end.interval.low), high = scale.x(end.interval.high);
    // The two ends of a factor lie a little apart, so that intervals are not drawn over each other.
    const double at = y + (colour == low_colour ? 0.3 : 0.7) * bar;
    svg.line({low, at}, {high, at}, ink);
    svg.line({low, at - 3}, {low, at + 3}, ink);
    svg.line({high, at - 3}, {high, at + 3}, ink);
  }
}

}  // namespace

std::string tornado_svg(const Tornado& tornado) {
  const std::string title = tornado.outcome + ": where a number is low and where it is high";
  const Scale scale = scale_of(tornado);
  const double bottom = top + step * static_cast<double>(tornado.bars.size());
  Svg svg;
  svg.text({8, 18}, fitted(title, 14, width - 16), "font-size=\"14\" font-weight=\"650\"");
  svg.rect({scale.left, 32, bar, bar}, fmt::format("fill=\"{}\"", low_colour));
  svg.text({scale.left + 20, 43}, "lowest fifth", "font-size=\"12\"");
  svg.rect({scale.left + 120, 32, bar, bar}, fmt::format("fill=\"{}\"", high_colour));
  svg.text({scale.left + 140, 43}, "highest fifth", "font-size=\"12\"");
  draw_axis(svg, scale, tornado.mean, bottom);
  double y = top;
  for (const TornadoBar& b : tornado.bars) {
    svg.text({scale.left - 10, y + bar - 2}, fitted(b.factor, 12, scale.left - 20),
             "font-size=\"12\" text-anchor=\"end\"");
    draw_end(svg, scale, b.low, {tornado.mean, y}, low_colour);
    draw_end(svg, scale, b.high, {tornado.mean, y}, high_colour);
    y += step;
  }
  return svg_sheet(title, svg, {width, bottom + 26});
}

}  // namespace tumen
