#include "sim/explain.hpp"

#include "sim/explain_parts.hpp"
#include "sim/number.hpp"
#include "sim/widen.hpp"
#include "sim/wording.hpp"

#include <algorithm>

namespace tumen {
namespace {

/// Sink that keeps every part by country.
template <class Real>
struct PartSink {
  std::vector<std::vector<ExplainedPart>> by_country;

  void add(Id country, Issue issue, Reason reason, const Real& amount) {
    auto& parts = at(by_country, country);
    const auto value = static_cast<double>(lane(amount, 0));
    const auto same = std::find_if(parts.begin(), parts.end(), [&](const ExplainedPart& p) {
      return p.issue == issue && p.reason == reason;
    });
    if (same != parts.end()) {
      same->musd_per_year += value;
    } else if (value != 0) {
      parts.push_back({issue, reason, value});
    }
  }
};

using explaining::number;

template <class Real>
ExplainedParty explain_party(const Simulation<Real>& sim, Id row,
                             std::vector<ExplainedPart> parts) {
  const Party& party = at(sim.model().parties, row);
  const auto& now = at(sim.world().parties, row);
  ExplainedParty e;
  e.country = party.country;
  e.signs = party.signs;
  e.parts = std::move(parts);
  for (const ExplainedPart& part : e.parts) {
    e.by_issue[index_of(part.issue)] += part.musd_per_year;
    e.gain += part.musd_per_year;
  }
  e.pressure = number(now.pressure);
  e.total = number(now.total);
  e.gdp_usd_bn = number(at(sim.world().countries, party.country).gdp);
  return e;
}

template <class Real>
std::vector<ExplainedParty> explain_parties(const Simulation<Real>& sim, Id package) {
  const Model& m = sim.model();
  const Package& p = at(m.packages, package);
  PartSink<Real> sink;
  sink.by_country.resize(m.countries.size());
  const View<Real> view(m, sim.numbers(), sim.world());
  appraise(view, package, sink);
  std::vector<ExplainedParty> parties;
  for (Id row = p.parties.first; row < p.parties.end(); ++row) {
    parties.push_back(
        explain_party(sim, row, std::move(at(sink.by_country, at(m.parties, row).country))));
  }
  return parties;
}

/// What a party decides by, known only after the decision.
template <class Real>
void add_decision(const Table<Real>& t, Id row, ExplainedParty& party) {
  const auto& now = at(t.w.parties, row);
  const Strategy& strategy = t.strategy(party.country);
  const Party& who = at(t.m.parties, row);
  const Package& p = at(t.m.packages, who.package);
  party.slot = number(slot_value(t, p, party.country));
  if (!party.signs) {
    explaining::add_presses(t, row, party);
    return;
  }
  party.stake = number(now.stake);
  party.perceived = number(now.perceived);
  party.aspiration = number(now.aspiration);
  party.accepts = number(now.accepts);
  party.vote = number(now.vote);
  party.margin = number(t.x(strategy.margin, 0));
  party.doubt = party.perceived + party.margin - party.total / std::max(party.stake, 1e-6);
  party.ruled_out = is_ruled_out(t, who.package, party.country) > Real(0);
}

/// Takes the tick phase by phase on a copy and asks each phase for its draws.
template <class Real>
void add_draws(Explanation& e, Simulation<Real> trial) {
  const Step<Real> step = trial.context();
  const Moves<Real> nobody = Moves<Real>::none(trial.model());
  const Table<Real> t(step, nobody);
  if (e.decision.kind == DecisionKind::opening) {
    explaining::add_opening(t, e);
  }
  open_all_talks(t);
  bargain_all(t);
  if (e.decision.kind == DecisionKind::signature) {
    explaining::add_signature(t, e);
  } else if (e.decision.kind == DecisionKind::continuation) {
    explaining::add_shock(t, e);
  } else if (e.decision.kind == DecisionKind::keeping) {
    explaining::add_breaches(t, e);
  }
  e.objection = objection_of(e.decision, t, e.package);
  const Real wait =
      longest_ratification(t, at(t.m.packages, e.package)) - at(t.w.packages, e.package).clock;
  e.years_to_vote = e.before == PackageStage::signed_ ? std::max(0.0, number(wait - t.dt())) : 0;
  explaining::add_votes(t, e);
  explaining::add_consent(t, e);
}

/// The rival deal that was signed in the tick.
std::string rival_of(const Scenario& s, const Record<double>& r, Id package) {
  for (const Id rival : at(s.model.packages, package).conflicts) {
    if (at(r.packages, rival).signed_ > 0) {
      return package_name(s, rival);
    }
  }
  return {};
}

/// What was decided, after the decision.
template <class Real>
void add_record(const Scenario& s, Explanation& e, Simulation<Real>& sim) {
  const Step<Real> step = sim.context();
  const Moves<Real> nobody = Moves<Real>::none(sim.model());
  const Table<Real> t(step, nobody);
  const Package& p = at(s.model.packages, e.package);
  for (Id k = 0; k < p.parties.count; ++k) {
    add_decision(t, p.parties.first + k, e.parties[static_cast<std::size_t>(k)]);
  }
  const auto& record = at(sim.record().packages, e.package);
  e.hindrance = static_cast<Hindrance>(static_cast<int>(number(record.hindrance)));
  e.hinderer = static_cast<Id>(number(record.hinderer));
  e.decision = decision_of(e.before, record);
  e.after = static_cast<PackageStage>(
      static_cast<int>(number(at(sim.world().packages, e.package).stage)));
  e.rest_years = number(at(sim.world().packages, e.package).rest);
  if (record.agreed > 0 && !(record.signed_ > 0)) {
    e.rival = rival_of(s, widen_record(sim.record()), e.package);
  }
}

template <class Real>
std::vector<ExplainedTerm> explain_terms(const Scenario& s, const Simulation<Real>& sim,
                                         Id package) {
  std::vector<ExplainedTerm> terms;
  const Package& p = at(s.model.packages, package);
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    const Term& term = at(s.model.terms, k);
    terms.push_back({at(s.names.terms, k), at(s.names.term_units, k),
                     number(at(sim.world().terms, k)), number(sim.numbers()(term.lower)),
                     number(sim.numbers()(term.upper))});
  }
  return terms;
}

template <class Real>
Explanation explain_as(const Scenario& s, const RunSettings& settings, Id package, Id tick) {
  Simulation<Real> sim(s, {settings.seed, settings.run}, settings.threads);
  sim.start();
  for (Id k = 0; k < tick; ++k) {
    sim.step();
  }
  Explanation e;
  e.package = package;
  e.tick = tick;
  e.year = s.model.year(tick);
  const auto& before = at(sim.world().packages, package);
  e.before = static_cast<PackageStage>(static_cast<int>(number(before.stage)));
  e.talks_years = number(before.clock);
  sim.look_around();
  e.parties = explain_parties(sim, package);
  e.joint_surplus = number(at(sim.world().packages, package).surplus);
  e.terms = explain_terms(s, sim, package);
  e.missing = missing_of(s, widen_world(sim.world()), package);
  const Simulation<Real> trial = sim;
  sim.negotiate();
  add_record(s, e, sim);
  add_draws(e, trial);
  e.verdict = verdict_of(s, e);
  return e;
}

}  // namespace

Explanation explain(const Scenario& scenario, const RunSettings& settings, Id package, Id tick) {
  return settings.in_double ? explain_as<double>(scenario, settings, package, tick)
                            : explain_as<RunReal>(scenario, settings, package, tick);
}

}  // namespace tumen
