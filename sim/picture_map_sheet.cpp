// The key of the maps, single maps for pages, and a sheet of several.
#include "sim/picture_map_parts.hpp"
#include "sim/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen::picture {
namespace {

std::string key_body() {
  Svg svg;
  double y = 16;
  svg.text({2, y}, "Lines", "font-size=\"14\" font-weight=\"650\"");
  for (std::size_t k = 1; k < 8; ++k) {
    y += 22;
    const auto standing = static_cast<Standing>(k);
    svg.line({2, y - 4}, {58, y - 4}, stroke_attributes(stroke_of(standing)));
    svg.text({70, y}, standing_word(standing), "font-size=\"12.5\"");
  }
  y += 22;
  svg.line({2, y - 4}, {58, y - 4}, "stroke=\"#0072b2\" stroke-width=\"1.2\"");
  svg.text({70, y}, "operating since before the run", "font-size=\"12.5\"");
  return svg.body();
}
constexpr double key_height = 16 + 8 * 22 + 12;

/// Names of the numbered corridors, a line each; returns the text below the key.
std::string names_body(const Scenario& s, const Trace& trace) {
  Svg svg;
  double y = key_height + 8;
  const std::vector<Id> corridors = moved_corridors(s, trace);
  for (std::size_t k = 0; k < corridors.size() && y < map_head + map_height; ++k) {
    svg.text({2, y}, fmt::format("{}", k + 1), "font-size=\"11.5\" font-weight=\"650\"");
    svg.text({26, y}, fitted(corridor_name(s, corridors[k]), 11.5, map_width - 30),
             "font-size=\"11.5\"");
    y += 16;
  }
  return svg.body();
}

std::string element(double across, double down, std::string_view title,
                    std::string_view description, std::string_view body) {
  return fmt::format(
      "<svg class=\"map\" viewBox=\"0 0 {0:.0f} {1:.0f}\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
      "role=\"img\" fill=\"currentColor\" xmlns=\"http://www.w3.org/2000/svg\">\n"
      "<title>{2}</title><desc>{3}</desc>\n{4}</svg>\n",
      across, down, xml_text(title), xml_text(description), body);
}

}  // namespace

std::string map_key_svg() {
  return element(map_width, key_height, "Key of the maps",
                 "Numbers on the maps are those of the table below.", key_body());
}

std::string map_svg(const Scenario& s, const Trace& trace, Id tick) {
  return element(map_width, map_head + map_height + 2, "Corridors, " + date_of_tick(s.model, tick),
                 words_of_map(s, trace, tick), map_body(s, trace, tick));
}

std::string maps_svg(const Scenario& s, const Trace& trace) {
  constexpr double gap = 26, margin = 14, cell = map_head + map_height + 22;
  const std::vector<Id> ticks = map_ticks(s, trace, 5);
  std::string body =
      "<style>svg{color:#17212b}@media(prefers-color-scheme:dark){svg{color:#e6ebf0}}</style>\n"
      "<g font-family=\"'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', sans-serif\">\n";
  std::string words;
  for (std::size_t k = 0; k <= ticks.size(); ++k) {
    const double x = margin + static_cast<double>(k % 3) * (map_width + gap);
    const double y = margin + static_cast<double>(k / 3) * cell;
    body +=
        fmt::format("<g transform=\"translate({:.0f} {:.0f})\">\n{}</g>\n", x, y,
                    k == 0 ? key_body() + names_body(s, trace) : map_body(s, trace, ticks[k - 1]));
    words += k == 0 ? ""
                    : date_of_tick(s.model, ticks[k - 1]) + ": " +
                          words_of_map(s, trace, ticks[k - 1]) + " ";
  }
  const double rows = std::floor(static_cast<double>(ticks.size()) / 3) + 1;
  return element(2 * margin + 3 * map_width + 2 * gap, 2 * margin + rows * cell,
                 fmt::format("{}: corridors on the map", s.title.empty() ? s.name : s.title), words,
                 body + "</g>\n");
}

}  // namespace tumen::picture
