// What the chronicle reads off the states: changes that are no event of a package or an act.
#include "sim/chronicle.hpp"
#include "sim/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

/// Change of a regime's level that is worth a line.
constexpr double noteworthy_level = 0.05;

using Lines = std::vector<ChronicleLine>;

struct Tick {
  const Scenario& s;
  const World<double>& before;
  const World<double>& now;
  Id tick;
  bool is_first;
};

void tell_corridors(const Tick& t, Lines& lines) {
  for (Id k = 0; k < static_cast<Id>(t.now.corridors.size()); ++k) {
    const auto stage = static_cast<CorridorStage>(static_cast<int>(at(t.now.corridors, k).stage));
    const auto was = static_cast<CorridorStage>(static_cast<int>(at(t.before.corridors, k).stage));
    if (stage == was) {
      continue;
    }
    const std::string name = corridor_name(t.s, k);
    if (stage == CorridorStage::building) {
      lines.push_back({t.tick, Tone::works, "Works began: " + name});
    } else if (stage == CorridorStage::suspended) {
      lines.push_back({t.tick, Tone::setback, "Standing idle: " + name});
    } else if (stage == CorridorStage::operating && was == CorridorStage::suspended) {
      lines.push_back({t.tick, Tone::works, "Running again: " + name});
    } else if (was == CorridorStage::building && stage < was) {
      lines.push_back({t.tick, Tone::setback, "Works stopped: " + name});
    } else if (stage == CorridorStage::dead) {
      lines.push_back({t.tick, Tone::setback, "Abandoned: " + name});
    }
  }
}

void tell_debts(const Tick& t, Lines& lines) {
  for (Id k = 0; k < static_cast<Id>(t.now.debts.size()); ++k) {
    const auto& now = at(t.now.debts, k);
    const auto& was = at(t.before.debts, k);
    const Debt& debt = at(t.s.model.debts, k);
    if (now.settled > was.settled) {
      lines.push_back(
          {t.tick, Tone::deal,
           fmt::format(
               "Settled: of the claim of {} on {} {} M USD are forgiven, {} M USD to be paid "
               "over {} years",
               country_name(t.s, debt.creditor), country_name(t.s, debt.debtor),
               rounded(now.relieved - was.relieved), rounded(now.residual),
               rounded(now.years_left))});
    } else if (now.in_default > was.in_default) {
      lines.push_back(
          {t.tick, Tone::setback,
           fmt::format("{} stopped paying {}", capitalised(country_name(t.s, debt.debtor)),
                       country_name(t.s, debt.creditor))});
    }
  }
}

void tell_regimes(const Tick& t, Lines& lines) {
  for (Id k = 0; k < static_cast<Id>(t.now.regimes.size()); ++k) {
    const double now = at(t.now.regimes, k).level;
    const double was = at(t.before.regimes, k).level;
    if (std::abs(now - was) < noteworthy_level || t.is_first) {
      continue;
    }
    lines.push_back(
        {t.tick, now > was ? Tone::shock : Tone::plain,
         fmt::format("Sanctions on {} {} ({}): {:.0f} % of full strength",
                     country_name(t.s, at(t.s.model.regimes, k).target),
                     now > was ? "tightened" : "eased", at(t.s.names.regimes, k), 100 * now)});
  }
}

}  // namespace

std::vector<ChronicleLine> tell_changes(const Scenario& s, const Trace& trace, Id tick) {
  const World<double>& before = tick > 0 ? at(trace.after, tick - 1) : trace.start;
  const Tick t{s, before, at(trace.after, tick), tick, tick == 0};
  Lines lines;
  tell_corridors(t, lines);
  tell_debts(t, lines);
  tell_regimes(t, lines);
  return lines;
}

}  // namespace tumen
