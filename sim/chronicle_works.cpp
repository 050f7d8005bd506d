// What the chronicle says of corridors and debts: works begun and stopped, traffic, settlements.
#include "sim/chronicle_parts.hpp"
#include "sim/wording.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen::story {
namespace {

/// Change of the share of capacity used, over a span, that is worth a word.
constexpr double noteworthy_traffic = 0.2;

CorridorStage stage_of(const World<double>& world, Id corridor) {
  return static_cast<CorridorStage>(static_cast<int>(at(world.corridors, corridor).stage));
}

/// What a change of stage is called: words before and after the corridor's name. Empty words: the
/// change is not told.
struct Turn {
  std::string_view before, after;
  Tone tone = Tone::plain;

  [[nodiscard]] bool is_told() const { return !before.empty() || !after.empty(); }
};

Turn turn_of(CorridorStage was, CorridorStage now) {
  using Stage = CorridorStage;
  if (now == Stage::building) {
    return {"works began on ", "", Tone::works};
  }
  if (now == Stage::operating) {
    return was == Stage::suspended ? Turn{"traffic was resumed on ", "", Tone::works}
                                   : Turn{"", " was completed", Tone::works};
  }
  if (now == Stage::suspended) {
    return {"", " fell idle", Tone::setback};
  }
  if (now == Stage::dead) {
    return {"", " was abandoned", Tone::setback};
  }
  return was == Stage::building && now < was ? Turn{"works stopped on ", "", Tone::setback}
                                             : Turn{};
}

/// "“Power of Siberia” was completed in the fourth quarter, 55,000 M USD spent".
std::string tell_corridor(const Span& span, Id corridor, Id tick, const Turn& turn) {
  const CorridorState<double>& now = at(at(span.trace.after, tick).corridors, corridor);
  std::string text =
      fmt::format("{}{}{} {}", turn.before, in_marks(corridor_name(span.s, corridor)), turn.after,
                  span.when(tick));
  const auto stage = stage_of(at(span.trace.after, tick), corridor);
  const auto was = stage_of(span.before(tick), corridor);
  if (stage == CorridorStage::operating && was == CorridorStage::building && now.spent > 0) {
    text += fmt::format(", {} M USD spent", rounded(now.spent));
  } else if (was == CorridorStage::building && stage < was) {
    text += fmt::format(", {:.0f} % done", 100 * now.progress);
  }
  return text;
}

void tell_stages(const Span& span, Sentences& out) {
  for (Id tick = span.first; tick < span.end; ++tick) {
    const World<double>& now = at(span.trace.after, tick);
    for (Id k = 0; k < static_cast<Id>(now.corridors.size()); ++k) {
      const CorridorStage was = stage_of(span.before(tick), k);
      const CorridorStage is = stage_of(now, k);
      const Turn turn = is == was ? Turn{} : turn_of(was, is);
      if (turn.is_told()) {
        span.add(out, tick, turn.tone, tell_corridor(span, k, tick, turn));
      }
    }
  }
}

/// Rises and falls of the traffic of corridors that ran all along.
void tell_traffic(const Span& span, Sentences& out) {
  for (Id k = 0; k < static_cast<Id>(span.last().corridors.size()); ++k) {
    const double was = at(span.before().corridors, k).flow;
    const double now = at(span.last().corridors, k).flow;
    if (stage_of(span.before(), k) == CorridorStage::operating &&
        stage_of(span.last(), k) == CorridorStage::operating && span.first > 0 &&
        std::abs(now - was) >= noteworthy_traffic) {
      span.add(out, span.end - 1, now < was ? Tone::setback : Tone::works,
               fmt::format("traffic on {} {} from {:.0f} to {:.0f} % of capacity",
                           in_marks(corridor_name(span.s, k)), now < was ? "fell" : "rose",
                           100 * was, 100 * now));
    }
  }
}

}  // namespace

void tell_works(const Span& span, Sentences& out) {
  tell_stages(span, out);
  tell_traffic(span, out);
}

void tell_debts(const Span& span, Sentences& out) {
  for (Id tick = span.first; tick < span.end; ++tick) {
    const World<double>& world = at(span.trace.after, tick);
    for (Id k = 0; k < static_cast<Id>(world.debts.size()); ++k) {
      const auto& now = at(world.debts, k);
      const auto& was = at(span.before(tick).debts, k);
      const Debt& debt = at(span.s.model.debts, k);
      const std::string creditor = country_name(span.s, debt.creditor);
      const std::string debtor = country_name(span.s, debt.debtor);
      if (now.settled > was.settled) {
        span.add(out, tick, Tone::deal,
                 fmt::format("{} forgave {} {} M USD of its claim; {} M USD remain, to be paid "
                             "over {} years",
                             creditor, debtor, rounded(now.relieved - was.relieved),
                             rounded(now.residual), rounded(now.years_left)));
      } else if (now.in_default > was.in_default) {
        span.add(out, tick, Tone::setback,
                 fmt::format("{} stopped paying {} {}, with {} M USD still owed", debtor, creditor,
                             span.when(tick), rounded(now.residual)));
      }
    }
  }
}

}  // namespace tumen::story
