#pragma once
// The chronicle and the tables of a run as one text for people.
#include "sim/chronicle.hpp"

#include <string>

namespace tumen {

struct TextStyle {
  std::size_t width = 100;   ///< characters a line
  bool is_coloured = false;  ///< with the colour codes of terminals
};

/// "2011       Russia proposed ...", one paragraph a year.
[[nodiscard]] std::string chronicle_text(const Scenario& scenario, const Trace& trace,
                                         const TextStyle& style = {});

/// Tables of deals, corridors, debts and gains.
[[nodiscard]] std::string summary_text(const Scenario& scenario, const RunSummary& summary,
                                       const TextStyle& style = {});

/// Title, the run in short, chronicle and tables.
[[nodiscard]] std::string run_text(const Scenario& scenario, const Trace& trace,
                                   const TextStyle& style = {});

}  // namespace tumen
