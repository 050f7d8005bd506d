#pragma once
// Deals that driven seats sign at once, and acts that they do: for mechanisms that are watched
// after a signature or a move, whatever the chance of either.
#include "tests/mechanisms/kit.hpp"

#include <string>

namespace tumen::mechanisms {

/// Overrides by which seats that say yes to `deal` have it in force in the next tick: no
/// memorandum, no parliament, no date to wait for.
[[nodiscard]] inline Overrides at_once(const std::string& deal) {
  const std::string p = "packages." + deal + ".";
  return {p + "needs_memorandum=false", p + "is_treaty=false", p + "preconditions=[]"};
}

[[nodiscard]] inline Overrides operator+(Overrides a, const Overrides& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// From tick `from` on the signatories of `deal` are driven; they open talks and say yes.
[[nodiscard]] inline Driver signing(const Scenario& s, std::string_view deal, Id from = 0) {
  const Package& p = at(s.model.packages, package(s, deal));
  return [&s, &p, from](const World<double>& w, Moves<double>& moves) {
    for (Id row = p.parties.first; w.tick >= from && row < p.parties.first + p.signatories; ++row) {
      at(moves.driven, at(s.model.parties, row).country) = 1;
      at(moves.opens, row) = at(moves.answers, row) = 1;
    }
  };
}

/// The actor of `name` is driven from the start and acts in tick `when`, or in every tick from
/// `when` to `until`.
[[nodiscard]] inline Driver doing(const Scenario& s, std::string_view name, Id when,
                                  Id until = no_id) {
  const Id id = act(s, name);
  return [&s, id, when, until](const World<double>& w, Moves<double>& moves) {
    at(moves.driven, at(s.model.acts, id).actor) = 1;
    at(moves.acts, id) = w.tick == when || (w.tick > when && w.tick <= until) ? 1 : 0;
  };
}

[[nodiscard]] inline Driver operator&(const Driver& a, const Driver& b) {
  return [a, b](const World<double>& w, Moves<double>& moves) {
    a(w, moves);
    b(w, moves);
  };
}

/// Stage of a package in a world.
[[nodiscard]] inline bool is_at(const Scenario& s, const World<double>& w, std::string_view deal,
                                PackageStage stage) {
  return at(w.packages, package(s, deal)).stage == code<double>(stage);
}

/// State of a pair in a world.
[[nodiscard]] inline PairState<double> between(const Scenario& s, const World<double>& w,
                                               std::string_view a, std::string_view b) {
  return at(w.pairs, pair(s, a, b));
}

[[nodiscard]] inline double trust(const PairState<double>& p) {
  return p.alpha / (p.alpha + p.beta);
}

/// In both directions [M USD/y].
[[nodiscard]] inline double trade(const PairState<double>& p) {
  return p.trade_ab + p.trade_ba;
}

}  // namespace tumen::mechanisms
