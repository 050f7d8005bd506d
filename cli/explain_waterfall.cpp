#include "cli/explain_waterfall.hpp"

#include "cli/explain_report.hpp"
#include "sim/svg.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

constexpr double width = 760;
constexpr double plot_left = 300;
constexpr double plot_right = 690;
constexpr double row_height = 22;
constexpr double bar_height = 14;
constexpr double top = 10;

/// Colours of Okabe and Ito (2008), as in the picture of a run; losses are hatched as well.
constexpr std::string_view gain_colour = "#0072b2";
constexpr std::string_view loss_colour = "#d55e00";
constexpr std::string_view total_colour = "#17212b";

struct Scale {
  double low = 0, high = 0;
  [[nodiscard]] double x(double amount) const {
    return plot_left + (plot_right - plot_left) * (amount - low) / std::max(high - low, 1e-9);
  }
};

/// Where each step begins and ends.
std::vector<std::pair<double, double>> spans_of(const std::vector<WaterfallStep>& steps) {
  std::vector<std::pair<double, double>> spans;
  double level = 0;
  for (const WaterfallStep& step : steps) {
    const double from = step.is_total ? 0 : level;
    spans.emplace_back(from, from + step.amount);
    level = step.is_total ? level : from + step.amount;
  }
  return spans;
}

Scale scale_of(const std::vector<std::pair<double, double>>& spans) {
  Scale scale;
  for (const auto& [from, to] : spans) {
    scale.low = std::min({scale.low, from, to});
    scale.high = std::max({scale.high, from, to});
  }
  return scale;
}

void draw_step(Svg& svg, const Scale& scale, const WaterfallStep& step,
               std::pair<double, double> span, double y) {
  const double left = scale.x(std::min(span.first, span.second));
  const double right = scale.x(std::max(span.first, span.second));
  const std::string_view colour = step.is_total      ? total_colour
                                  : step.amount >= 0 ? gain_colour
                                                     : loss_colour;
  const std::string_view fill = step.is_total || step.amount >= 0 ? colour : "url(#loss)";
  svg.rect({left, y + (row_height - bar_height) / 2, std::max(right - left, 1.0), bar_height},
           fmt::format("fill=\"{}\" stroke=\"{}\" stroke-width=\"0.8\"", fill, colour));
  svg.text({plot_left - 12, y + 15}, fitted(step.label, 12.5, plot_left - 20),
           fmt::format("text-anchor=\"end\"{}", step.is_total ? " class=\"total\"" : ""));
  svg.text({right + 6, y + 15}, with_sign(step.amount),
           step.is_total ? "class=\"total\"" : "class=\"number\"");
}

}  // namespace

std::vector<WaterfallStep> waterfall_steps(const ExplainedParty& party) {
  std::vector<WaterfallStep> steps;
  for (const ExplainedPart& part : party.parts) {
    steps.push_back(
        {fmt::format("{}: {}", issue_names[index_of(part.issue)], reason_text(part.reason)),
         part.musd_per_year});
  }
  if (party.pressure != 0) {
    steps.push_back({"pressure of third countries", -party.pressure});
  }
  steps.push_back({"all", party.total, true});
  if (party.signs) {
    steps.push_back({"holds out for", party.wanted(), true});
  }
  return steps;
}

std::string waterfall_svg(const std::vector<WaterfallStep>& steps, const std::string& title) {
  const auto spans = spans_of(steps);
  const Scale scale = scale_of(spans);
  const double height = 2 * top + row_height * static_cast<double>(steps.size());
  Svg svg;
  svg.line({scale.x(0), top}, {scale.x(0), height - top}, "stroke=\"#a7b0b9\"");
  double y = top;
  for (std::size_t k = 0; k < steps.size(); ++k) {
    draw_step(svg, scale, steps[k], spans[k], y);
    y += row_height;
  }
  return fmt::format(
      "<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" role=\"img\" "
      "aria-label=\"{2}\"><title>{2}</title>\n{3}</svg>\n",
      width, height, xml_text(title), svg.body());
}

}  // namespace tumen::cli
