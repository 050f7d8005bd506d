#pragma once
#include "sim/trace.hpp"

#include <string>

namespace tumen {

/// Every deal that is talked about, signed or blocked at every tick: its terms, and what each party
/// gains, perceives, aspires to and would accept. One line a party.
[[nodiscard]] std::string trace_text(const Scenario& scenario, const Trace& trace);

}  // namespace tumen
