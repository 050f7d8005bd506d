// The maps of a run with their key: corridors down, dates across.
#include "sim/picture_map.hpp"
#include "sim/report_parts.hpp"
#include "sim/wording.hpp"

#include <fmt/format.h>

namespace tumen::report {

std::string map_part(const Page& page) {
  using namespace picture;
  const std::vector<Id> corridors = moved_corridors(page.s, page.trace);
  if (corridors.empty()) {
    return {};
  }
  Figure f{
      "map-dates",
      "Corridors that moved in the run, at the end of the dates given; thin full lines stood "
      "from the start and did not change. Ways are straight between the places "
      "named in the configuration, neighbours are set a little apart; the coast is sketched by "
      "hand and serves orientation only.",
      "state.csv, table corridor, variable stage, and table package, variables stage and "
      "memorandum; the ways in scenario.yaml, corridors.NAME.nodes",
      {map_key_svg()},
      {},
      false};
  HtmlTable t{"How far each corridor had come", {"number and corridor"}, {}};
  const std::vector<Id> ticks = map_ticks(page.s, page.trace, 5);
  for (const Id tick : ticks) {
    f.pictures.push_back(map_svg(page.s, page.trace, tick));
    t.columns.push_back(date_of_tick(page.s.model, tick));
  }
  for (std::size_t k = 0; k < corridors.size(); ++k) {
    std::vector<Cell> row = {
        {fmt::format("{} {}", k + 1, corridor_name(page.s, corridors[k])), ""}};
    for (const Id tick : ticks) {
      row.push_back({std::string(standing_word(
                         standing_of(page.s, at(page.trace.after, tick), corridors[k]))),
                     ""});
    }
    t.rows.push_back(std::move(row));
  }
  return figure(f) + table(t);
}

}  // namespace tumen::report
