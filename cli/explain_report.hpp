#pragma once
// The faces of an explanation: for people, and as a page; for programs: sim/explain_json.hpp.
#include "sim/explain_json.hpp"

#include <string>

namespace tumen::cli {

/// For people, at most `width` characters wide.
[[nodiscard]] std::string explain_text(const Explained& x, std::size_t width);

/// A self-contained HTML page: waterfalls of the parties' gains, and the flips.
[[nodiscard]] std::string explain_page(const Explained& x);

/// Words shared by the faces: a reason; how a signatory decides, what its parliament would do, how
/// a third country takes it.
[[nodiscard]] std::string_view reason_text(Reason reason);
[[nodiscard]] std::vector<std::string> party_sentences(const Scenario& s, const Explanation& e,
                                                       const ExplainedParty& party);

/// An amount as a percentage of the party's GDP, two significant digits with a sign: "+0.00012".
[[nodiscard]] std::string percent_of_gdp_text(const ExplainedParty& party, double musd_per_year);

/// "Trans-Korean gas line, 2011 Q3 (tick 14): talks before, idle after".
[[nodiscard]] std::string heading_text(const Explained& x);

/// How many flips are shown unless all are asked for.
inline constexpr std::size_t flips_shown = 12;

}  // namespace tumen::cli
