#pragma once
// Phase 6: ratification and consent. After the longest countdown among the signatories each votes
// once, yes with probability logistic((x - m)/s_dom). Where a multilateral regime bans the channel
// of a corridor that is not exempt, every sender at the table must bear it: one whose loss exceeds
// its slot vetoes, one that hardly cares abstains; a refused waiver leaves the deal ratified but
// blocked.
#include "policies/context.hpp"

namespace tumen {

template <class Real>
[[nodiscard]] Real longest_ratification(const Table<Real>& t, const Package& p) {
  Real years(0);
  if (!p.is_treaty) {
    return years;
  }
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    years = max(years, t.x(t.strategy(at(t.m.parties, row).country).ratification, 0));
  }
  return years;
}

/// 1 where every parliament says yes; each vote is noted with its party.
template <class Real>
[[nodiscard]] Real vote(const Table<Real>& t, Id package, const MaskOf<Real>& due) {
  const Package& p = at(t.m.packages, package);
  Real passed(1);
  if (none(due)) {
    return passed;
  }
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Id country = at(t.m.parties, row).country;
    const Strategy& s = t.strategy(country);
    auto& party = at(t.w.parties, row);
    if (!s.domestic_temperature.exists() || !p.is_treaty) {
      continue;  // no parliament that could say no
    }
    const Real x = party.total / max(party.stake, Real(1e-6)) - t.x(s.margin, 0);
    const Real chance = logistic((x + t.x(s.domestic_slack, 0)) / t.x(s.domestic_temperature));
    const auto yes = t.uniform(at(t.m.parties, row).key, Stream::ratification) < chance;
    party.vote = select(due, select(yes, Real(1), Real(-1)), Real(0));
    passed = select(yes, passed, Real(0));
    hinder(t, package, Hindrance::domestic_vote, country, both(due, negate(yes)));
  }
  return passed;
}

/// 1 where a second authority of one signatory says yes too: the capital that sets the quota while
/// its regions want the workers, or the other way round (S21).
template <class Real>
[[nodiscard]] Real approve(const Table<Real>& t, Id package, const MaskOf<Real>& due) {
  const Package& p = at(t.m.packages, package);
  if (p.approver == no_id || none(due)) {
    return Real(1);
  }
  const Id row = at(p.row, p.approver);
  const auto& party = at(t.w.parties, row);
  const Real x = party.total / max(party.stake, Real(1e-6)) - t.x(p.approval_margin);
  const auto yes = t.uniform(at(t.m.parties, row).key, Stream::approval) <
                   logistic(x / t.x(p.approval_temperature));
  hinder(t, package, Hindrance::approval, p.approver, both(due, negate(yes)));
  return flag<Real>(yes);
}

/// 1 where a multilateral ban on a channel the package uses is in force and nothing exempts it.
template <class Real>
[[nodiscard]] Real is_banned(const Table<Real>& t, const Package& p) {
  Real banned(0);
  for (const Id k : p.corridors) {
    const Corridor& c = at(t.m.corridors, k);
    for (const Id i : c.countries) {
      const Real z = at(t.w.countries, i).banned[index_of(c.channel)];
      const auto applies =
          both(z >= t.x(t.m.rules.ban_threshold), at(t.w.corridors, k).exempt <= Real(0));
      banned = max(banned, flag<Real>(applies));
    }
  }
  return banned;
}

/// 1 where no sender of the regimes concerned vetoes.
template <class Real>
[[nodiscard]] Real consent(const Table<Real>& t, Id package, const MaskOf<Real>& asked) {
  const Package& p = at(t.m.packages, package);
  Real given(1);
  for (const Id regime : p.consents) {
    for (const Id sender : at(t.m.regimes, regime).senders) {
      const Id row = at(p.row, sender);
      if (row == no_id) {
        continue;
      }
      const Real slot = t.x(at(t.m.countries, sender).attention[index_of(p.attention)].slot);
      const auto vetoes =
          both(at(t.w.regimes, regime).level > Real(0), at(t.w.parties, row).total < -slot);
      hinder(t, package, Hindrance::consent, sender, both(asked, vetoes));
      given = select(vetoes, Real(0), given);
    }
  }
  return given;
}

template <class Real>
void ratify(const Table<Real>& t, Id package) {
  const Package& p = at(t.m.packages, package);
  auto& now = at(t.w.packages, package);
  auto& r = at(t.r.packages, package);
  const auto is_signed = is<Real>(now.stage, PackageStage::signed_);
  const auto is_blocked = is<Real>(now.stage, PackageStage::blocked);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    at(t.w.parties, row).vote = Real(0);
  }
  if (none(either(is_signed, is_blocked))) {
    return;
  }
  now.clock += select(either(is_signed, is_blocked), t.dt(), Real(0));

  const auto due = both(is_signed, now.clock > longest_ratification(t, p));
  const Real votes = vote(t, package, due) * approve(t, package, due);
  const auto passed = votes > Real(0);
  const auto fails = both(due, negate(passed));
  const auto asks = either(both(due, passed), is_blocked);
  const auto free = either(is_banned(t, p) <= Real(0), consent(t, package, asks) > Real(0));
  const auto enters = both(asks, free);
  const auto blocked = both(asks, negate(free));

  r.ratified = select(due, votes, Real(0));
  r.entered = flag<Real>(enters);
  r.blocked = flag<Real>(both(blocked, negate(is_blocked)));
  now.refused += r.blocked;
  now.stage = select(fails, code<Real>(PackageStage::idle), now.stage);
  now.rest = select(fails, t.x(p.rest.exists() ? p.rest : t.m.rules.rest), now.rest);
  now.stage = select(blocked, code<Real>(PackageStage::blocked), now.stage);
  now.stage = select(enters, code<Real>(PackageStage::in_force), now.stage);
  now.clock = select(either(enters, r.blocked > Real(0)), Real(0), now.clock);
  // A blocked deal is not kept on the table for ever: after two rests it is given up.
  const auto given_up = both(blocked, now.clock > Real(2) * t.x(t.m.rules.rest));
  now.stage = select(given_up, code<Real>(PackageStage::idle), now.stage);
  r.ended = flag<Real>(given_up);
}

/// Phase: votes and consents on all signed deals.
template <class Real>
void ratify_all(const Table<Real>& t) {
  for (Id k = 0; k < count(t.m.packages); ++k) {
    if (!at(t.m.packages, k).is_spare) {
      ratify(t, k);
    }
  }
}

}  // namespace tumen
