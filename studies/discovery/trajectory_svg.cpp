#include "studies/discovery/trajectory_svg.hpp"

#include "sim/picture_chart.hpp"
#include "sim/svg.hpp"
#include "sim/text_table.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double left = 56, right = 452, top = 84, bottom = 384;
constexpr double width = 480;

SvgPoint place_of(const BoxMeasures& m) {
  return {left + (right - left) * m.coverage, bottom - (bottom - top) * m.density};
}

void draw_frame(Svg& svg) {
  for (int k = 0; k <= 5; ++k) {
    const double share = 0.2 * k;
    const double x = left + (right - left) * share, y = bottom - (bottom - top) * share;
    const auto grid = "stroke=\"currentColor\" stroke-opacity=\"0.18\"";
    svg.line({left, y}, {right, y}, grid);
    svg.line({x, top}, {x, bottom}, grid);
    const std::string words = fmt::format("{:.1f}", share);
    svg.text({left - 6, y + 4}, words, "font-size=\"11\" text-anchor=\"end\"");
    svg.text({x, bottom + 16}, words, "font-size=\"11\" text-anchor=\"middle\"");
  }
  svg.text({(left + right) / 2, bottom + 34}, "coverage: share of the cases that the box holds",
           "font-size=\"12\" text-anchor=\"middle\"");
  svg.text({4, top - 12}, "density: share of what the box holds that are cases",
           "font-size=\"12\"");
}

/// Peeled boxes as dots on a line, pasted and trimmed ones as rings.
void draw_steps(Svg& svg, const PrimBox& box) {
  const std::string_view line = picture::line_style(0).colour;
  const std::string_view ring = picture::line_style(1).colour;
  std::vector<SvgPoint> points;
  std::size_t restricted = 0;
  for (const PrimStep& step : box.steps) {
    points.push_back(place_of(step.measures));
  }
  const auto is_peel = [](const PrimStep& step) {
    return step.action != PrimAction::paste && step.action != PrimAction::drop;
  };
  const auto end = std::find_if_not(box.steps.begin(), box.steps.end(), is_peel);
  svg.polyline({points.begin(), points.begin() + (end - box.steps.begin())},
               fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"1.2\"", line));
  for (std::size_t k = 0; k < box.steps.size(); ++k) {
    const PrimStep& step = box.steps[k];
    svg.circle(points[k], is_peel(step) ? 2.6 : 4,
               is_peel(step)
                   ? fmt::format("fill=\"{}\"", line)
                   : fmt::format("fill=\"none\" stroke=\"{}\" stroke-width=\"1.6\"", ring));
    if (is_peel(step) && step.measures.restricted != restricted) {
      restricted = step.measures.restricted;
      svg.text({points[k].x + 6, points[k].y - 5}, fmt::format("{}", restricted),
               "font-size=\"11\" font-weight=\"650\"");
    }
  }
}

void draw_choice(Svg& svg, const PrimBox& box) {
  const SvgPoint at = place_of(box.choice().measures);
  constexpr double size = 7;
  svg.polygon({{at.x, at.y - size}, {at.x + size, at.y}, {at.x, at.y + size}, {at.x - size, at.y}},
              "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"");
}

std::string answer_of(const CaseTable& table, const PrimBox& box) {
  const BoxMeasures& m = box.choice().measures;
  return fmt::format("Chosen (diamond, step {}): {}; coverage {:.2f}, density {:.2f}.", box.chosen,
                     box_words(table, box.choice().box), m.coverage, m.density);
}

}  // namespace

std::string trajectory_svg(const CaseTable& table, const PrimBox& box,
                           const std::string& question) {
  Svg svg;
  const std::string title = "Boxes on the way: " + question;
  svg.text({4, 20}, fitted(title, 14, width - 8), "font-size=\"14\" font-weight=\"650\"");
  svg.text({4, 40}, "Dots: peeled, with the number of inputs restricted. Rings: pasted or trimmed.",
           "font-size=\"12\"");
  draw_frame(svg);
  draw_steps(svg, box);
  draw_choice(svg, box);
  const std::string answer = answer_of(table, box);
  double y = bottom + 58;
  for (const std::string& line : wrapped(answer, 74)) {
    svg.text({4, y}, line, "font-size=\"12\"");
    y += 16;
  }
  return fmt::format(
      "<svg viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" role=\"img\" "
      "font-family=\"sans-serif\" fill=\"currentColor\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      "<title>{2}</title><desc>{3}</desc>\n{4}</svg>\n",
      width, y, xml_text(title), xml_text(answer), svg.body());
}

}  // namespace tumen
