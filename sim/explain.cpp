#include "sim/explain.hpp"

#include "sim/number.hpp"
#include "sim/simulation.hpp"

#include <algorithm>

#include <fmt/format.h>

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

double number(float x) {
  return static_cast<double>(x);
}
double number(double x) {
  return x;
}

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

/// Fills in what is known only after the decision.
template <class Real>
void add_decision(Explanation& e, Simulation<Real>& sim) {
  const Model& m = sim.model();
  const Package& p = at(m.packages, e.package);
  const Step<Real> step = sim.context();
  const Table<Real> table(step, Moves<Real>::none(m));
  for (Id k = 0; k < p.parties.count; ++k) {
    ExplainedParty& party = e.parties[static_cast<std::size_t>(k)];
    const auto& now = at(sim.world().parties, p.parties.first + k);
    party.stake = number(now.stake);
    party.perceived = number(now.perceived);
    party.aspiration = number(now.aspiration);
    party.accepts = number(now.accepts);
    party.vote = number(now.vote);
    party.ruled_out = party.signs && number(is_ruled_out(table, e.package, party.country)) > 0;
    party.leans = party.signs ? 0 : number(pressure_of(table, Real(now.total)));
  }
  const auto& record = at(sim.record().packages, e.package);
  e.hindrance = static_cast<Hindrance>(static_cast<int>(number(record.hindrance)));
  e.hinderer = static_cast<Id>(number(record.hinderer));
  e.after = static_cast<PackageStage>(
      static_cast<int>(number(at(sim.world().packages, e.package).stage)));
}

std::string title(const Scenario& s, Id country) {
  return country == no_id ? "nobody" : at(s.names.country_titles, country);
}

std::string verdict_of(const Scenario& s, const Explanation& e) {
  const std::string who = title(s, e.hinderer);
  if (e.after == PackageStage::in_force) {
    return "It is in force.";
  }
  if (e.after == PackageStage::signed_) {
    return "It is signed and waits for ratification.";
  }
  if (e.after == PackageStage::blocked) {
    return fmt::format("It is ratified but blocked: {} vetoes the exemption it needs.", who);
  }
  switch (e.hindrance) {
    case Hindrance::precondition:
      return "Talks cannot open: a precondition does not hold, or a rival deal or route has "
             "overtaken it.";
    case Hindrance::doctrine:
      return fmt::format("The government of {} rules such deals out.", who);
    case Hindrance::no_gain:
      return fmt::format("{} sees no gain in it on these terms.", who);
    case Hindrance::aspiration:
      return fmt::format("{} gains, but still holds out for more.", who);
    case Hindrance::domestic_vote:
      return fmt::format("It was signed, but the parliament of {} voted it down.", who);
    case Hindrance::approval:
      return fmt::format("It was signed, but {} did not get the approval it needs at home.", who);
    case Hindrance::consent:
      return fmt::format("{} vetoes the exemption it needs.", who);
    case Hindrance::conflict:
      return "It was agreed, but a rival deal was worth more.";
    case Hindrance::deadline:
      return fmt::format("Talks ran out of time; {} was the furthest from accepting.", who);
    case Hindrance::shock:
      return "A weapons test ended the talks.";
    case Hindrance::withdrawn:
      return fmt::format("{} walked out.", who);
    case Hindrance::none:
      break;
  }
  const auto least = std::min_element(
      e.parties.begin(), e.parties.end(), [](const ExplainedParty& a, const ExplainedParty& b) {
        return std::pair(!a.signs, a.total) < std::pair(!b.signs, b.total);
      });
  return least->total < 0
             ? fmt::format("Nobody opens talks: {} would lose {:.0f} M USD a year by it.",
                           title(s, least->country), -least->total)
             : "Nobody has opened talks: other business is worth more attention.";
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
  const Package& p = at(s.model.packages, package);
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    const Term& term = at(s.model.terms, k);
    e.terms.push_back({at(s.names.terms, k), number(at(sim.world().terms, k)),
                       number(sim.numbers()(term.lower)), number(sim.numbers()(term.upper))});
  }
  sim.negotiate();
  add_decision(e, sim);
  e.verdict = verdict_of(s, e);
  return e;
}

}  // namespace

Explanation explain(const Scenario& scenario, const RunSettings& settings, Id package, Id tick) {
  return settings.in_double ? explain_as<double>(scenario, settings, package, tick)
                            : explain_as<RunReal>(scenario, settings, package, tick);
}

Id telling_tick(const Scenario& scenario, const Trace& trace, Id package) {
  using Kind = TraceEvent::Kind;
  for (const Kind kind : {Kind::signed_, Kind::blocked, Kind::vote_failed, Kind::broke_off}) {
    for (const TraceEvent& event : trace.events) {
      if (event.package == package && event.kind == kind) {
        return event.tick;
      }
    }
  }
  const double talks = code<double>(PackageStage::talks);
  for (Id tick = static_cast<Id>(trace.after.size()) - 1; tick >= 0; --tick) {
    if (at(at(trace.after, tick).packages, package).stage == talks) {
      return tick;
    }
  }
  return std::max<Id>(0,
                      std::min<Id>(scenario.model.ticks, static_cast<Id>(trace.after.size())) - 1);
}

}  // namespace tumen
