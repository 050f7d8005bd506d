#include "studies/discovery/pairs_svg.hpp"

#include "sim/picture_chart.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double panel = 150, gap = 46, left = 64, top = 66;
constexpr std::size_t most_inputs = 5, most_points = 1500;

/// How values of an input are laid along a side of a panel.
struct Axis {
  const Dimension& dimension;
  const Limit& limit;
  double low = 0, high = 1;

  /// From 0 to 1; words of a category are spread out by the number of the point.
  [[nodiscard]] double share(std::size_t point) const {
    const double spread = dimension.kind == DimensionKind::category
                              ? 0.7 * (static_cast<double>(point * 7 % 11) / 11 - 0.45)
                              : 0;
    return place(dimension.values[point] + spread);
  }
  [[nodiscard]] double place(double value) const {
    return std::clamp((value - low) / (high - low), 0.0, 1.0);
  }
};

Axis axis_of(const CaseTable& table, const Box& box, std::size_t d) {
  const Dimension& dimension = table.dimensions[d];
  const auto [low, high] = std::minmax_element(dimension.values.begin(), dimension.values.end());
  const double room = dimension.kind == DimensionKind::number ? 0 : 0.5;
  Axis axis{dimension, box.limits[d], *low - room, *high + room};
  axis.high = axis.high > axis.low ? axis.high : axis.low + 1;
  return axis;
}

std::vector<std::size_t> inputs_shown(const Box& box) {
  std::vector<std::size_t> shown, others;
  for (std::size_t d = 0; d < box.limits.size(); ++d) {
    (box.limits[d].is_restricted() ? shown : others).push_back(d);
  }
  for (std::size_t k = 0; shown.size() < 2 && k < others.size(); ++k) {
    shown.push_back(others[k]);
  }
  shown.resize(std::min(shown.size(), most_inputs));
  return shown;
}

/// Stretches of an axis that the box keeps: one of numbers, one a word of a category.
std::vector<std::pair<double, double>> kept_stretches(const Axis& axis) {
  if (axis.dimension.kind != DimensionKind::category) {
    return {{axis.place(axis.limit.low), axis.place(axis.limit.high)}};
  }
  std::vector<std::pair<double, double>> all;
  for (std::size_t word = 0; word < axis.dimension.words.size(); ++word) {
    if (axis.limit.excluded[word] == 0) {
      const auto at = static_cast<double>(word);
      all.emplace_back(axis.place(at - 0.45), axis.place(at + 0.45));
    }
  }
  return all;
}

void draw_points(Svg& svg, const CaseTable& table, const SvgPoint& at, const Axis& x,
                 const Axis& y) {
  const std::size_t step = (table.points() + most_points - 1) / most_points;
  for (const std::uint8_t wanted : {std::uint8_t{0}, std::uint8_t{1}}) {
    for (std::size_t point = 0; point < table.points(); point += step) {
      if (table.is_case[point] == wanted) {
        svg.circle({at.x + panel * x.share(point), at.y + panel * (1 - y.share(point))},
                   wanted != 0 ? 1.8 : 1.3,
                   wanted != 0 ? fmt::format("fill=\"{}\"", picture::line_style(1).colour)
                               : fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"0.5\"",
                                             picture::line_style(0).colour));
      }
    }
  }
}

void draw_panel(Svg& svg, const CaseTable& table, const SvgPoint& at, const Axis& x,
                const Axis& y) {
  svg.rect({at.x, at.y, panel, panel},
           "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.4\"");
  draw_points(svg, table, at, x, y);
  for (const auto& [x0, x1] : kept_stretches(x)) {
    for (const auto& [y0, y1] : kept_stretches(y)) {
      svg.rect({at.x + panel * x0, at.y + panel * (1 - y1), panel * (x1 - x0), panel * (y1 - y0)},
               "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"");
    }
  }
  svg.text({at.x + panel / 2, at.y + panel + 15}, fitted(x.dimension.name, 11, panel),
           "font-size=\"11\" text-anchor=\"middle\"");
  svg.text({at.x + 2, at.y - 4}, fitted(y.dimension.name, 11, panel), "font-size=\"11\"");
  if (x.dimension.kind != DimensionKind::category) {
    svg.text({at.x, at.y + panel + 28}, rounded(x.low), "font-size=\"10\"");
    svg.text({at.x + panel, at.y + panel + 28}, rounded(x.high),
             "font-size=\"10\" text-anchor=\"end\"");
  }
  if (y.dimension.kind != DimensionKind::category) {
    const auto style = "font-size=\"10\" text-anchor=\"end\"";
    svg.text({at.x - 4, at.y + panel}, rounded(y.low), style);
    svg.text({at.x - 4, at.y + 8}, rounded(y.high), style);
  }
}

}  // namespace

std::string pairs_svg(const CaseTable& table, const Box& box, const std::string& question) {
  const std::vector<std::size_t> shown = inputs_shown(box);
  const auto columns = static_cast<double>(shown.size() - 1);
  const double width = std::max(480.0, left + columns * (panel + gap));
  Svg svg;
  const std::string title = "Box: " + box_words(table, box);
  svg.text({4, 18}, fitted(title, 13.5, width - 8), "font-size=\"13.5\" font-weight=\"650\"");
  svg.text({4, 37},
           fitted("Filled: " + question + ". Rings: the rest. Frame: the box.", 12, width - 8),
           "font-size=\"12\"");
  for (std::size_t row = 1; row < shown.size(); ++row) {
    for (std::size_t column = 0; column < row; ++column) {
      const SvgPoint at = {left + static_cast<double>(column) * (panel + gap),
                           top + static_cast<double>(row - 1) * (panel + gap)};
      draw_panel(svg, table, at, axis_of(table, box, shown[column]),
                 axis_of(table, box, shown[row]));
    }
  }
  return fmt::format(
      "<svg viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" role=\"img\" "
      "font-family=\"sans-serif\" fill=\"currentColor\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      "<title>{2}</title><desc>{3}</desc>\n{4}</svg>\n",
      width, top + columns * (panel + gap), xml_text(title), xml_text("Cases: " + question),
      svg.body());
}

}  // namespace tumen
