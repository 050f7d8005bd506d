#pragma once
// Reads from a tick what stood against the step that a package did not take.
#include "policies/context.hpp"
#include "sim/flips_decision.hpp"

#include <algorithm>
#include <vector>

namespace tumen {

/// Whether this very objection still stands, asked of a tick that moved no other package. What a
/// country sees is compared with nothing drawn in the tick but its own misjudgement, so an
/// objection does not hang on luck.
template <class Real>
[[nodiscard]] bool stands(const Objection& o, const Table<Real>& t, Id package) {
  using Kind = Objection::Kind;
  const Package& p = at(t.m.packages, package);
  const auto& now = at(t.w.packages, package);
  const auto& party = at(t.w.parties, o.who == no_id ? p.parties.first : at(p.row, o.who));
  // What a country sees at the table counts only if there is one.
  const bool at_table =
      now.stage >= code<Real>(PackageStage::talks) || at(t.r.packages, package).broke > 0;
  switch (o.kind) {
    case Kind::none:
      return false;
    case Kind::precondition:
      return !(preconditions_hold(t, package) > 0) || is_overtaken(t, package) > 0;
    case Kind::doctrine:
      return o.who != no_id && is_ruled_out(t, package, o.who) > 0;
    case Kind::resting:
      return now.rest > 0;
    case Kind::no_memorandum:
      return !(now.memorandum > 0);
    case Kind::loss:
      return !(party.total > 0);
    case Kind::no_gain:
      return !at_table || !(party.perceived >= 0);
    case Kind::holds_out:
      return !at_table || !(party.perceived >= party.aspiration);
  }
  return false;
}

/// The signatory for which `measure` of its party is lowest.
template <class Real, class Measure>
[[nodiscard]] Id lowest_signatory(const Table<Real>& t, Id package, Measure&& measure) {
  const Package& p = at(t.m.packages, package);
  Id lowest = p.parties.first;
  for (Id row = p.parties.first; row < p.parties.first + p.signatories; ++row) {
    lowest = measure(at(t.w.parties, row)) < measure(at(t.w.parties, lowest)) ? row : lowest;
  }
  return at(t.m.parties, lowest).country;
}

/// The first objection that stands against a step that was not taken. What must hold for everybody
/// comes before what single countries see; among countries, the one furthest from yes.
template <class Real>
[[nodiscard]] Objection objection_of(const Decision& d, const Table<Real>& t, Id package) {
  using Kind = Objection::Kind;
  using State = PartyState<Real>;
  const bool opens = d.kind == DecisionKind::opening;
  if (d.happened || (!opens && d.kind != DecisionKind::signature)) {
    return {};
  }
  const Package& p = at(t.m.packages, package);
  std::vector<Objection> possible = {{Kind::precondition, no_id}};
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    possible.push_back({Kind::doctrine, at(t.m.parties, row).country});
  }
  const auto add = [&](Kind kind, auto&& measure) {
    possible.push_back({kind, lowest_signatory(t, package, measure)});
  };
  if (opens) {
    possible.push_back({Kind::resting, no_id});
    add(Kind::loss, [](const State& party) { return party.total / max(party.stake, Real(1e-6)); });
    if (p.needs_memorandum) {
      possible.push_back({Kind::no_memorandum, no_id});
    }
  } else if (!(at(t.r.packages, package).agreed > 0)) {
    add(Kind::no_gain, [](const State& party) { return party.perceived; });
    add(Kind::holds_out, [](const State& party) { return party.perceived - party.aspiration; });
  }
  const auto found = std::find_if(possible.begin(), possible.end(),
                                  [&](const Objection& o) { return stands(o, t, package); });
  return found == possible.end() ? Objection{} : *found;
}

}  // namespace tumen
