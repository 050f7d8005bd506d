#include "sim/run_summary.hpp"

#include <algorithm>

namespace tumen {
namespace {

using Kind = TraceEvent::Kind;

const World<double>& last_world(const Trace& trace) {
  return trace.after.empty() ? trace.start : trace.after.back();
}

std::string_view stage_word(PackageStage stage) {
  constexpr std::array<std::string_view, 6> words = {"no deal", "in talks", "signed, not ratified",
                                                     "blocked", "in force", "spare"};
  return words[index_of(stage)];
}

std::string status_of(const DealSummary& deal, PackageStage stage) {
  if (stage != PackageStage::idle) {
    return std::string(stage_word(stage));
  }
  if (deal.openings == 0) {
    return deal.memoranda > 0 ? "memorandum only" : "never opened";
  }
  if (deal.breaches > 0) {
    return "broken";
  }
  return deal.first_entered ? "ran out" : deal.vetoes > 0 ? "given up after a veto" : "no deal";
}

void count_event(DealSummary& deal, Kind kind, double year) {
  const auto once = [year](std::optional<double>& first) {
    if (!first) {
      first = year;
    }
  };
  switch (kind) {
    case Kind::opened:
      ++deal.openings;
      once(deal.first_proposed);
      break;
    case Kind::memorandum:
      ++deal.memoranda;
      break;
    case Kind::signed_:
      ++deal.signatures;
      once(deal.first_signed);
      break;
    case Kind::in_force:
      once(deal.first_entered);
      break;
    case Kind::blocked:
      ++deal.vetoes;
      break;
    case Kind::breached:
      ++deal.breaches;
      break;
    default:
      break;
  }
}

DealSummary summarise_deal(const Scenario& s, const Trace& trace, Id package) {
  DealSummary deal;
  deal.package = package;
  Id last_signed = no_id;
  Id last_opened = no_id;
  for (const TraceEvent& e : trace.events) {
    if (e.package == package) {
      count_event(deal, e.kind, s.model.year(e.tick));
      last_signed = e.kind == Kind::signed_ ? e.tick : last_signed;
      last_opened = e.kind == Kind::opened ? e.tick : last_opened;
    }
  }
  const World<double>& end = last_world(trace);
  const Id shown = last_signed != no_id ? last_signed : last_opened;
  if (shown != no_id) {
    deal.terms = terms_of(s, at(trace.after, shown), package);
  }
  const auto stage = static_cast<PackageStage>(static_cast<int>(at(end.packages, package).stage));
  deal.status = status_of(deal, stage);
  return deal;
}

CorridorSummary summarise_corridor(const Scenario& s, const Trace& trace, Id corridor) {
  const CorridorState<double>& end = at(last_world(trace).corridors, corridor);
  CorridorSummary row;
  row.corridor = corridor;
  row.stage = corridor_stage_names[static_cast<std::size_t>(end.stage)];
  row.progress = end.progress;
  row.flow = end.flow;
  row.spent = end.spent;
  double stood = 0;
  for (const World<double>& w : trace.after) {
    const auto& now = at(w.corridors, corridor);
    const bool stands = now.stage == code<double>(CorridorStage::operating) ||
                        now.stage == code<double>(CorridorStage::suspended);
    row.mean_flow += stands ? now.flow : 0;
    stood += stands ? 1 : 0;
  }
  row.mean_flow = stood > 0 ? row.mean_flow / stood : 0;
  for (const TraceEvent& e : trace.events) {
    if (e.kind == Kind::built && e.corridor == corridor && !row.built) {
      row.built = s.model.year(e.tick);
    }
  }
  return row;
}

DebtSummary summarise_debt(const Scenario& s, const Trace& trace, Id debt) {
  const DebtState<double>& start = at(trace.start.debts, debt);
  const DebtState<double>& end = at(last_world(trace).debts, debt);
  DebtSummary row{debt,
                  start.face + start.residual,
                  end.face,
                  end.residual,
                  end.relieved - start.relieved,
                  0,
                  end.arrears,
                  {}};
  bool was_settled = start.settled > 0;
  for (std::size_t tick = 0; tick < trace.after.size(); ++tick) {
    const auto& now = at(trace.after[tick].debts, debt);
    row.paid += now.paid;
    if (now.settled > 0 && !was_settled) {
      row.settled = s.model.year(static_cast<Id>(tick));
      was_settled = true;
    }
  }
  return row;
}

GainSummary summarise_gain(const Scenario& s, const Trace& trace, Id country) {
  GainSummary row;
  row.country = country;
  double gdp = 0;
  for (const World<double>& w : trace.after) {
    const auto& now = at(w.countries, country);
    for (std::size_t issue = 0; issue < issue_count; ++issue) {
      row.mean[issue] += now.utility[issue];
    }
    gdp += now.gdp;
  }
  const double ticks = std::max(1.0, static_cast<double>(trace.after.size()));
  for (double& part : row.mean) {
    part /= ticks;
    row.total += part;
  }
  row.cumulated = row.total * ticks * s.model.dt;
  // GDP is in billions, gains in millions.
  row.share_of_gdp = gdp > 0 ? row.total / (gdp / ticks * 1000) : 0;
  row.cash = at(last_world(trace).countries, country).cash;
  return row;
}

template <class Row>
std::vector<Row> summarise_all(std::size_t n, Row (*one)(const Scenario&, const Trace&, Id),
                               const Scenario& s, const Trace& trace) {
  std::vector<Row> rows;
  for (Id k = 0; k < static_cast<Id>(n); ++k) {
    rows.push_back(one(s, trace, k));
  }
  return rows;
}

}  // namespace

std::vector<TermValue> terms_of(const Scenario& s, const World<double>& world, Id package) {
  const Package& p = at(s.model.packages, package);
  std::vector<TermValue> terms;
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    const std::string& name = at(s.names.terms, k);
    const Term& term = at(s.model.terms, k);
    terms.push_back({name.substr(name.rfind('.') + 1), at(world.terms, k),
                     at(s.names.term_units, k), term.payer, term.payee});
  }
  return terms;
}

RunSummary summarise_run(const Scenario& s, const Trace& trace) {
  const auto ticks = static_cast<Id>(trace.after.size());
  const Model& m = s.model;
  return {ticks,
          m.year(ticks),
          summarise_all(m.packages.size(), summarise_deal, s, trace),
          summarise_all(m.corridors.size(), summarise_corridor, s, trace),
          summarise_all(m.debts.size(), summarise_debt, s, trace),
          summarise_all(m.countries.size(), summarise_gain, s, trace)};
}

}  // namespace tumen
