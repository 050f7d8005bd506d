#pragma once
#include "sim/json_writer.hpp"
#include "sim/power.hpp"

#include <string>
#include <vector>

namespace tumen::cli {

/// A game beside the one that was asked for: "without gas_bypass", "with a veto of the US".
struct PowerVariant {
  std::string name;
  PowerGame game;
};

/// The game of each year asked for; with one year also its variants.
struct PowerReport {
  const Scenario& scenario;
  std::vector<PowerGame> years;
  std::vector<PowerVariant> variants;
};

/// Routes, coalitions, shares and variants of one year; one line a year where there are several.
[[nodiscard]] std::string power_text(const PowerReport& report, std::size_t width);

[[nodiscard]] Json power_json(const PowerReport& report);

}  // namespace tumen::cli
