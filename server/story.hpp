#pragma once
// One of the futures, told: how far each corridor has come, and what happened.
#include "server/message.hpp"
#include "sim/scenario/scenario.hpp"

#include <string>

namespace tumen::server {

/// {"type": "story", ..}: the run's headline, events with their sentences, and for every corridor
/// on the map the ticks at which its standing changes.
[[nodiscard]] std::string story_message(const Scenario& scenario, const WhatIfRequest& request);

}  // namespace tumen::server
