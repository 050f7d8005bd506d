// Which deal and which tick to explain.
#include "sim/explain.hpp"

#include <algorithm>

namespace tumen {
namespace {

bool ever_in_force(const Trace& trace, Id package) {
  const auto in_force = code<double>(PackageStage::in_force);
  const auto holds = [&](const World<double>& w) {
    return at(w.packages, package).stage == in_force;
  };
  return holds(trace.start) || std::any_of(trace.after.begin(), trace.after.end(), holds);
}

/// True where the package could be talked about in the tick: its preconditions held, nothing had
/// overtaken it.
bool is_open(const Trace& trace, Id package, Id tick) {
  const auto hindrance = at(at(trace.record, tick).packages, package).hindrance;
  return hindrance != static_cast<double>(Hindrance::precondition);
}

}  // namespace

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

std::optional<FailedDeal> best_failed(const Scenario& scenario, const Trace& trace, Id only) {
  std::optional<FailedDeal> best;
  bool best_was_open = false;
  const Id ticks = static_cast<Id>(trace.after.size());
  for (Id package = 0; package < static_cast<Id>(scenario.model.packages.size()); ++package) {
    if (at(scenario.model.packages, package).is_spare || ever_in_force(trace, package)) {
      continue;
    }
    for (Id tick = std::max<Id>(only, 0); tick < (only < 0 ? ticks : only + 1); ++tick) {
      const double surplus = at(at(trace.after, tick).packages, package).surplus;
      const bool open = is_open(trace, package, tick);
      if (!best || std::pair(open, surplus) > std::pair(best_was_open, best->surplus)) {
        best = FailedDeal{package, tick, surplus};
        best_was_open = open;
      }
    }
  }
  return best;
}

}  // namespace tumen
