#include "cli/explain_report.hpp"

#include "sim/text_table.hpp"
#include "sim/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

std::string_view reason_text(Reason reason) {
  return reason_catalog[index_of(reason)].text;
}

std::string terms_table(const Scenario& s, const Explanation& e, std::size_t width) {
  TextTable table(
      {{"term"}, {"value", Align::right}, {"lowest", Align::right}, {"highest", Align::right}});
  const Package& p = at(s.model.packages, e.package);
  for (std::size_t k = 0; k < e.terms.size(); ++k) {
    const ExplainedTerm& term = e.terms[k];
    const Number start = at(s.model.terms, p.terms.first + static_cast<Id>(k)).start;
    const std::string& unit = at(s.numbers, start.index).unit;
    table.add({term.name.substr(term.name.rfind('.') + 1), with_unit(term.value, unit),
               with_unit(term.lower, unit), with_unit(term.upper, unit)});
  }
  return table.is_empty() ? "" : "\nTerms on the table\n" + table.text(width);
}

/// How a signatory decides, or how a third country takes it.
std::string decision_text(const ExplainedParty& party) {
  if (!party.signs) {
    return party.leans > 0
               ? fmt::format("no party to it; presses with chance {:.0f} %", 100 * party.leans)
               : "no party to it";
  }
  std::string text = fmt::format(
      "sees {:.2f} of its stake ({} M USD/y), wants {:.2f}: accepts with chance {:.1f} % a tick",
      party.perceived, rounded(party.stake), party.aspiration, 100 * party.accepts);
  if (party.vote != 0) {
    text += party.vote > 0 ? "; ratified it" : "; did not ratify it";
  }
  return party.ruled_out ? text + "; its government rules such deals out" : text;
}

std::string party_text(const Scenario& s, const ExplainedParty& party, std::size_t width) {
  const double percent = party.gdp_usd_bn > 0 ? party.total / (10 * party.gdp_usd_bn) : 0;
  std::string text =
      fmt::format("\n{}: {} M USD/y ({} % of GDP)\n", capitalised(country_name(s, party.country)),
                  with_sign(party.total), with_sign(percent));
  for (const std::string& line : wrapped(decision_text(party), width - 2)) {
    text += "  " + line + "\n";
  }
  TextTable table({{"  M USD/y", Align::right}, {"issue"}, {"because of"}});
  for (const ExplainedPart& part : party.parts) {
    table.add({with_sign(part.musd_per_year), std::string(issue_names[index_of(part.issue)]),
               std::string(reason_text(part.reason))});
  }
  if (party.pressure != 0) {
    table.add({with_sign(-party.pressure), "", "pressure of third countries"});
  }
  return table.is_empty() ? text : text + table.text(width);
}

JsonObject party_json(const Scenario& s, const ExplainedParty& party) {
  JsonArray parts;
  for (const ExplainedPart& part : party.parts) {
    parts.push_back({{"issue", issue_names[index_of(part.issue)]},
                     {"reason", reason_catalog[index_of(part.reason)].name},
                     {"musd_per_year", json_number(part.musd_per_year)}});
  }
  return {{"country", at(s.names.countries, party.country)},
          {"signs", party.signs},
          {"total_musd_per_year", json_number(party.total)},
          {"gain_musd_per_year", json_number(party.gain)},
          {"pressure_musd_per_year", json_number(party.pressure)},
          {"gdp_usd_bn", json_number(party.gdp_usd_bn)},
          {"stake_musd_per_year", json_number(party.stake)},
          {"perceived", json_number(party.perceived)},
          {"aspiration", json_number(party.aspiration)},
          {"accepts", json_number(party.accepts)},
          {"vote", json_number(party.vote)},
          {"is_ruled_out", party.ruled_out},
          {"leans", json_number(party.leans)},
          {"parts", std::move(parts)}};
}

}  // namespace

std::string explain_text(const Scenario& s, const Explanation& e, Id only, std::size_t width) {
  std::string text =
      fmt::format("{}, {} (tick {}): {} before, {} after\n", package_name(s, e.package),
                  date_of_tick(s.model, e.tick), e.tick, package_stage_names[index_of(e.before)],
                  package_stage_names[index_of(e.after)]);
  for (const std::string& line : wrapped(e.verdict, width)) {
    text += line + "\n";
  }
  text += fmt::format("Joint surplus {} M USD/y; {} years of talks\n", with_sign(e.joint_surplus),
                      rounded(e.talks_years));
  text += terms_table(s, e, width);
  for (const ExplainedParty& party : e.parties) {
    if (only == no_id || party.country == only) {
      text += party_text(s, party, width);
    }
  }
  return text;
}

Json explain_json(const Scenario& s, const Explanation& e, Id only) {
  JsonArray terms;
  for (const ExplainedTerm& term : e.terms) {
    terms.push_back({{"name", term.name},
                     {"value", json_number(term.value)},
                     {"lower", json_number(term.lower)},
                     {"upper", json_number(term.upper)}});
  }
  JsonArray parties;
  for (const ExplainedParty& party : e.parties) {
    if (only == no_id || party.country == only) {
      parties.push_back(party_json(s, party));
    }
  }
  return JsonObject{
      {"package", at(s.names.packages, e.package)},
      {"tick", e.tick},
      {"year", json_number(e.year)},
      {"before", package_stage_names[index_of(e.before)]},
      {"after", package_stage_names[index_of(e.after)]},
      {"hindrance", hindrance_names[index_of(e.hindrance)]},
      {"hinderer", e.hinderer == no_id ? Json(nullptr) : Json(at(s.names.countries, e.hinderer))},
      {"talks_years", json_number(e.talks_years)},
      {"joint_surplus_musd_per_year", json_number(e.joint_surplus)},
      {"verdict", e.verdict},
      {"terms", std::move(terms)},
      {"parties", std::move(parties)}};
}

}  // namespace tumen::cli
