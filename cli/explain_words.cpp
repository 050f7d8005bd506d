// Words shared by the faces of an explanation.
#include "cli/explain_report.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

std::string percent(double share) {
  return rounded(100 * share) + " %";
}

/// "China presses Russia (-40 M USD/y) and the ROK (-120 M USD/y)".
std::string pressing_text(const Scenario& s, const ExplainedParty& party) {
  std::vector<std::string> on;
  for (const ExplainedPressure& p : party.presses) {
    if (p.musd_per_year >= 0.05) {
      on.push_back(
          fmt::format("{} ({} M USD/y)", country_name(s, p.on), with_sign(-p.musd_per_year)));
    }
  }
  return on.empty() ? "presses nobody"
                    : fmt::format("presses with {} of its leverage: {}", percent(party.leans),
                                  join_and(on));
}

std::string consent_text(const ExplainedParty& party) {
  return party.vetoes ? fmt::format("vetoes the exemption: it lets losses pass up to {} M USD/y",
                                    rounded(party.slot))
         : party.is_asked ? "lets the exemption pass"
                          : "";
}

std::string win_set_text(const Explanation& e, const ExplainedParty& party) {
  if (!party.has_parliament) {
    return "ratification: no parliament that could say no";
  }
  std::string text = fmt::format(
      "ratification: needs a margin of {} of the stake; the vote would pass with chance {}",
      percent(party.margin), percent(party.vote_chance));
  text += party.vote > 0        ? "; it passed"
          : party.vote < 0      ? "; it failed"
          : e.years_to_vote > 0 ? fmt::format("; due in {} years", rounded(e.years_to_vote))
                                : "";
  return text;
}

}  // namespace

std::string_view reason_text(Reason reason) {
  return reason_catalog[index_of(reason)].text;
}

std::vector<std::string> party_sentences(const Scenario& s, const Explanation& e,
                                         const ExplainedParty& party) {
  if (!party.signs) {
    std::vector<std::string> lines = {"no party to it; " + pressing_text(s, party)};
    if (party.is_asked) {
      lines.push_back(consent_text(party));
    }
    return lines;
  }
  std::vector<std::string> lines = {fmt::format(
      "sees {:.2f} of its stake ({} M USD/y), wants {:.2f}: accepts with chance {} a tick",
      party.perceived, rounded(party.stake), party.aspiration, percent(party.accepts))};
  lines.push_back(fmt::format("signs at {} M USD/y, holds out for {}; misjudges by {}",
                              with_sign(party.reservation()), with_sign(party.wanted()),
                              with_sign(party.doubt * party.stake)));
  lines.push_back(win_set_text(e, party));
  if (party.is_asked) {
    lines.push_back(consent_text(party));
  }
  if (party.ruled_out) {
    lines.emplace_back("its government rules such deals out");
  }
  return lines;
}

std::string percent_of_gdp_text(const ExplainedParty& party, double musd_per_year) {
  const double percent = party.percent_of_gdp(musd_per_year);
  if (percent == 0) {
    return "0";
  }
  const int decimals =
      std::clamp(1 - static_cast<int>(std::floor(std::log10(std::abs(percent)))), 0, 7);
  return fmt::format("{:+.{}f}", percent, decimals);
}

std::string heading_text(const Explained& x) {
  return fmt::format("{}, {} (tick {}): {} before, {} after", package_name(x.s, x.e.package),
                     date_of_tick(x.s.model, x.e.tick), x.e.tick,
                     package_stage_names[index_of(x.e.before)],
                     package_stage_names[index_of(x.e.after)]);
}

}  // namespace tumen::cli
