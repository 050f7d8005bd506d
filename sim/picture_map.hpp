#pragma once
// Corridors on a sketched map, drawn by how far they have come.
#include "sim/trace.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tumen::picture {

/// How far a corridor has come, by its own stage or, before works begin, by the deals that name it.
enum class Standing : std::uint8_t {
  untouched,
  memorandum,  ///< a memorandum on a deal that names it holds
  talks,
  agreed,  ///< a deal that names it is signed, blocked or in force, works have not begun
  building,
  operating,
  suspended,
  abandoned,
};
[[nodiscard]] std::string_view standing_word(Standing standing);

/// Standing of a corridor in a world.
[[nodiscard]] Standing standing_of(const Scenario& scenario, const World<double>& world,
                                   Id corridor);

/// Corridors with a way on the map that stood anywhere but where they began, in order of the model;
/// their numbers on the maps are their places here, from 1.
[[nodiscard]] std::vector<Id> moved_corridors(const Scenario& scenario, const Trace& trace);

/// Ticks for about `count` maps: after the first and the last tick, and between them where most
/// changed.
[[nodiscard]] std::vector<Id> map_ticks(const Scenario& scenario, const Trace& trace,
                                        std::size_t count);

/// One map of 340 units' width as of the end of a tick, with the date as its title.
[[nodiscard]] std::string map_svg(const Scenario& scenario, const Trace& trace, Id tick);

/// The maps of five dates with their key and the names of their numbers on one sheet, 1100 units
/// wide; on light and dark pages.
[[nodiscard]] std::string maps_svg(const Scenario& scenario, const Trace& trace);

/// What the lines of the maps mean, 340 units wide.
[[nodiscard]] std::string map_key_svg();

}  // namespace tumen::picture
