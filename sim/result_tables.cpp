#include "sim/result_tables.hpp"

#include "sim/chronicle.hpp"
#include "sim/csv.hpp"
#include "sim/state_variables.hpp"

#include <algorithm>
#include <array>

namespace tumen {
namespace {

/// Name of a row, empty for none.
std::string_view name_of(const std::vector<std::string>& names, Id id) {
  return id == no_id ? std::string_view() : std::string_view(at(names, id));
}

std::string_view why_of(const TraceEvent& e) {
  return e.why == Hindrance::none ? std::string_view() : hindrance_names[index_of(e.why)];
}

/// The first columns of a deals row.
void start_deal_row(CsvTable& csv, const Scenario& s, const TraceEvent& e) {
  csv.add(s.model.year(e.tick)).add(e.tick).add(name_of(s.names.packages, e.package));
  csv.add(trace_event_name(e.kind)).add(name_of(s.names.countries, e.who)).add(why_of(e));
}

void add_deal(CsvTable& csv, const Scenario& s, const World<double>& world, const TraceEvent& e) {
  for (const TermValue& term : terms_of(s, world, e.package)) {
    start_deal_row(csv, s, e);
    csv.add("term").add(term.name).add(term.value).add(term.unit);
    csv.add(name_of(s.names.countries, term.payer)).add(name_of(s.names.countries, term.payee));
  }
  const Package& p = at(s.model.packages, e.package);
  for (Id row = p.parties.first; row < p.parties.end(); ++row) {
    start_deal_row(csv, s, e);
    csv.add("gain").add(name_of(s.names.countries, at(s.model.parties, row).country));
    csv.add(at(world.parties, row).total).add("musd/y").add("").add("");
  }
}

std::string_view unit_of_flow(Commodity commodity) {
  constexpr std::array<std::string_view, 7> units = {
      "musd", "bcm", "Mt", "TWh", "kTEU", "musd", "thousand worker-years"};
  return units[index_of(commodity)];
}

}  // namespace

std::string events_csv(const Scenario& s, const Trace& trace) {
  CsvTable csv({"year", "tick", "event", "package", "corridor", "act", "country", "why", "text"});
  for (const TraceEvent& e : trace.events) {
    csv.add(s.model.year(e.tick)).add(e.tick).add(trace_event_name(e.kind));
    csv.add(name_of(s.names.packages, e.package)).add(name_of(s.names.corridors, e.corridor));
    csv.add(name_of(s.names.acts, e.act)).add(name_of(s.names.countries, e.who)).add(why_of(e));
    csv.add(tell(s, trace, e).text);
  }
  return csv.text();
}

std::string deals_csv(const Scenario& s, const Trace& trace) {
  CsvTable csv({"year", "tick", "package", "event", "country", "why", "kind", "name", "value",
                "unit", "from", "to"});
  for (const TraceEvent& e : trace.events) {
    if (e.package != no_id) {
      add_deal(csv, s, at(trace.after, e.tick), e);
    }
  }
  return csv.text();
}

std::string ledger_csv(const Scenario& s, const Trace& trace) {
  CsvTable csv({"year", "tick", "from", "to", "package", "debt", "corridor", "commodity", "amount",
                "arrives", "unit"});
  for (const auto& [tick, flow] : trace.flows) {
    csv.add(s.model.year(tick)).add(tick);
    csv.add(name_of(s.names.countries, flow.from)).add(name_of(s.names.countries, flow.to));
    csv.add(name_of(s.names.packages, flow.package)).add(name_of(s.names.debts, flow.debt));
    csv.add(name_of(s.names.corridors, flow.corridor));
    csv.add(commodity_names[index_of(flow.commodity)]).add(flow.amount).add(flow.arrives);
    csv.add(unit_of_flow(flow.commodity));
  }
  return csv.text();
}

std::string state_csv(const Scenario& s, const Trace& trace) {
  CsvTable csv({"year", "tick", "table", "entity", "variable", "value", "unit"});
  for (const std::string_view table : state_tables()) {
    const std::vector<std::string> entities = entities_of(s, table);
    for (Id tick = 0; tick < static_cast<Id>(trace.after.size()); ++tick) {
      for (Id k = 0; k < static_cast<Id>(entities.size()); ++k) {
        for (const StateVariable& v : state_variables()) {
          if (v.table == table) {
            csv.add(s.model.year(tick)).add(tick).add(table).add(at(entities, k)).add(v.name);
            csv.add(v.read(at(trace.after, tick), k)).add(unit_of(s, v, k));
          }
        }
      }
    }
  }
  return csv.text();
}

}  // namespace tumen
