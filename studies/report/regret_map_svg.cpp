// The regret map as a picture.
#include "sim/svg.hpp"
#include "sim/wording.hpp"
#include "studies/report/regret_map.hpp"
#include "studies/sensitivity/bars.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double width = 680, right = 668, row_height = 26, gap = 58, top = 56;
constexpr double least_left = 90, most_left = 220;

/// Light to dark blue: the lightness falls evenly, so that the order is seen without colour.
std::string shade(double share) {
  constexpr std::array<std::array<double, 3>, 3> stops = {
      {{247, 251, 255}, {107, 174, 214}, {8, 48, 107}}};
  const double place = std::clamp(share, 0.0, 1.0) * 2;
  const std::size_t k = place < 1 ? 0 : 1;
  const double t = place - static_cast<double>(k);
  std::array<int, 3> rgb{};
  for (std::size_t c = 0; c < 3; ++c) {
    rgb.at(c) =
        static_cast<int>(std::lround((1 - t) * stops.at(k).at(c) + t * stops.at(k + 1).at(c)));
  }
  return fmt::format("#{:02x}{:02x}{:02x}", rgb[0], rgb[1], rgb[2]);
}

double largest(const std::vector<RegretPanel>& panels) {
  double most = 0;
  for (const RegretPanel& panel : panels) {
    for (const std::vector<double>& row : panel.mean) {
      most = std::max(most, *std::max_element(row.begin(), row.end()));
    }
  }
  return most;
}

struct Sheet {
  const PayoffTable& payoffs;
  double left = least_left, most = 0;
};

void draw_cell(Svg& svg, const SvgBox& box, double regret, double most) {
  const double share = most > 0 ? regret / most : 0;
  svg.rect(box, fmt::format("fill=\"{}\" stroke=\"#ffffff\"", shade(share)));
  svg.text({box.x + box.width / 2, box.y + box.height / 2 + 4}, rounded(regret),
           fmt::format("font-size=\"{}\" text-anchor=\"middle\" fill=\"{}\"",
                       box.width < 44 ? 9 : 11, share > 0.66 ? "#ffffff" : "#17212b"));
}

/// The values of a column: one, or the ends of its part.
std::string label_of(const RegretColumn& column) {
  return column.low == column.high
             ? rounded(column.low)
             : fmt::format("{}–{}", rounded(column.low), rounded(column.high));
}

void draw_panel(Svg& svg, const Sheet& sheet, const RegretPanel& panel, double y) {
  const double cell = (right - sheet.left) / static_cast<double>(panel.columns.size());
  svg.text({sheet.left, y - 6}, "by " + panel.name, "font-size=\"12\" font-weight=\"650\"");
  for (std::size_t p = 0; p < sheet.payoffs.policies.size(); ++p) {
    const double at = y + row_height * static_cast<double>(p);
    svg.text({sheet.left - 8, at + row_height / 2 + 4},
             fitted(sheet.payoffs.policies[p], 12, sheet.left - 14),
             "font-size=\"12\" text-anchor=\"end\"");
    for (std::size_t c = 0; c < panel.columns.size(); ++c) {
      draw_cell(svg, {sheet.left + cell * static_cast<double>(c), at, cell, row_height},
                panel.mean[p][c], sheet.most);
    }
  }
  const double under = y + row_height * static_cast<double>(sheet.payoffs.policies.size()) + 14;
  for (std::size_t c = 0; c < panel.columns.size(); ++c) {
    svg.text({sheet.left + cell * (static_cast<double>(c) + 0.5), under},
             label_of(panel.columns[c]),
             fmt::format("font-size=\"{}\" text-anchor=\"middle\"", cell < 70 ? 9 : 11));
  }
}

}  // namespace

std::string regret_map_svg(const PayoffTable& payoffs, const std::vector<RegretPanel>& panels) {
  const std::string title = payoffs.outcome + ": mean regret";
  Sheet sheet{payoffs, least_left, largest(panels)};
  for (const std::string& policy : payoffs.policies) {
    sheet.left = std::clamp(text_width(policy, 12) + 18, sheet.left, most_left);
  }
  Svg svg;
  svg.text({8, 18}, fitted(title, 14, width - 16), "font-size=\"14\" font-weight=\"650\"");
  double y = top;
  for (const RegretPanel& panel : panels) {
    draw_panel(svg, sheet, panel, y);
    y += row_height * static_cast<double>(payoffs.policies.size()) + gap;
  }
  return svg_sheet(title, svg, {width, y - gap + 30});
}

}  // namespace tumen
