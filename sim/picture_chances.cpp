#include "sim/picture_chances.hpp"

#include "sim/svg.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen::picture {
namespace {

constexpr double width = 620;
constexpr double left = 262, right = 556;
constexpr double row_height = 22;
constexpr double top = 48;

double x(double share) {
  return left + (right - left) * std::clamp(share, 0.0, 1.0);
}

void draw_row(Svg& svg, const Chance& chance, double y) {
  svg.text({left - 14, y + 4}, fitted(chance.label, 12, left - 20),
           "font-size=\"12\" text-anchor=\"end\"");
  svg.line({left, y}, {right, y}, "stroke=\"currentColor\" stroke-opacity=\"0.14\"");
  svg.line({x(chance.low), y}, {x(chance.high), y}, "stroke=\"#0072b2\" stroke-width=\"2\"");
  svg.circle({x(chance.mean), y}, 4.6, "fill=\"#0072b2\"");
  svg.text({right + 12, y + 4}, fmt::format("{:.1f} %", 100 * chance.mean), "font-size=\"12\"");
}

}  // namespace

std::string chances_svg(const std::string& title, const std::vector<Chance>& chances) {
  Svg svg;
  const double bottom = top + row_height * static_cast<double>(chances.size());
  svg.text({4, 16}, title, "font-size=\"13.5\" font-weight=\"650\"");
  for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
    svg.line({x(share), top - 8}, {x(share), bottom - 8},
             "stroke=\"currentColor\" stroke-opacity=\"0.3\"");
    svg.text({x(share), top - 14}, fmt::format("{:.0f} %", 100 * share),
             "font-size=\"11\" text-anchor=\"middle\"");
  }
  std::string words;
  for (std::size_t k = 0; k < chances.size(); ++k) {
    draw_row(svg, chances[k], top + 4 + row_height * static_cast<double>(k));
    words +=
        fmt::format("{}{} {:.1f} %", k == 0 ? "" : "; ", chances[k].label, 100 * chances[k].mean);
  }
  return fmt::format(
      "<svg class=\"chances\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
      "role=\"img\" "
      "fill=\"currentColor\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      "<title>{2}</title><desc>{3}.</desc>\n{4}</svg>\n",
      width, bottom + 4, xml_text(title), xml_text(words), svg.body());
}

}  // namespace tumen::picture
