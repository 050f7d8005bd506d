#pragma once
#include "sim/explain.hpp"
#include "sim/json_writer.hpp"

#include <string>

namespace tumen::cli {

/// An explanation for people; `only` limits the parties to one country.
[[nodiscard]] std::string explain_text(const Scenario& scenario, const Explanation& explanation,
                                       Id only, std::size_t width);

[[nodiscard]] Json explain_json(const Scenario& scenario, const Explanation& explanation, Id only);

}  // namespace tumen::cli
