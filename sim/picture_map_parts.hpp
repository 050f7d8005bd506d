#pragma once
// What a map and a sheet of maps share: the frame, the lines, the numbers.
#include "sim/picture_map.hpp"
#include "sim/svg.hpp"

namespace tumen::picture {

inline constexpr double map_width = 340;
inline constexpr double map_head = 26;  ///< height of the date above the map
// The frame in degrees: from the lower Amur to the south of the ROK, from Daqing to Hokkaido.
inline constexpr double map_west = 120.5, map_east = 143.6, map_south = 34.2, map_north = 53.4;
inline constexpr double a_degree_east = map_width / (map_east - map_west);
inline constexpr double a_degree_north = a_degree_east / 0.7071;  ///< cosine of 45 degrees
inline constexpr double map_height = (map_north - map_south) * a_degree_north;

/// How the line of a standing is drawn.
struct Stroke {
  std::string_view colour;
  double width;
  std::string_view dash;
};
[[nodiscard]] Stroke stroke_of(Standing standing);
[[nodiscard]] std::string stroke_attributes(const Stroke& stroke);

/// A number in a disc.
void draw_number(Svg& svg, SvgPoint p, std::size_t number, std::string_view colour);

/// What a map shows, for those who do not see it.
[[nodiscard]] std::string words_of_map(const Scenario& scenario, const Trace& trace, Id tick);

/// Date and map without the element around them.
[[nodiscard]] std::string map_body(const Scenario& scenario, const Trace& trace, Id tick);

}  // namespace tumen::picture
