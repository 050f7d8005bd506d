// The maps. Equidistant cylindrical, true to scale at 45 degrees north; what lies outside the frame
// is cut off.
#include "sim/picture_map.hpp"

#include "sim/picture_map_parts.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace tumen::picture {

Stroke stroke_of(Standing standing) {
  constexpr std::array<Stroke, 8> strokes = {{{"#7a8691", 0, "none"},
                                              {"#7a8691", 1.3, "1.5 3"},
                                              {"#b5629a", 1.6, "4 3"},
                                              {"#a87400", 2.4, "8 3"},
                                              {"#d55e00", 3.6, "3 2"},
                                              {"#0072b2", 4.2, "none"},
                                              {"#5f6b76", 3.4, "9 4 1.5 4"},
                                              {"#5f6b76", 1.2, "1 5"}}};
  return strokes[index_of(standing)];
}

std::string stroke_attributes(const Stroke& stroke) {
  return fmt::format(
      "fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" stroke-dasharray=\"{}\" "
      "stroke-linejoin=\"round\"",
      stroke.colour, stroke.width, stroke.dash);
}

namespace {

SvgPoint place(double latitude, double longitude) {
  return {(longitude - map_west) * a_degree_east,
          map_head + (map_north - latitude) * a_degree_north};
}

struct Shore {
  std::string_view name;
  bool is_border;
  std::vector<std::pair<double, double>> points;
};

std::vector<Shore> shores() {
  std::vector<Shore> all;
#define TUMEN_SHORE(name, is_border, ...) all.push_back({#name, is_border, __VA_ARGS__});
#include "sim/picture_coast.inc"
#undef TUMEN_SHORE
  return all;
}

struct Label {
  std::string_view words;
  double latitude, longitude;
};

/// Names of countries at places of the map that corridors leave free.
constexpr std::array<Label, 5> countries = {{{"RUSSIA", 51.9, 134.4},
                                             {"CHINA", 45.2, 122.6},
                                             {"DPRK", 40.45, 126.6},
                                             {"ROK", 36.35, 127.75},
                                             {"JAPAN", 36.2, 138.5}}};

/// The way of a corridor; neighbours that share a trench are set a little apart.
std::vector<SvgPoint> way_of(const Scenario& s, Id corridor) {
  const double apart = 2.2 * (corridor % 3 - 1);
  std::vector<SvgPoint> way;
  for (const MapNode& node : at(s.corridor_nodes, corridor)) {
    const SvgPoint p = place(node.latitude, node.longitude);
    way.push_back({p.x + apart, p.y + apart});
  }
  return way;
}

bool is_inside(SvgPoint p) {
  return p.x > 10 && p.x < map_width - 10 && p.y > map_head + 10 &&
         p.y < map_head + map_height - 10;
}

/// Where a number stands: `at` its disc, `foot` on the way it belongs to.
struct NumberPlace {
  SvgPoint at{-1, -1}, foot{-1, -1};
  double clear = -1;  ///< distance to the next number
};

double distance_to_next(SvgPoint p, const std::vector<SvgPoint>& taken) {
  double clear = 60;
  for (const SvgPoint& other : taken) {
    clear = std::min(clear, std::hypot(p.x - other.x, p.y - other.y));
  }
  return clear;
}

/// A place inside the frame and clear of the numbers drawn already: on the way, else beside it.
NumberPlace place_of_number(const std::vector<SvgPoint>& way, const std::vector<SvgPoint>& taken) {
  constexpr double disc = 18;  ///< least distance of two numbers
  constexpr std::array<SvgPoint, 5> aside = {{{0, 0}, {-21, -9}, {21, 9}, {9, 23}, {-21, 12}}};
  NumberPlace best;
  for (const SvgPoint& shift : aside) {
    for (std::size_t leg = 0; leg + 1 < way.size(); ++leg) {
      for (const double share : {0.5, 0.25, 0.75, 0.0, 1.0}) {
        const SvgPoint foot{way[leg].x + share * (way[leg + 1].x - way[leg].x),
                            way[leg].y + share * (way[leg + 1].y - way[leg].y)};
        const SvgPoint at{foot.x + shift.x, foot.y + shift.y};
        const double clear = distance_to_next(at, taken);
        if (is_inside(at) && is_inside(foot) && clear > best.clear) {
          best = {at, foot, clear};
        }
      }
    }
    if (best.clear >= disc) {
      break;
    }
  }
  return best;
}

void draw_land(Svg& svg) {
  for (const Shore& shore : shores()) {
    std::vector<SvgPoint> points;
    for (const auto& [latitude, longitude] : shore.points) {
      points.push_back(place(latitude, longitude));
    }
    if (shore.is_border) {
      svg.polyline(points,
                   "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.34\" "
                   "stroke-width=\"0.9\" stroke-dasharray=\"3 3\"");
    } else {
      svg.polygon(points,
                  "fill=\"currentColor\" fill-opacity=\"0.06\" stroke=\"currentColor\" "
                  "stroke-opacity=\"0.42\" stroke-width=\"1\" stroke-linejoin=\"round\"");
    }
  }
  for (const Label& label : countries) {
    const SvgPoint p = place(label.latitude, label.longitude);
    svg.text(p, label.words,
             "font-size=\"10.5\" letter-spacing=\"1.2\" opacity=\"0.62\" text-anchor=\"middle\"");
  }
}

void draw_corridors(Svg& svg, const Scenario& s, const Trace& trace, Id tick) {
  const std::vector<Id> moved = moved_corridors(s, trace);
  std::vector<std::pair<Standing, Id>> order;  // words first, so that works lie on top
  for (Id k = 0; k < static_cast<Id>(s.corridor_nodes.size()); ++k) {
    order.emplace_back(standing_of(s, at(trace.after, tick), k), k);
  }
  std::stable_sort(order.begin(), order.end());
  std::vector<SvgPoint> taken;
  Svg numbers;
  for (const auto& [standing, k] : order) {
    const std::vector<SvgPoint> way = way_of(s, k);
    if (standing == Standing::untouched || way.size() < 2) {
      continue;
    }
    const auto place = std::find(moved.begin(), moved.end(), k);
    const bool is_old = place == moved.end();
    Stroke stroke = stroke_of(standing);
    stroke.width = is_old && standing == Standing::operating ? 1.2 : stroke.width;
    svg.raw(fmt::format("<g><title>{}: {}</title>", xml_text(corridor_name(s, k)),
                        standing_word(standing)));
    svg.polyline(way, stroke_attributes(stroke));
    svg.raw("</g>\n");
    const NumberPlace number = place_of_number(way, taken);
    if (!is_old && standing >= Standing::agreed && number.clear >= 0) {
      taken.push_back(number.at);
      numbers.line(number.foot, number.at,
                   fmt::format("stroke=\"{}\" stroke-width=\"1.2\"", stroke.colour));
      draw_number(numbers, number.at, static_cast<std::size_t>(place - moved.begin()) + 1,
                  stroke.colour);
    }
  }
  svg.raw(numbers.body());
}

}  // namespace

void draw_number(Svg& svg, SvgPoint p, std::size_t number, std::string_view colour) {
  svg.circle(p, 8, fmt::format("fill=\"#ffffff\" stroke=\"{}\" stroke-width=\"1.6\"", colour));
  svg.text({p.x, p.y + 3.8}, std::to_string(number),
           "font-size=\"10.5\" font-weight=\"650\" fill=\"#17212b\" text-anchor=\"middle\"");
}

std::string words_of_map(const Scenario& s, const Trace& trace, Id tick) {
  std::string text;
  for (const Id k : moved_corridors(s, trace)) {
    const Standing standing = standing_of(s, at(trace.after, tick), k);
    if (standing >= Standing::agreed) {
      text += fmt::format("{}{} {}", text.empty() ? "" : "; ", corridor_name(s, k),
                          standing_word(standing));
    }
  }
  return text.empty() ? "No corridor is agreed, building or running that was not before."
                      : text + ".";
}

std::string map_body(const Scenario& s, const Trace& trace, Id tick) {
  Svg svg;
  svg.text({2, 16}, date_of_tick(s.model, tick), "font-size=\"14\" font-weight=\"650\"");
  // An inner drawing cuts off what lies outside its frame.
  svg.raw(
      fmt::format("<svg x=\"0\" y=\"{0:.1f}\" width=\"{1:.1f}\" height=\"{2:.1f}\" "
                  "viewBox=\"0 {0:.1f} {1:.1f} {2:.1f}\">\n",
                  map_head, map_width, map_height));
  draw_land(svg);
  draw_corridors(svg, s, trace, tick);
  svg.raw("</svg>\n");
  svg.rect({0.5, map_head + 0.5, map_width - 1, map_height - 1},
           "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.35\" rx=\"4\"");
  return svg.body();
}

}  // namespace tumen::picture
