#pragma once
// What the policies of a seat make of a deal, in words: which way they lean and what weighs most.
// Amounts stay inside: a table hears what the other side says, never what it counts.
#include "policies/bargaining.hpp"
#include "server/rooms/room.hpp"

namespace tumen::server::rooms {

/// How signatory `row` leans once its package is valued: by its gain as a share of its stake less
/// its margin, without the misjudgement that talks would bring, against where its aspiration ends
/// (policies/bargaining.hpp).
[[nodiscard]] Lean lean_of(const Table<double>& t, Id package, Id row);

}  // namespace tumen::server::rooms
