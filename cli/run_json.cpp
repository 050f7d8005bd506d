#include "cli/run_json.hpp"

#include "sim/chronicle.hpp"
#include "sim/wording.hpp"

namespace tumen::cli {
namespace {

Json name_or_null(const std::vector<std::string>& names, Id id) {
  return id == no_id ? Json(nullptr) : Json(at(names, id));
}

Json year_or_null(const std::optional<double>& year) {
  return year ? Json(*year) : Json(nullptr);
}

JsonObject event_json(const Scenario& s, const Trace& trace, const TraceEvent& e) {
  return {
      {"year", s.model.year(e.tick)},
      {"tick", e.tick},
      {"event", trace_event_name(e.kind)},
      {"package", name_or_null(s.names.packages, e.package)},
      {"corridor", name_or_null(s.names.corridors, e.corridor)},
      {"act", name_or_null(s.names.acts, e.act)},
      {"country", name_or_null(s.names.countries, e.who)},
      {"why", e.why == Hindrance::none ? Json(nullptr) : Json(hindrance_names[index_of(e.why)])},
      {"text", tell(s, trace, e).text}};
}

JsonObject deal_json(const Scenario& s, const DealSummary& deal) {
  JsonArray terms;
  for (const TermValue& term : deal.terms) {
    terms.push_back({{"name", term.name},
                     {"value", json_number(term.value)},
                     {"unit", term.unit},
                     {"from", name_or_null(s.names.countries, term.payer)},
                     {"to", name_or_null(s.names.countries, term.payee)}});
  }
  return {{"package", at(s.names.packages, deal.package)},
          {"status", deal.status},
          {"proposals", deal.openings},
          {"memoranda", deal.memoranda},
          {"signatures", deal.signatures},
          {"vetoes", deal.vetoes},
          {"breaches", deal.breaches},
          {"first_proposed", year_or_null(deal.first_proposed)},
          {"first_signed", year_or_null(deal.first_signed)},
          {"first_in_force", year_or_null(deal.first_entered)},
          {"terms", std::move(terms)}};
}

JsonObject corridor_json(const Scenario& s, const CorridorSummary& row) {
  return {{"corridor", at(s.names.corridors, row.corridor)},
          {"stage", row.stage},
          {"built", year_or_null(row.built)},
          {"progress", json_number(row.progress)},
          {"flow", json_number(row.flow)},
          {"mean_flow", json_number(row.mean_flow)},
          {"spent_musd", json_number(row.spent)}};
}

JsonObject debt_json(const Scenario& s, const DebtSummary& row) {
  return {{"debt", at(s.names.debts, row.debt)},  {"at_start_musd", json_number(row.at_start)},
          {"settled", year_or_null(row.settled)}, {"forgiven_musd", json_number(row.forgiven)},
          {"paid_musd", json_number(row.paid)},   {"arrears_musd", json_number(row.arrears)},
          {"face_musd", json_number(row.face)},   {"residual_musd", json_number(row.residual)}};
}

JsonObject gain_json(const Scenario& s, const GainSummary& row) {
  JsonObject by_issue;
  for (std::size_t issue = 0; issue < issue_count; ++issue) {
    by_issue[issue_names[issue]] = json_number(row.mean[issue]);
  }
  return {{"country", at(s.names.countries, row.country)},
          {"mean_musd_per_year", std::move(by_issue)},
          {"total_musd_per_year", json_number(row.total)},
          {"share_of_gdp", json_number(row.share_of_gdp)},
          {"cumulated_musd", json_number(row.cumulated)},
          {"cash_musd", json_number(row.cash)}};
}

template <class Row>
JsonArray rows_json(const Scenario& s, const std::vector<Row>& rows,
                    JsonObject (*one)(const Scenario&, const Row&)) {
  JsonArray array;
  for (const Row& row : rows) {
    array.push_back(one(s, row));
  }
  return array;
}

}  // namespace

Json run_json(const Scenario& s, const Trace& trace, const std::string& out) {
  const RunSummary summary = summarise_run(s, trace);
  JsonArray events;
  for (const TraceEvent& e : trace.events) {
    events.push_back(event_json(s, trace, e));
  }
  return JsonObject{{"scenario", s.name},
                    {"seed", trace.seed},
                    {"run", trace.run},
                    {"ticks", summary.ticks},
                    {"interrupted", trace.interrupted},
                    {"out", out},
                    {"events", std::move(events)},
                    {"deals", rows_json(s, summary.deals, deal_json)},
                    {"corridors", rows_json(s, summary.corridors, corridor_json)},
                    {"debts", rows_json(s, summary.debts, debt_json)},
                    {"gains", rows_json(s, summary.gains, gain_json)}};
}

}  // namespace tumen::cli
