#pragma once
// Why a deal came or did not come about in one of the futures: at once what was decided, then the
// smallest changes that would have reversed it.
#include "server/message.hpp"
#include "sim/scenario/scenario.hpp"

#include <functional>
#include <string>

namespace tumen::server {

/// Hands on {"type": "why", .., "explanation": ..} twice: without flips, then with those worth
/// showing. Stops between once `go_on` says no. Throws InputError for a package or tick that the
/// scenario does not have, or if every deal came into force and none was named.
void explain_decision(const Scenario& scenario, const WhatIfRequest& request,
                      const std::function<void(std::string)>& hand_on,
                      const std::function<bool()>& go_on);

}  // namespace tumen::server
