// Who gained what: a table of countries and issues, each cell a disc whose area is the gain. Gains
// are full discs, losses are rings, and the number stands beside.
#include "sim/picture_parts.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::picture {
namespace {

constexpr double row_height = 32;
constexpr double largest_radius = 13;
constexpr double first_column = 262;
constexpr double column_width = 132;

double largest_gain(const Page& page) {
  double largest = 1e-9;
  for (const GainSummary& row : page.summary.gains) {
    for (const double part : row.mean) {
      largest = std::max(largest, std::abs(part));
    }
  }
  return largest;
}

/// A gain in whole millions, below ten with one digit more; "0" where it rounds to nothing.
std::string coarse(double value) {
  const double tenth = std::round(value * 10) / 10;
  return std::abs(tenth) < 10 ? with_sign(tenth) : with_sign(std::round(value));
}

void draw_cell(Svg& svg, SvgPoint centre, double value, double largest) {
  const std::string words = coarse(value);
  if (words == "0") {
    svg.text({centre.x - 2, centre.y + 4}, "–", type(12, grey));
    return;
  }
  const double radius = std::max(1.2, largest_radius * std::sqrt(std::abs(value) / largest));
  if (value > 0) {
    svg.circle(centre, radius, fmt::format("fill=\"{}\"", blue));
  } else {
    svg.circle(centre, radius - 0.7,
               fmt::format("fill=\"#ffffff\" stroke=\"{}\" stroke-width=\"1.8\"", vermilion));
  }
  svg.text({centre.x + 18, centre.y + 4.3}, words, type(12.5, ink));
}

void draw_titles(Svg& svg, double y) {
  for (std::size_t issue = 0; issue < issue_count; ++issue) {
    svg.text({first_column + column_width * static_cast<double>(issue) - 10, y},
             capitalised(std::string(issue_names[issue])), type(12, grey));
  }
  svg.text({page_width - margin - 118, y}, "All", type(12, grey, "text-anchor=\"end\""));
  svg.text({page_width - margin, y}, "% of GDP", type(12, grey, "text-anchor=\"end\""));
}

}  // namespace

double draw_gains(Svg& svg, const Page& page, double top) {
  double y = draw_heading(svg, top, "Who gained what",
                          "mean gain under agreements less the cost of sanctions, M USD a year; "
                          "disc: gain, ring: loss");
  draw_titles(svg, y + 12);
  y += 18;
  const double largest = largest_gain(page);
  for (const GainSummary& row : page.summary.gains) {
    const double middle = y + row_height / 2;
    svg.text({margin, middle + 4.3}, short_name(page.s, row.country),
             type(13, ink, "font-weight=\"600\""));
    for (std::size_t issue = 0; issue < issue_count; ++issue) {
      draw_cell(svg, {first_column + column_width * static_cast<double>(issue), middle},
                row.mean[issue], largest);
    }
    svg.text({page_width - margin - 118, middle + 4.3}, coarse(row.total),
             type(13, ink, "font-weight=\"600\" text-anchor=\"end\""));
    svg.text({page_width - margin, middle + 4.3},
             with_sign(std::round(10000 * row.share_of_gdp) / 100),
             type(12.5, ink, "text-anchor=\"end\""));
    y += row_height;
    svg.line({margin, y}, {page_width - margin, y}, fmt::format("stroke=\"{}\"", faint));
  }
  return y;
}

}  // namespace tumen::picture
