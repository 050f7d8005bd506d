#pragma once
// Deals composed at run time: a driver fills a spare slot with a package written as in a scenario
// file. The scenario is compiled again with it, the world carried over row by row, and from then on
// the deal is one like any other: valued, bargained, ratified, explained.
#include "sim/scenario/scenario.hpp"
#include "world/state.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace tumen {

/// What a driver puts into a spare slot.
struct ComposedDeal {
  std::string slot;  ///< "spare_1"
  std::string text;  ///< the package as YAML: {instrument: .., roles: ..}
  double from = 0;   ///< calendar year from which it can be talked about
};

/// `document` with the deals as packages, in their order, after those it has. Slots are spare_1 to
/// spare_N, N the document's `spare_packages` or 8. A slot that is not there or is taken, and a
/// text that is no map, become problems.
[[nodiscard]] Node with_composed(const Node& document, const std::vector<ComposedDeal>& deals,
                                 Problems& problems);

/// Rows of `old_rows` put where `names` has their names; other rows stay as they are.
template <class Row>
void carry_rows(const std::vector<std::string>& old_names, const std::vector<Row>& old_rows,
                const std::vector<std::string>& names, std::vector<Row>& rows) {
  for (std::size_t k = 0; k < old_rows.size(); ++k) {
    const auto found = std::find(names.begin(), names.end(), old_names[k]);
    if (found != names.end()) {
      rows[static_cast<std::size_t>(found - names.begin())] = old_rows[k];
    }
  }
}

/// The running `world` of scenario `from` as a world of `to`, the same scenario with more deals
/// composed. `fresh` is a world of `to` before its first tick: new rows start as they stand there.
template <class Real>
[[nodiscard]] World<Real> carry_over(const World<Real>& world, const Scenario& from,
                                     const Scenario& to, const World<Real>& fresh) {
  World<Real> out = world;
  out.packages = fresh.packages;
  out.parties = fresh.parties;
  out.terms = fresh.terms;
  carry_rows(from.names.terms, world.terms, to.names.terms, out.terms);
  for (std::size_t k = 0; k < from.model.packages.size(); ++k) {
    const Id row = find_name(to.names.packages, from.names.packages[k]);
    if (row == no_id || from.model.packages[k].is_spare) {
      continue;
    }
    at(out.packages, row) = world.packages[k];
    const Range& old_rows = from.model.packages[k].parties;
    const Range& rows = at(to.model.packages, row).parties;
    for (Id i = 0; i < old_rows.count; ++i) {
      at(out.parties, rows.first + i) = at(world.parties, old_rows.first + i);
    }
    // Who opened the talks is a row of the table of parties, which may have moved.
    auto& now = at(out.packages, row);
    const Real moved = convert<Real>(rows.first - old_rows.first);
    now.proposer = select(now.proposer >= Real(0), now.proposer + moved, now.proposer);
  }
  return out;
}

}  // namespace tumen
