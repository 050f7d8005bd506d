// An explanation as JSON: configs/schema/explain.schema.json.
#include "sim/explain_json.hpp"

#include "sim/flips_text.hpp"
#include "sim/wording.hpp"

namespace tumen {
namespace {

Json country_json(const Scenario& s, Id country) {
  return country == no_id ? Json(nullptr) : Json(at(s.names.countries, country));
}

JsonArray parts_json(const ExplainedParty& party) {
  JsonArray parts;
  for (const ExplainedPart& part : party.parts) {
    parts.push_back({{"issue", issue_names[index_of(part.issue)]},
                     {"reason", reason_catalog[index_of(part.reason)].name},
                     {"text", reason_catalog[index_of(part.reason)].text},
                     {"musd_per_year", json_number(part.musd_per_year)},
                     {"percent_of_gdp", json_number(party.percent_of_gdp(part.musd_per_year))}});
  }
  return parts;
}

JsonObject issues_json(const ExplainedParty& party) {
  JsonObject issues;
  for (std::size_t k = 0; k < issue_count; ++k) {
    issues[issue_names[k]] =
        JsonObject{{"musd_per_year", json_number(party.by_issue[k])},
                   {"percent_of_gdp", json_number(party.percent_of_gdp(party.by_issue[k]))}};
  }
  return issues;
}

JsonArray presses_json(const Scenario& s, const ExplainedParty& party) {
  JsonArray presses;
  for (const ExplainedPressure& p : party.presses) {
    presses.push_back(
        {{"on", country_json(s, p.on)}, {"musd_per_year", json_number(p.musd_per_year)}});
  }
  return presses;
}

JsonObject party_json(const Scenario& s, const ExplainedParty& party) {
  return {{"country", country_json(s, party.country)},
          {"signs", party.signs},
          {"total_musd_per_year", json_number(party.total)},
          {"total_percent_of_gdp", json_number(party.percent_of_gdp(party.total))},
          {"gain_musd_per_year", json_number(party.gain)},
          {"pressure_musd_per_year", json_number(party.pressure)},
          {"gdp_usd_bn", json_number(party.gdp_usd_bn)},
          {"stake_musd_per_year", json_number(party.stake)},
          {"slot_musd_per_year", json_number(party.slot)},
          {"reservation_musd_per_year", json_number(party.reservation())},
          {"wanted_musd_per_year", json_number(party.wanted())},
          {"margin", json_number(party.margin)},
          {"doubt", json_number(party.doubt)},
          {"perceived", json_number(party.perceived)},
          {"aspiration", json_number(party.aspiration)},
          {"accepts", json_number(party.accepts)},
          {"has_parliament", party.has_parliament},
          {"vote_chance", json_number(party.vote_chance)},
          {"vote", json_number(party.vote)},
          {"is_ruled_out", party.ruled_out},
          {"leans", json_number(party.leans)},
          {"presses", presses_json(s, party)},
          {"is_asked", party.is_asked},
          {"vetoes", party.vetoes},
          {"issues", issues_json(party)},
          {"parts", parts_json(party)}};
}

JsonObject decision_json(const Scenario& s, const Explanation& e) {
  JsonArray chances;
  for (const ExplainedChance& c : e.chances) {
    chances.push_back({{"event", c.event},
                       {"country", country_json(s, c.who)},
                       {"chance", json_number(c.chance)},
                       {"draw", json_number(c.draw)}});
  }
  JsonArray missing;
  for (const std::string& text : e.missing) {
    missing.emplace_back(text);
  }
  return {{"kind", decision_names[index_of(e.decision.kind)]},
          {"happened", e.decision.happened},
          {"objection", objection_names[index_of(e.objection.kind)]},
          {"objector", country_json(s, e.objection.who)},
          {"hindrance", hindrance_names[index_of(e.hindrance)]},
          {"hinderer", country_json(s, e.hinderer)},
          {"is_banned", e.is_banned},
          {"years_to_vote", json_number(e.years_to_vote)},
          {"rest_years", json_number(e.rest_years)},
          {"rival", e.rival.empty() ? Json(nullptr) : Json(e.rival)},
          {"missing", std::move(missing)},
          {"chances", std::move(chances)}};
}

JsonObject flip_json(const Scenario& s, const Flips& flips, const Flip& flip) {
  return {{"lever", flip.lever.path},
          {"words", lever_words(s, flip.lever)},
          {"unit", flip.lever.unit},
          {"effect", flip_effect_names[index_of(flip.effect)]},
          {"value", json_number(flip.lever.value)},
          {"to", json_number(flip.to)},
          {"low", json_number(flip.lever.low)},
          {"high", json_number(flip.lever.high)},
          {"size", json_number(flip.size)},
          {"is_within_range", flip.is_within()},
          {"is_state", flip.lever.is_state()},
          {"sentence", flip_sentence(s, flips, flip)}};
}

JsonObject flips_json(const Explained& x) {
  JsonArray found;
  for (const Flip& flip : x.flips->found) {
    found.push_back(flip_json(x.s, *x.flips, flip));
  }
  return {{"levers", x.flips->levers},
          {"felt", x.flips->felt},
          {"blocked_by", block_sentence(x.s, x.e, *x.flips)},
          {"found", std::move(found)}};
}

}  // namespace

Json explain_json(const Explained& x) {
  JsonArray terms;
  for (const ExplainedTerm& term : x.e.terms) {
    terms.push_back({{"name", term.name},
                     {"unit", term.unit},
                     {"value", json_number(term.value)},
                     {"lower", json_number(term.lower)},
                     {"upper", json_number(term.upper)}});
  }
  JsonArray parties;
  for (const ExplainedParty& party : x.e.parties) {
    if (x.only == no_id || party.country == x.only) {
      parties.push_back(party_json(x.s, party));
    }
  }
  return JsonObject{{"schema", 1},
                    {"scenario", x.s.name},
                    {"seed", x.seed},
                    {"run", x.run},
                    {"package", at(x.s.names.packages, x.e.package)},
                    {"title", package_name(x.s, x.e.package)},
                    {"tick", x.e.tick},
                    {"year", json_number(x.e.year)},
                    {"before", package_stage_names[index_of(x.e.before)]},
                    {"after", package_stage_names[index_of(x.e.after)]},
                    {"stage_years", json_number(x.e.talks_years)},
                    {"joint_surplus_musd_per_year", json_number(x.e.joint_surplus)},
                    {"verdict", x.e.verdict},
                    {"decision", decision_json(x.s, x.e)},
                    {"terms", std::move(terms)},
                    {"parties", std::move(parties)},
                    {"flips", x.flips == nullptr ? Json(nullptr) : Json(flips_json(x))}};
}

}  // namespace tumen
