// The lanes of corridors that were begun, stopped or lost in the run: works as a rising wedge,
// traffic as an area whose full height is the corridor's capacity.
#include "sim/picture_parts.hpp"
#include "sim/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen::picture {
namespace {

constexpr double lane_height = 34;
constexpr double bar_height = 22;
constexpr double label_width = plot_left - margin - 14;
constexpr double note_width = page_width - margin - notes_left;

CorridorStage stage_at(const Page& page, Id corridor, Id tick) {
  return static_cast<CorridorStage>(
      static_cast<int>(at(at(page.trace.after, tick).corridors, corridor).stage));
}

bool has_moved(const Page& page, Id corridor) {
  const auto start =
      static_cast<CorridorStage>(static_cast<int>(at(page.trace.start.corridors, corridor).stage));
  for (Id tick = 0; tick < page.ticks(); ++tick) {
    if (stage_at(page, corridor, tick) != start) {
      return true;
    }
  }
  return false;
}

/// A share in whole percents.
std::string percent(double share) {
  return fmt::format("{:.0f} %", 100 * share);
}

std::string note_of(const CorridorSummary& row) {
  if (row.built) {
    return fmt::format("built {:.0f}, {} used", std::floor(*row.built + 1e-6),
                       percent(row.mean_flow));
  }
  if (row.stage == "building") {
    return percent(row.progress) + " built";
  }
  const std::string used = row.mean_flow > 0 ? ", " + percent(row.mean_flow) + " used" : "";
  return row.stage == "none" && row.progress > 0
             ? fmt::format("works stopped at {}", percent(row.progress))
             : (row.stage == "none" ? "not built" : row.stage) + used;
}

/// One tick's piece of a lane: a column from `low` upward, `share` of the bar's height.
void add_column(std::vector<SvgPoint>& upper, double left, double right, double bottom,
                double share) {
  upper.push_back({left, bottom - bar_height * share});
  upper.push_back({right, bottom - bar_height * share});
}

/// Draws the ticks [from, to) that share a stage.
void draw_stage(Svg& svg, const Page& page, Id corridor, Id from, Id to, double bottom) {
  const CorridorStage stage = stage_at(page, corridor, from);
  const double left = page.x(page.s.model.year(from));
  const double right = page.x(page.s.model.year(to));
  const SvgBox full{left, bottom - bar_height, right - left, bar_height};
  std::vector<SvgPoint> upper = {{left, bottom}};
  for (Id tick = from; tick < to; ++tick) {
    const auto& now = at(at(page.trace.after, tick).corridors, corridor);
    const double share = stage == CorridorStage::building ? now.progress : now.flow;
    add_column(upper, page.x(page.s.model.year(tick)), page.x(page.s.model.year(tick + 1)), bottom,
               share);
  }
  upper.push_back({right, bottom});
  switch (stage) {
    case CorridorStage::building:
      svg.rect(full, fmt::format("fill=\"#fffaf0\" stroke=\"{}\" stroke-width=\"0.6\"", orange));
      svg.polygon(upper, "fill=\"url(#building)\"");
      break;
    case CorridorStage::operating:
      svg.rect(full, fmt::format("fill=\"#eef5fa\" stroke=\"{}\" stroke-width=\"0.6\"", blue));
      svg.polygon(upper, fmt::format("fill=\"{}\"", sky));
      break;
    case CorridorStage::suspended:
      svg.rect(full, fmt::format("fill=\"url(#idle)\" stroke=\"{}\" stroke-width=\"0.6\"", grey));
      break;
    case CorridorStage::none:
      break;
    default:
      svg.line({left, bottom - bar_height / 2}, {right, bottom - bar_height / 2},
               fmt::format("stroke=\"{}\" stroke-width=\"1.6\" stroke-dasharray=\"1.5 3\"", grey));
  }
  const std::string word = stage == CorridorStage::suspended   ? "idle"
                           : stage == CorridorStage::operating ? "running"
                           : stage == CorridorStage::building  ? "building"
                                                               : "";
  const double needs = text_width(word, 10.5);
  if (!word.empty() && needs + 14 < right - left) {
    svg.rect({left + 4, bottom - bar_height / 2 - 6.5, needs + 4, 13},
             "fill=\"#ffffff\" fill-opacity=\"0.88\" rx=\"2\"");
    svg.text({left + 6, bottom - bar_height / 2 + 3.7}, word, type(10.5, ink));
  }
}

void draw_lane(Svg& svg, const Page& page, const CorridorSummary& row, double top) {
  const double bottom = top + (lane_height + bar_height) / 2;
  const double middle = top + lane_height / 2 + 4;
  svg.text({margin, middle}, fitted(corridor_name(page.s, row.corridor), 12.5, label_width),
           type(12.5, ink, "font-weight=\"600\""));
  svg.text({notes_left, middle}, fitted(note_of(row), 11.5, note_width), type(11.5, ink));
  svg.line({plot_left, bottom}, {plot_right, bottom}, fmt::format("stroke=\"{}\"", faint));
  Id from = 0;
  for (Id tick = 1; tick <= page.ticks(); ++tick) {
    if (tick == page.ticks() ||
        stage_at(page, row.corridor, tick) != stage_at(page, row.corridor, from)) {
      draw_stage(svg, page, row.corridor, from, tick, bottom);
      from = tick;
    }
  }
}

}  // namespace

double draw_corridors(Svg& svg, const Page& page, double top) {
  double y = top;
  bool is_first = true;
  for (const CorridorSummary& row : page.summary.corridors) {
    if (!has_moved(page, row.corridor)) {
      continue;
    }
    if (is_first) {
      y = draw_heading(svg, y, "Corridors", "height: share done, used");
      is_first = false;
    }
    draw_lane(svg, page, row, y);
    y += lane_height;
  }
  return is_first ? y : y + 12;
}

}  // namespace tumen::picture
