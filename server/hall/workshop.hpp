#pragma once
// Scenarios for rooms: each with each set of deals compiled once, however many ask.
#include "server/rooms/room.hpp"
#include "server/scenarios.hpp"

namespace tumen::server::hall {

/// Compiles scenarios of the list of `scenarios` with deals composed into their spare slots, and
/// keeps those asked for last. May be called from any thread; two that ask for the same wait for
/// one compiler, others for nobody. `scenarios` must outlive it.
[[nodiscard]] rooms::Workshop make_workshop(Scenarios& scenarios,
                                            std::vector<std::filesystem::path> roots);

}  // namespace tumen::server::hall
