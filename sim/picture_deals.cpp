// The lanes of deals: those that were signed, then those that were only talked about.
#include "sim/chronicle.hpp"
#include "sim/picture_parts.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::picture {
namespace {

using Kind = TraceEvent::Kind;

constexpr double tall = 38;  ///< lane of a signed deal: title and terms
constexpr double flat = 23;  ///< lane of talks
constexpr double label_width = plot_left - margin - 14;
constexpr double note_width = page_width - margin - notes_left;

/// Ticks [from, to) in which something stayed the same.
struct Stretch {
  Id from = 0, to = 0;
  int state = 0;
};

/// Stages of a package over time, with -1 for a memorandum held while nothing else goes on.
std::vector<Stretch> stretches(const Page& page, Id package) {
  std::vector<Stretch> all;
  for (Id tick = 0; tick < page.ticks(); ++tick) {
    const auto& now = at(at(page.trace.after, tick).packages, package);
    int state = static_cast<int>(now.stage);
    state = state == 0 && now.memorandum > 0 ? -1 : state;
    if (all.empty() || all.back().state != state) {
      all.push_back({tick, tick, state});
    }
    all.back().to = tick + 1;
  }
  return all;
}

struct Lane {
  const Page& page;
  const DealSummary& deal;
  double middle = 0;  ///< of the bars
  double height = 0;  ///< of a bar
};

void draw_bar(Svg& svg, const Lane& lane, const Stretch& stretch, std::string_view fill,
              std::string_view colour, const std::string& words) {
  const Model& m = lane.page.s.model;
  const double left = lane.page.x(m.year(stretch.from));
  const double width = std::max(2.5, lane.page.x(m.year(stretch.to)) - left);
  svg.rect({left, lane.middle - lane.height / 2, width, lane.height},
           fmt::format("fill=\"{}\" stroke=\"{}\" stroke-width=\"0.8\" rx=\"2\"", fill, colour));
  const bool is_solid = fill.front() == '#';
  const double size = 10.5;
  const double needs = text_width(words, size);
  if (words.empty() || needs + 10 > width) {
    return;
  }
  if (!is_solid) {
    svg.rect({left + 4, lane.middle - 6.5, needs + 4, 13},
             "fill=\"#ffffff\" fill-opacity=\"0.88\" rx=\"2\"");
  }
  svg.text({left + 6, lane.middle + 3.7}, words, type(size, is_solid ? "#ffffff" : ink));
}

void draw_stretch(Svg& svg, const Lane& lane, const Stretch& stretch) {
  switch (stretch.state) {
    case -1: {
      const Model& m = lane.page.s.model;
      svg.line({lane.page.x(m.year(stretch.from)), lane.middle},
               {lane.page.x(m.year(stretch.to)), lane.middle},
               fmt::format("stroke=\"{}\" stroke-width=\"1.6\" stroke-dasharray=\"1.5 3\"", grey));
      break;
    }
    case static_cast<int>(PackageStage::talks):
      draw_bar(svg, lane, stretch, "url(#talks)", blue, "talks");
      break;
    case static_cast<int>(PackageStage::signed_):
      draw_bar(svg, lane, stretch, "url(#signed)", orange, "signed");
      break;
    case static_cast<int>(PackageStage::blocked):
      draw_bar(svg, lane, stretch, "url(#blocked)", vermilion, "blocked");
      break;
    case static_cast<int>(PackageStage::in_force):
      draw_bar(svg, lane, stretch, green, green, "in force");
      break;
    default:
      break;
  }
}

/// Crosses where talks or votes came to nothing, a red sign where an agreement was broken.
void draw_ends(Svg& svg, const Lane& lane) {
  for (const TraceEvent& e : lane.page.trace.events) {
    if (e.package != lane.deal.package) {
      continue;
    }
    const bool fails = e.kind == Kind::broke_off || e.kind == Kind::vote_failed;
    if (fails || e.kind == Kind::breached) {
      svg.raw(fmt::format("<use href=\"#{}\" x=\"{:.1f}\" y=\"{:.1f}\"/>\n",
                          fails ? "cross" : "break",
                          lane.page.x(lane.page.s.model.year(e.tick)) + 2, lane.middle));
    }
  }
}

/// All events of a deal but lapsed memoranda, a line each, for the lane's title.
std::string story_of(const Page& page, Id package) {
  std::string text;
  for (const TraceEvent& e : page.trace.events) {
    if (e.package == package && e.kind != Kind::lapsed) {
      text += fmt::format("\n{}: {}", date_of_tick(page.s.model, e.tick),
                          tell(page.s, page.trace, e).text);
    }
  }
  return text;
}

void draw_lane(Svg& svg, const Page& page, const DealSummary& deal, double top) {
  const bool is_tall = deal.signatures > 0;
  const double middle = top + (is_tall ? tall : flat) / 2;
  const std::string title = package_name(page.s, deal.package);
  svg.raw(fmt::format("<g><title>{}</title>\n", xml_text(title + story_of(page, deal.package))));
  const double base = is_tall ? middle - 3 : middle + 4;
  svg.text({margin, base}, fitted(title, 12.5, label_width),
           type(12.5, ink, is_tall ? "font-weight=\"600\"" : ""));
  const std::string note = last_word(page, deal.package);
  svg.text({notes_left, base}, fitted(note, 11.5, note_width), type(11.5, is_tall ? ink : grey));
  if (is_tall) {
    svg.text({margin, base + 14}, fitted(parties_text(page, deal.package), 10.5, label_width),
             type(10.5, grey));
    svg.text({notes_left, base + 14}, fitted(terms_text(deal), 10.5, note_width), type(10.5, grey));
  }
  svg.line({plot_left, middle}, {plot_right, middle}, fmt::format("stroke=\"{}\"", faint));
  const Lane lane{page, deal, middle, is_tall ? 19.0 : 14.0};
  for (const Stretch& stretch : stretches(page, deal.package)) {
    draw_stretch(svg, lane, stretch);
  }
  draw_ends(svg, lane);
  svg.raw("</g>\n");
}

std::vector<const DealSummary*> deals_of(const Page& page, bool were_signed) {
  std::vector<const DealSummary*> all;
  for (const DealSummary& deal : page.summary.deals) {
    if (deal.openings > 0 && (deal.signatures > 0) == were_signed) {
      all.push_back(&deal);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) {
    return a->first_proposed.value_or(0) < b->first_proposed.value_or(0);
  });
  return all;
}

double draw_group(Svg& svg, const Page& page, bool were_signed, double top) {
  const auto deals = deals_of(page, were_signed);
  if (deals.empty()) {
    return top;
  }
  double y = draw_heading(svg, top, were_signed ? "Deals signed" : "Deals talked about",
                          were_signed ? "" : "and never signed");
  for (const DealSummary* deal : deals) {
    draw_lane(svg, page, *deal, y);
    y += were_signed ? tall : flat;
  }
  return y + 12;
}

}  // namespace

double draw_deals(Svg& svg, const Page& page, double top) {
  return draw_group(svg, page, false, draw_group(svg, page, true, top));
}

}  // namespace tumen::picture
