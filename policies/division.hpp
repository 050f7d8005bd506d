#pragma once
// Who is due what: the split rule divides the joint surplus, the protocol says whose text is on the
// table. Each rule is given what it asks for: powers from patience (Nash), the most each could have
// (Kalai-Smorodinsky, compromise), capability and salience (compromise), coalition values
// (Shapley).
#include "policies/cluster.hpp"
#include "policies/proposals.hpp"
#include "policies/protocol/protocol.hpp"
#include "policies/split/split.hpp"

namespace tumen {

/// Split rule of a package: its own, else the scenario's.
[[nodiscard]] inline SplitRule rule_of(const Model& m, const Package& p) {
  return static_cast<SplitRule>(p.split_rule == no_id ? m.split_rule : p.split_rule);
}

/// Protocol of a package: its own, else the scenario's.
[[nodiscard]] inline Protocol protocol_of(const Model& m, const Package& p) {
  return static_cast<Protocol>(p.protocol == no_id ? m.protocol : p.protocol);
}

/// True where the text is written anew every tick of the talks.
[[nodiscard]] inline bool speaks_each_tick(const Model& m, const Package& p) {
  return ask_protocol(protocol_of(m, p), [](auto protocol) { return protocol.speaks_each_tick; });
}

/// What the signatories of a package bring to its division, whatever the terms.
template <class Real>
struct Claims {
  const Package& p;
  BargainingProblem<Real> problem{};            ///< without the surplus and the game
  OfferProblem<Real> offer{};                   ///< without the surplus and what the rule gives
  std::optional<PerSignatory<Real>> weights{};  ///< where the rule shares out every surplus alike

  explicit Claims(const Package& package) : p(package) {
    problem.n = package.signatories;
    offer.n = package.signatories;
  }
};

/// Puts the transfers on trial at what suits signatory `i` best: what it gets at the upper bound,
/// all others at the lower.
template <class Real>
void favour(const Table<Real>& t, Id i, Trial<Real>& trial) {
  const Package& p = trial.package();
  for (Id k = p.terms.first; k < p.terms.end(); ++k) {
    const Term& term = at(t.m.terms, k);
    if (term.payer != no_id) {
      const Real low = t.x(term.lower);
      trial.set(k, term.payee == i ? max(low, transfer_limit(t, term)) : low);
    }
  }
}

/// Ideal payoffs: the most each signatory could have on any terms that leave the others together no
/// worse off than without the deal [M USD/y].
template <class Real>
void set_ideals(const Table<Real>& t, Claims<Real>& claims, Trial<Real>& trial) {
  const Package& p = claims.p;
  for (Id point = 0; point < p.points; ++point) {
    trial.set_point(point);
    for (Id k = 0; k < p.signatories; ++k) {
      const auto at_k = static_cast<std::size_t>(k);
      favour(t, at(t.m.parties, p.parties.first + k).country, trial);
      const Gains<Real> gains = trial.gains();
      const Real most = min(gains.of[at_k], gains.sum());
      claims.problem.ideal[at_k] = max(claims.problem.ideal[at_k], most);
    }
  }
}

/// Capability, a country's reach, and salience, its ideal as a share of that and its other
/// business.
template <class Real>
void set_influence(const Table<Real>& t, Claims<Real>& claims) {
  const Package& p = claims.p;
  for (Id k = 0; k < p.signatories; ++k) {
    const auto at_k = static_cast<std::size_t>(k);
    const Id country = at(t.m.parties, p.parties.first + k).country;
    const Real wanted = claims.problem.ideal[at_k];
    claims.problem.capability[at_k] = at(t.w.countries, country).reach;
    claims.problem.salience[at_k] = wanted / max(wanted + menu_value(t, p, country), Real(1e-6));
  }
}

/// Who speaks, for how long talks have run, and what each would just sign for.
template <class Real>
void set_floor(const Table<Real>& t, Claims<Real>& claims) {
  const Package& p = claims.p;
  const auto& now = at(t.w.packages, p.id);
  const auto talks = is<Real>(now.stage, PackageStage::talks);
  claims.offer.opener = select(talks, now.proposer - convert<Real>(p.parties.first), Real(-1));
  claims.offer.clock = now.clock;
  claims.offer.interval = t.x(t.m.rules.resolve_years);
  for (Id k = 0; k < p.signatories; ++k) {
    const auto at_k = static_cast<std::size_t>(k);
    const Id row = p.parties.first + k;
    const Strategy& s = t.strategy(at(t.m.parties, row).country);
    claims.offer.reservation[at_k] =
        at(t.w.parties, row).stake * (t.x(s.margin, 0) + t.x(s.temperature));
  }
}

/// The game of a package's cluster, with the seats of its signatories.
template <class Real>
[[nodiscard]] CoalitionGame<Real> game_of(const Model& m, const Package& p,
                                          const CoalitionTable<Real>& table) {
  const Cluster& c = at(m.clusters, p.cluster);
  CoalitionGame<Real> game;
  game.table = &table;
  game.players = static_cast<int>(c.players.size());
  for (Id k = 0; k < p.signatories; ++k) {
    const Id country = at(m.parties, p.parties.first + k).country;
    const auto seat = std::find(c.players.begin(), c.players.end(), country);
    game.seat[static_cast<std::size_t>(k)] = static_cast<int>(seat - c.players.begin());
  }
  return game;
}

/// What the rule makes of the claims before there is a surplus to share.
template <class Real>
void set_weights(const Table<Real>& t, Claims<Real>& claims, const TermsRows<Real>& rows) {
  const Package& p = claims.p;
  const SplitRule rule = rule_of(t.m, p);
  if (rule == SplitRule::shapley && p.cluster != no_id) {
    const CoalitionTable<Real> table = coalition_values(at(t.m.clusters, p.cluster), p.id, rows);
    claims.problem.game = game_of(t.m, p, table);
    claims.weights = fixed_weights(rule, claims.problem);
    claims.problem.game = {};
    return;
  }
  claims.weights = fixed_weights(rule, claims.problem);
}

/// The claims on a package this tick.
template <class Real>
[[nodiscard]] Claims<Real> claims_on(const Table<Real>& t, Id package,
                                     const TermsRows<Real>& rows) {
  Claims<Real> claims(at(t.m.packages, package));
  const Package& p = claims.p;
  const SplitRule rule = rule_of(t.m, p);
  for (Id k = 0; k < p.signatories; ++k) {
    const auto at_k = static_cast<std::size_t>(k);
    const Id country = at(t.m.parties, p.parties.first + k).country;
    claims.offer.discount_rate[at_k] = t.x(at(t.m.countries, country).discount_rate);
  }
  claims.problem.power = bargaining_power_from_patience(claims.offer.discount_rate, p.signatories);
  if (rule == SplitRule::kalai_smorodinsky || rule == SplitRule::compromise) {
    Trial<Real> trial(t, package, rows.trial);
    set_ideals(t, claims, trial);
    set_influence(t, claims);
  }
  set_weights(t, claims, rows);
  if (speaks_each_tick(t.m, p)) {
    set_floor(t, claims);
  }
  return claims;
}

/// Whether a signatory's due can be told without that of the others: the rule shares out every
/// surplus alike, and a text that is not written every tick is the rule's.
template <class Real>
[[nodiscard]] bool is_each_alone(const Table<Real>& t, const Claims<Real>& claims) {
  return claims.weights.has_value() && !speaks_each_tick(t.m, claims.p);
}

/// Payoffs due to the signatories for a joint surplus [M USD/y]; a joint loss, which nobody signs
/// but a memorandum keeps open, is shared equally.
template <class Real>
[[nodiscard]] Shares<Real> targets(const Table<Real>& t, Claims<Real>& claims,
                                   const Real& joint_gain) {
  const Package& p = claims.p;
  claims.problem.surplus = max(joint_gain, Real(0));
  Shares<Real> shares;
  if (is_each_alone(t, claims)) {
    shares = share_out(claims.problem, *claims.weights);
  } else {
    claims.offer.surplus = claims.problem.surplus;
    claims.offer.by_rule = claims.weights ? share_out(claims.problem, *claims.weights)
                                          : split(rule_of(t.m, p), claims.problem);
    shares = ask_protocol(protocol_of(t.m, p),
                          [&](auto protocol) { return protocol.offer(claims.offer); });
  }
  const Real loss = min(joint_gain, Real(0)) / convert<Real>(p.signatories);
  for (Id k = 0; k < p.signatories; ++k) {
    shares[static_cast<std::size_t>(k)] += loss;
  }
  return shares;
}

/// The payoff due to signatory `row` alone.
template <class Real>
[[nodiscard]] Real target_of(const Table<Real>& t, Claims<Real>& claims, const Real& joint_gain,
                             std::size_t row) {
  if (!is_each_alone(t, claims)) {
    return targets(t, claims, joint_gain)[row];
  }
  claims.problem.surplus = max(joint_gain, Real(0));
  const Real loss = min(joint_gain, Real(0)) / convert<Real>(claims.p.signatories);
  return share_of(claims.problem, *claims.weights, row) + loss;
}

}  // namespace tumen
