#include "studies/sensitivity/bars.hpp"

#include "sim/picture_chart.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double width = 680, right = 660;
/// Room for names at the left.
constexpr double least_left = 170, most_left = 320;
constexpr double bar = 13, gap = 12, top = 62;
/// Blue and orange of Okabe and Ito (2008), which differ in lightness.
constexpr std::array<const char*, 2> colours = {"#0072b2", "#e69f00"};

struct Bar {
  double from = 0, to = 0;
  Interval interval;
};

struct BarGroup {
  std::string name;
  std::vector<Bar> bars = {};
  std::size_t place = 0;  ///< among the factors

  [[nodiscard]] double size() const {
    double most = 0;
    for (const Bar& b : bars) {
      most = std::max(most, std::abs(b.to - b.from));
    }
    return most;
  }
};

std::vector<BarGroup> groups_of(const OutcomeAnalysis& a, const std::vector<std::string>& names) {
  const std::vector<std::string> drawn = drawn_indices(a);
  std::vector<BarGroup> groups;
  for (const IndexRow& row : index_rows(a, names)) {
    const bool is_drawn = std::find(drawn.begin(), drawn.end(), row.index) != drawn.end();
    if (!is_drawn || !row.is_recommended || !std::isfinite(row.estimate.value)) {
      continue;
    }
    if (groups.empty() || groups.back().name != row.factors.front()) {
      groups.push_back({row.factors.front(), {}, groups.size()});
    }
    groups.back().bars.push_back({0, row.estimate.value, row.estimate.interval});
  }
  if (a.swings) {
    for (std::size_t d = 0; d < groups.size(); ++d) {
      groups[d].bars.front().from = a.swings->factors[d].least;
      groups[d].bars.front().to = a.swings->factors[d].most;
    }
  }
  std::sort(groups.begin(), groups.end(), [](const BarGroup& p, const BarGroup& q) {
    return std::make_tuple(-p.size(), p.place) < std::make_tuple(-q.size(), q.place);
  });
  return groups;
}

/// From values to places along the line.
struct Scale {
  double low = 0, high = 1, step = 1;
  double left = least_left;

  [[nodiscard]] double x(double value) const {
    return left + (right - left) * (value - low) / (high - low);
  }
};

Scale scale_of(const OutcomeAnalysis& a, const std::vector<BarGroup>& groups) {
  Scale scale{a.swings ? a.swings->base : 0.0, a.sobol || a.data ? 1.0 : 0.0};
  scale.high = a.swings ? a.swings->base : scale.high;
  for (const BarGroup& group : groups) {
    scale.left = std::clamp(text_width(group.name, 12) + 20, scale.left, most_left);
    for (const Bar& b : group.bars) {
      for (const double value : {b.from, b.to, b.interval.low, b.interval.high}) {
        scale.low = std::isfinite(value) ? std::min(scale.low, value) : scale.low;
        scale.high = std::isfinite(value) ? std::max(scale.high, value) : scale.high;
      }
    }
  }
  scale.high = scale.high > scale.low ? scale.high : scale.low + 1;
  scale.step = picture::round_step((scale.high - scale.low) / 5);
  scale.low = std::floor(scale.low / scale.step + 1e-9) * scale.step;
  scale.high = std::ceil(scale.high / scale.step - 1e-9) * scale.step;
  return scale;
}

void draw_axis(Svg& svg, const Scale& scale, double bottom) {
  for (double at = scale.low; at <= scale.high + scale.step / 2; at += scale.step) {
    const double value = std::abs(at) < scale.step / 1e6 ? 0 : at;
    svg.line({scale.x(value), top - 6}, {scale.x(value), bottom},
             "stroke=\"currentColor\" stroke-opacity=\"0.18\"");
    svg.text({scale.x(value), bottom + 16}, fmt::format("{:.3g}", value),
             "font-size=\"11\" text-anchor=\"middle\"");
  }
}

void draw_bar(Svg& svg, const Scale& scale, const Bar& b, std::pair<double, const char*> how) {
  const auto [y, colour] = how;
  const double from = scale.x(std::min(b.from, b.to));
  svg.rect({from, y, std::max(scale.x(std::max(b.from, b.to)) - from, 0.5), bar},
           fmt::format("fill=\"{}\"", colour));
  if (!std::isfinite(b.interval.low) || !std::isfinite(b.interval.high)) {
    return;
  }
  const char* const ink = "stroke=\"currentColor\" stroke-width=\"1.4\"";
  const double middle = y + bar / 2;
  const double low = scale.x(b.interval.low), high = scale.x(b.interval.high);
  svg.line({low, middle}, {high, middle}, ink);
  svg.line({low, middle - 4}, {low, middle + 4}, ink);
  svg.line({high, middle - 4}, {high, middle + 4}, ink);
}

void draw_legend(Svg& svg, const std::vector<std::string>& drawn, double left) {
  for (std::size_t k = 0; k < drawn.size() && drawn.size() > 1; ++k) {
    const double x = left + 120 * static_cast<double>(k);
    svg.rect({x, 32, bar, bar}, fmt::format("fill=\"{}\"", colours[k]));
    svg.text({x + 20, 43}, drawn[k], "font-size=\"12\"");
  }
}

}  // namespace

std::vector<std::string> drawn_indices(const OutcomeAnalysis& a) {
  if (!a.expected.first.empty()) {
    return {"S1 expected", "ST expected"};
  }
  return a.sobol    ? std::vector<std::string>{"S1", "ST"}
         : a.morris ? std::vector<std::string>{"mu*"}
         : a.swings ? std::vector<std::string>{"swing"}
                    : std::vector<std::string>{"S1"};
}

std::string svg_sheet(const std::string& title, const Svg& svg, const SheetSize& size) {
  return fmt::format(
      "<svg class=\"bars\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
      "role=\"img\" "
      "fill=\"currentColor\" font-family=\"sans-serif\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      "<title>{2}</title>\n{3}</svg>\n",
      size.width, size.height, xml_text(title), svg.body());
}

std::string svg_file(std::string element) {
  constexpr std::string_view style =
      "<style>svg{color:#17212b}@media(prefers-color-scheme:dark){svg{color:#e6ebf0}}</style>\n";
  return element.insert(element.find('>') + 2, style);
}

std::string index_bars(const OutcomeAnalysis& a, const std::vector<std::string>& names) {
  const std::string title = fmt::format("{}: {}", a.name, method_of(a));
  Svg svg;
  svg.text({8, 18}, fitted(title, 14, width - 16), "font-size=\"14\" font-weight=\"650\"");
  const std::vector<BarGroup> groups = groups_of(a, names);
  if (groups.empty()) {
    svg.text({8, 44}, "No indices: " + reason_of(a), "font-size=\"12\"");
    return svg_sheet(title, svg, {width, 64});
  }
  const std::vector<std::string> drawn = drawn_indices(a);
  const double step = bar * static_cast<double>(drawn.size()) + gap;
  const double bottom = top + step * static_cast<double>(groups.size());
  const Scale scale = scale_of(a, groups);
  draw_legend(svg, drawn, scale.left);
  draw_axis(svg, scale, bottom);
  double y = top;
  for (const BarGroup& group : groups) {
    svg.text({scale.left - 10, y + step / 2 - 2}, fitted(group.name, 12, scale.left - 20),
             "font-size=\"12\" text-anchor=\"end\"");
    for (std::size_t k = 0; k < group.bars.size(); ++k) {
      draw_bar(svg, scale, group.bars[k], {y + bar * static_cast<double>(k), colours[k % 2]});
    }
    y += step;
  }
  return svg_sheet(title, svg, {width, bottom + 26});
}

}  // namespace tumen
