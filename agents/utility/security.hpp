#pragma once
// Security and politics: ties, influence, aid, labour, the programme and the threat of it.
// MODEL.md section 5.
#include "agents/appraisal.hpp"
#include "agents/utility/sanctions.hpp"

namespace tumen::security {

/// What a tie of unit strength with `other` is worth to `i` [M USD/y, before its weight].
template <class Real, class Sink>
[[nodiscard]] Real tie_value(const Appraisal<Real, Sink>& a, Id i, Id other) {
  const Preferences& p = a.prefers(i);
  return a.v.x(p.ties, 0) * min(a.stance(i, other), a.v.x(p.ties_cap, 1));
}

template <class Real, class Sink>
void one_side(const Appraisal<Real, Sink>& a, const Tie<Real>& t, Id i, Id other) {
  a.weighted(i, Issue::security, Reason::ties, tie_value(a, i, other) * t.strength);
  const Country& c = at(a.v.m.countries, i);
  const bool counts = c.influence_pair.size() == 2 &&
                      (c.influence_pair[0] == other || c.influence_pair[1] == other);
  if (counts && c.preferences.influence.exists()) {
    a.weighted(i, Issue::security, Reason::influence,
               a.v.x(c.preferences.influence) * t.strength * a.of(i).influence);
  }
}

template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const Tie<Real>& t) {
  one_side(a, t, t.a, t.b);
  one_side(a, t, t.b, t.a);
}

/// Share of the threat between i and j that their alliance leaves: an ally's weapon is aimed
/// elsewhere (S17).
template <class Real, class Sink>
[[nodiscard]] Real unallied(const Appraisal<Real, Sink>& a, Id i, Id j) {
  const Id k = a.v.m.pair(i, j);
  const Real alliance = k == no_id ? Real(0) : at(a.v.w.pairs, k).alliance;
  return Real(1) - a.v.x(a.v.m.rules.alliance_to_threat, 0) * alliance;
}

/// What i would still need weapons of its own for under the protection of its allies, share.
template <class Real, class Sink>
[[nodiscard]] Real unprotected(const Appraisal<Real, Sink>& a, Id i) {
  Real left(1);
  for (Id j = 0; j < static_cast<Id>(a.v.m.countries.size()); ++j) {
    left *= unallied(a, i, j);
  }
  return left;
}

template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const ProgrammeStep<Real>& s) {
  const Real given_up = s.freeze * a.of(s.owner).programme;
  const auto lasting = [&](Id i) {
    if (s.is_for_good) {
      return Real(1);
    }
    return i == s.owner ? a.spread(i, s.when) : a.spread(i, s.owner, s.when);
  };
  a.weighted(s.owner, Issue::security, Reason::programme,
             -a.v.x(a.prefers(s.owner).programme, 0) * given_up * unprotected(a, s.owner) *
                 lasting(s.owner));
  for (Id k = a.p.parties.first; k < a.p.parties.first + a.p.signatories; ++k) {
    const Id i = at(a.v.m.parties, k).country;
    if (i != s.owner) {
      a.weighted(i, Issue::security, Reason::threat,
                 a.v.x(a.prefers(i).threat, 0) * given_up * unallied(a, i, s.owner) * lasting(i));
    }
  }
}

template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const Danger<Real>& d) {
  a.weighted(d.who, Issue::security, Reason::danger, d.yearly * a.spread(d.who, d.from, d.when));
}

template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const Aid<Real>& d) {
  const Country& taker = at(a.v.m.countries, d.recipient);
  const Real given = d.amount * a.spread(d.donor, d.when);
  const Real taken = d.amount * a.spread(d.recipient, d.donor, d.when);
  const Real stance = a.stance(d.donor, d.recipient);
  a.cash(d.donor, Issue::security, Reason::paid, -given);
  a.weighted(d.donor, Issue::security, Reason::aid_politics,
             a.v.x(a.prefers(d.donor).aid_politics, 0) * stance);
  const Issue issue = d.food ? Issue::security : Issue::energy;
  a.cash(d.recipient, issue, Reason::aid, taken);
  if (d.food && taker.harvest_need.exists()) {
    a.cash(d.recipient, issue, Reason::shortage,
           min(taken, a.v.x(taker.harvest_need) * max(Real(0), -a.of(d.recipient).harvest)));
  }
  a.weighted(d.recipient, Issue::security, Reason::pride,
             -a.v.x(a.prefers(d.recipient).pride, 0) * max(Real(0), -stance));
}

template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const Labour<Real>& l) {
  const Real months(12);
  const Real allowed = Real(1) - a.of(l.sender).sanctioned[index_of(Channel::labour)];
  const Real wages = l.thousands * l.wage * months * Real(0.001) * allowed;
  const Real product = l.thousands * l.product * months * Real(0.001) * allowed;
  const auto [to_host, to_sender] = a.spread_to_both(l.host, l.sender, l.when);
  a.cash(l.host, Issue::security, Reason::labour, (product - wages) * to_host);
  a.cash(l.sender, Issue::security, Reason::labour, wages * to_sender);
  sanctions::benefit(a, l.sender, Channel::labour, wages);
}

/// Money: counted once, unweighted, under the issue it is paid for. What reaches a target of
/// sanctions is felt by their senders; what makes trade less dependent on one partner has a value.
template <class Real, class Sink>
void value(const Appraisal<Real, Sink>& a, const Payment<Real>& m) {
  const Real arrives = m.amount * m.quality * share_that_arrives(a.v, m);
  const auto [to_payer, to_payee] = a.spread_to_both(m.from, m.to, m.when);
  a.cash(m.from, m.issue, Reason::paid, -m.amount * to_payer);
  a.cash(m.to, m.issue, Reason::received, arrives * to_payee);
  sanctions::benefit(a, m.to, m.channel, arrives);
  if (!a.prefers(m.to).diversification.exists()) {
    return;
  }
  const auto& s = a.of(m.to);
  const Real distrust = Real(1) - a.trust(m.to, m.from);
  const Id k = a.v.m.pair(m.to, m.from);
  const Real present =
      k == no_id ? Real(0) : at(a.v.w.pairs, k).trade_ab + at(a.v.w.pairs, k).trade_ba;
  const Real added = max(Real(0), m.amount);
  const Real total = max(s.trade_total, Real(1));
  const Real grown = total + added;
  const Real square = s.trade_square + (Real(2) * present + added) * added * distrust;
  const Real change = square / (grown * grown) - s.trade_square / (total * total);
  a.weighted(m.to, Issue::security, Reason::diversification,
             -a.v.x(a.prefers(m.to).diversification) * change);
}

}  // namespace tumen::security
