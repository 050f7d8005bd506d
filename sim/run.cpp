#include "sim/run.hpp"

#include "sim/number.hpp"
#include "sim/simulation.hpp"
#include "sim/widen.hpp"

namespace tumen {
namespace {

using Kind = TraceEvent::Kind;

void note_package(Trace& trace, const Model& m, const Record<double>& r, Id package, Id tick) {
  const PackageRecord<double>& now = at(r.packages, package);
  const World<double>& w = trace.after.back();
  const auto add = [&](double flag, Kind kind, Id who = no_id) {
    if (flag > 0) {
      trace.events.push_back({tick, kind, package, no_id, no_id, who,
                              static_cast<Hindrance>(static_cast<int>(now.hindrance))});
    }
  };
  const auto hinderer = static_cast<Id>(now.hinderer);
  const auto proposer = static_cast<Id>(at(w.packages, package).proposer);
  add(now.memorandum, Kind::memorandum);
  add(now.lapsed, Kind::lapsed);
  add(now.opened, Kind::opened, proposer < 0 ? no_id : at(m.parties, proposer).country);
  add(now.broke, Kind::broke_off, hinderer);
  add(now.agreed * (1 - now.signed_), Kind::conflict);
  add(now.signed_, Kind::signed_);
  const auto why = static_cast<Hindrance>(static_cast<int>(now.hindrance));
  const bool failed = (why == Hindrance::domestic_vote || why == Hindrance::approval) &&
                      at(w.packages, package).stage == code<double>(PackageStage::idle);
  add(failed ? 1 : 0, Kind::vote_failed, hinderer);
  add(now.blocked, Kind::blocked, hinderer);
  add(now.entered, Kind::in_force);
  add(now.breached, Kind::breached, hinderer);
  add(now.ended, Kind::ended);
}

void note_world(Trace& trace, const Model& m, const Record<double>& r, Id tick) {
  for (Id k = 0; k < static_cast<Id>(m.corridors.size()); ++k) {
    if (at(r.built, k) > 0) {
      trace.events.push_back({tick, Kind::built, no_id, k, no_id, no_id, Hindrance::none});
    }
  }
  for (Id k = 0; k < static_cast<Id>(m.corridors.size()); ++k) {
    if (at(r.resumed, k) > 0) {
      trace.events.push_back({tick, Kind::resumed, no_id, k, no_id, no_id, Hindrance::none});
    }
  }
  for (Id k = 0; k < static_cast<Id>(m.acts.size()); ++k) {
    if (at(r.acts, k) > 0 && at(m.acts, k).kind != ActKind::test) {
      const Act& act = at(m.acts, k);
      const Id corridor = act.corridors.empty() ? no_id : act.corridors.front();
      trace.events.push_back(
          {tick, Kind::act, act.package, corridor, k, act.actor, Hindrance::none});
    }
  }
  for (Id k = 0; k < static_cast<Id>(m.countries.size()); ++k) {
    if (at(r.governments, k) > 0) {
      trace.events.push_back({tick, Kind::government, no_id, no_id, no_id, k, Hindrance::none});
    }
    if (at(trace.after.back().countries, k).tested > 0) {
      trace.events.push_back({tick, Kind::test, no_id, no_id, no_id, k, Hindrance::none});
    }
  }
}

void note_tick(Trace& trace, const Model& m, Record<double> r, Id tick) {
  for (Id k = 0; k < static_cast<Id>(m.packages.size()); ++k) {
    note_package(trace, m, r, k, tick);
  }
  note_world(trace, m, r, tick);
  for (const Flow<double>& f : r.flows) {
    if (f.amount != 0) {
      trace.flows.push_back({tick, f});
    }
  }
  trace.record.push_back(std::move(r));
}

template <class Real>
Trace run_as(const Scenario& scenario, const RunSettings& settings, const Progress& progress) {
  Simulation<Real> simulation(scenario, {settings.seed, settings.run}, settings.threads);
  Trace trace;
  trace.seed = settings.seed;
  trace.run = settings.run;
  simulation.start();
  trace.start = widen_world(simulation.world());
  const Id most = scenario.model.ticks;
  const Id ticks = settings.ticks > 0 ? std::min(settings.ticks, most) : most;
  for (Id tick = 0; tick < ticks; ++tick) {
    simulation.step();
    trace.after.push_back(widen_world(simulation.world()));
    note_tick(trace, scenario.model, widen_record(simulation.record()), tick);
    if (progress &&
        !progress(static_cast<std::size_t>(tick + 1), static_cast<std::size_t>(ticks))) {
      trace.interrupted = true;
      break;
    }
  }
  return trace;
}

}  // namespace

std::string_view trace_event_name(TraceEvent::Kind kind) {
  constexpr std::array<std::string_view, 17> names = {
      "opened",      "memorandum", "lapsed",     "agreed",    "signed",   "conflict",
      "vote_failed", "blocked",    "in_force",   "broke_off", "breached", "ended",
      "built",       "act",        "government", "test",      "resumed"};
  return names[index_of(kind)];
}

Trace run(const Scenario& scenario, const RunSettings& settings, const Progress& progress) {
  return settings.in_double ? run_as<double>(scenario, settings, progress)
                            : run_as<RunReal>(scenario, settings, progress);
}

}  // namespace tumen
