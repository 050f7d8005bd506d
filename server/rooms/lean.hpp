#pragma once
// What the policies of a seat make of a deal, in words: which way they lean and what weighs most.
// Amounts stay inside: a table sees what the other side says, never what it counts.
#include "policies/bargaining.hpp"
#include "server/rooms/room.hpp"

#include <cmath>

namespace tumen::server::rooms {

/// Which way signatory `row` leans once the package is valued: by its gain as a share of its stake
/// less its margin, without the misjudgement that talks would bring, against where its aspiration
/// ends (policies/bargaining.hpp).
[[nodiscard]] inline Leaning leaning_of(const Table<double>& t, Id package, Id row) {
  const auto& party = at(t.w.parties, row);
  const Id country = at(t.m.parties, row).country;
  const Strategy& strategy = t.strategy(country);
  if (is_ruled_out(t, package, country) > 0) {
    return Leaning::ruled_out;
  }
  const double seen = party.total / std::max(party.stake, 1e-6) - t.x(strategy.margin, 0);
  if (seen < 0) {
    return Leaning::loses;
  }
  return seen < final_goal(t, strategy, party.share) ? Leaning::holds_out : Leaning::would_sign;
}

/// The issue that weighs most in what the party gains, or loses where it does.
[[nodiscard]] inline std::string_view weightiest_issue(const PartyState<double>& party) {
  const double sign = party.total < 0 ? -1 : 1;
  std::size_t most = 0;
  for (std::size_t k = 1; k < issue_count; ++k) {
    most = sign * party.gain[k] > sign * party.gain[most] ? k : most;
  }
  return issue_names[most];
}

}  // namespace tumen::server::rooms
