#include "server/series.hpp"

#include <algorithm>

namespace tumen::server {
namespace {

struct Wanted {
  std::string_view table;
  const std::vector<std::string>& names;
  std::vector<std::string_view> measures;
};

std::vector<Outcome> find_all(const Scenario& s, const std::vector<Wanted>& wanted) {
  std::vector<Outcome> found;
  for (const Wanted& w : wanted) {
    for (const std::string& name : w.names) {
      for (const std::string_view measure : w.measures) {
        found.push_back(
            find_outcome(s, std::string(w.table) + "." + name + "." + std::string(measure)));
      }
    }
  }
  return found;
}

/// Names of the corridors with a way on the map.
std::vector<std::string> drawn_corridors(const Scenario& s) {
  std::vector<std::string> names;
  for (std::size_t k = 0; k < s.names.corridors.size(); ++k) {
    if (s.corridor_nodes[k].size() > 1) {
      names.push_back(s.names.corridors[k]);
    }
  }
  return names;
}

}  // namespace

std::vector<Outcome> page_series(const Scenario& s) {
  const std::vector<std::string> drawn = drawn_corridors(s);
  const std::vector<std::string> world = {"world"};
  return find_all(s, {{"corridors", drawn, {"operating"}},
                      {"debts", s.names.debts, {"settled", "paid"}},
                      {"countries", s.names.countries, {"utility", "dependence"}},
                      {"market", world, {"brent"}}});
}

std::vector<Outcome> page_outcomes(const Scenario& s) {
  std::vector<Outcome> all =
      find_all(s, {{"packages", s.names.packages, {"signed", "entered", "blocked"}},
                   {"corridors", s.names.corridors, {"built"}},
                   {"debts", s.names.debts, {"settled"}}});
  // Spare slots are empty here, and deals that drivers compose belong to rooms.
  std::erase_if(all, [&](const Outcome& outcome) {
    return table_of(outcome.measure) == OutcomeTable::packages &&
           at(s.model.packages, outcome.entity).is_spare;
  });
  return all;
}

bool is_chance(const Outcome& outcome) {
  switch (outcome.measure) {
    case Measure::signed_:
    case Measure::entered:
    case Measure::blocked:
    case Measure::built:
    case Measure::settled:
    case Measure::operating:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> headline_outcomes(const Scenario& s) {
  std::vector<std::string> names;
  const std::vector<Outcome> known = page_outcomes(s);
  for (const Claim& claim : s.claims) {
    const bool is_known = std::any_of(known.begin(), known.end(),
                                      [&](const Outcome& o) { return o.name == claim.outcome; });
    if (is_known && std::find(names.begin(), names.end(), claim.outcome) == names.end()) {
      names.push_back(claim.outcome);
    }
  }
  return names;
}

}  // namespace tumen::server
