#include "sim/picture.hpp"

#include "sim/picture_parts.hpp"
#include "sim/wording.hpp"

#include <array>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace picture {
namespace {

/// Years between the lines of the grid: at most about ten lines.
double grid_step(double years) {
  for (const double step : {1.0, 2.0, 5.0, 10.0, 20.0}) {
    if (years / step <= 10) {
      return step;
    }
  }
  return 50;
}

void draw_years(Svg& svg, const Page& page, double top, double bottom) {
  const double step = grid_step(page.to_year - page.from_year);
  for (double year = std::ceil(page.from_year / step - 1e-9) * step; year <= page.to_year + 1e-9;
       year += step) {
    svg.line({page.x(year), top}, {page.x(year), bottom}, fmt::format("stroke=\"{}\"", faint));
    svg.text({page.x(year), top - 6}, fmt::format("{:.0f}", year),
             type(11.5, grey, "text-anchor=\"middle\""));
  }
}

/// Weapons tests as thin broken lines through all lanes, with a triangle on the axis.
void draw_tests(Svg& svg, const Page& page, double top, double bottom) {
  for (const TraceEvent& e : page.trace.events) {
    if (e.kind == TraceEvent::Kind::test) {
      const double x = page.x(page.s.model.year(e.tick));
      svg.line(
          {x, top}, {x, bottom},
          fmt::format("stroke=\"{}\" stroke-width=\"0.7\" stroke-dasharray=\"2 4\"", vermilion));
      svg.polygon({{x - 4, top - 1}, {x + 4, top - 1}, {x, top + 6}},
                  fmt::format("fill=\"{}\"", vermilion));
    }
  }
}

struct LegendItem {
  std::string_view fill, words;
};

/// A sample and its words; returns where the next one starts.
double draw_item(Svg& svg, SvgPoint at, const LegendItem& item) {
  if (item.fill.starts_with("#use-")) {
    svg.raw(fmt::format("<use href=\"#{}\" x=\"{:.1f}\" y=\"{:.1f}\"/>\n", item.fill.substr(5),
                        at.x + 14, at.y - 4));
    svg.text({at.x + 27, at.y}, item.words, type(12, ink));
    return at.x + 27 + text_width(item.words, 12) + 18;
  }
  if (item.fill == "dots") {
    svg.line({at.x, at.y - 4}, {at.x + 24, at.y - 4},
             fmt::format("stroke=\"{}\" stroke-width=\"1.6\" stroke-dasharray=\"1.5 3\"", grey));
  } else if (item.fill == "test") {
    svg.polygon({{at.x + 8, at.y - 8}, {at.x + 17, at.y - 8}, {at.x + 12.5, at.y}},
                fmt::format("fill=\"{}\"", vermilion));
  } else {
    svg.rect(
        {at.x, at.y - 10, 24, 12},
        fmt::format("fill=\"{}\" stroke=\"{}\" stroke-width=\"0.6\" rx=\"2\"", item.fill, grey));
  }
  svg.text({at.x + 31, at.y}, item.words, type(12, ink));
  return at.x + 31 + text_width(item.words, 12) + 18;
}

constexpr std::array<LegendItem, 7> deal_items = {{{"url(#talks)", "in talks"},
                                                   {"url(#signed)", "signed, to be ratified"},
                                                   {"url(#blocked)", "blocked"},
                                                   {green, "in force"},
                                                   {"dots", "memorandum"},
                                                   {"#use-cross", "came to nothing"},
                                                   {"#use-break", "broken"}}};
constexpr std::array<LegendItem, 3> corridor_items = {
    {{"url(#building)", "building"}, {sky, "running"}, {"url(#idle)", "idle"}}};

/// What the lanes show; where both kinds stand, bars of corridors carry their own words.
void draw_legend(Svg& svg, double y, bool has_deals, bool has_corridors) {
  double x = margin;
  for (const LegendItem& item : deal_items) {
    x = has_deals ? draw_item(svg, {x, y}, item) : x;
  }
  for (const LegendItem& item : corridor_items) {
    const bool is_shown = has_corridors && (!has_deals || item.words == "building");
    x = is_shown ? draw_item(svg, {x, y}, item) : x;
  }
  (void)draw_item(svg, {x, y}, {"test", "weapons test"});
}

std::string subtitle(const Page& page) {
  return fmt::format(
      "One run, seed {}{}. What was proposed, signed, blocked and built from {:.0f} to {:.0f}.",
      page.trace.seed, page.trace.interrupted ? ", interrupted" : "", std::floor(page.from_year),
      std::floor(page.to_year - 1e-6));
}

/// The element around a drawing, on white paper.
std::string svg_page(double height, std::string_view title, std::string_view description,
                     std::string_view body, bool with_definitions) {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" "
      "height=\"{1:.0f}\" role=\"img\" "
      "font-family=\"Inter, 'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', sans-serif\">\n"
      "<title>{2}</title>\n<desc>{3}</desc>\n"
      "{4}<rect width=\"100%\" height=\"100%\" rx=\"10\" fill=\"#ffffff\"/>\n{5}</svg>\n",
      page_width, height, xml_text(title), xml_text(description),
      with_definitions ? definitions() : std::string(), body);
}

}  // namespace

std::string type(double size, std::string_view colour, std::string_view more) {
  return fmt::format("font-size=\"{}\" fill=\"{}\"{}{}", size, colour, more.empty() ? "" : " ",
                     more);
}

std::string short_name(const Scenario& s, Id country) {
  const std::string& title = at(s.names.country_titles, country);
  const std::string& name = title.empty() ? at(s.names.countries, country) : title;
  return name == "United States" ? "US" : name;
}

double draw_heading(Svg& svg, double top, std::string_view title, std::string_view remark) {
  svg.text({margin, top + 15}, title, type(15, ink, "font-weight=\"650\""));
  if (!remark.empty()) {
    svg.text({margin + text_width(title, 15) + 14, top + 15}, remark, type(12, grey));
  }
  svg.line({margin, top + 23}, {page_width - margin, top + 23}, fmt::format("stroke=\"{}\"", ink));
  return top + 30;
}

}  // namespace picture

namespace {

using Part = double (*)(Svg& svg, const picture::Page& page, double top);

picture::Page page_of(const Scenario& s, const Trace& trace, const RunSummary& summary) {
  return {s, trace, summary, s.model.start_year,
          std::max(summary.end_year, s.model.start_year + s.model.dt)};
}

/// One part under a row of years, with its legend; empty where the part has nothing to draw.
std::string timeline(const Scenario& s, const Trace& trace, Part part, std::string_view title) {
  using namespace picture;
  constexpr double lanes_top = 66;
  const RunSummary summary = summarise_run(s, trace);
  const Page page = page_of(s, trace, summary);
  Svg lanes, rest;
  const double bottom = part(lanes, page, lanes_top);
  if (bottom <= lanes_top) {
    return {};
  }
  draw_legend(rest, 24, part == picture::draw_deals, part == picture::draw_corridors);
  draw_years(rest, page, lanes_top, bottom);
  draw_tests(rest, page, lanes_top, bottom);
  return svg_page(bottom + 4, title, subtitle(page), rest.body() + lanes.body(), false);
}

}  // namespace

std::string timeline_definitions_svg() {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\" "
         "style=\"position:absolute\" aria-hidden=\"true\">" +
         picture::definitions() + "</svg>\n";
}

std::string deals_timeline_svg(const Scenario& s, const Trace& trace) {
  return timeline(s, trace, picture::draw_deals, "Deals over time");
}

std::string corridors_timeline_svg(const Scenario& s, const Trace& trace) {
  return timeline(s, trace, picture::draw_corridors, "Corridors over time");
}

std::string picture_svg(const Scenario& s, const Trace& trace) {
  using namespace picture;
  const RunSummary summary = summarise_run(s, trace);
  const Page page = page_of(s, trace, summary);
  Svg head;
  const std::string title = s.title.empty() ? s.name : s.title;
  head.text({margin, 46}, title, type(27, ink, "font-weight=\"700\""));
  head.text({margin, 70}, subtitle(page), type(14, grey));
  draw_legend(head, 98, true, true);

  constexpr double lanes_top = 140;
  Svg lanes;
  double y = draw_deals(lanes, page, lanes_top);
  y = draw_corridors(lanes, page, y);
  y = draw_prices(lanes, page, y);
  Svg years;
  draw_years(years, page, lanes_top, y);
  draw_tests(years, page, lanes_top, y);
  y = draw_gains(lanes, page, y + 14) + 18;

  return svg_page(y, title, subtitle(page), head.body() + years.body() + lanes.body(), true);
}

}  // namespace tumen
