#pragma once
// Phase 5: bargaining. What a party perceives is its gain as a share of its stake, less its win-set
// margin, plus a noise that persists (an OU process: fresh noise and an irreversible signature sign
// bad deals). It aspires to kappa times its share of the surplus and concedes with time, A = g +
// (1-g)(1-f), f = k + (1-k) min(1, tau/H)^(1/e); the deal is struck at rate h prod_i logistic((x_i
// - A_i)/s), only if every perceived x_i >= 0 (MODEL.md section 6).
#include "policies/division.hpp"
#include "policies/proposals.hpp"

namespace tumen {

/// Lowest trust of a party in another signatory.
template <class Real>
[[nodiscard]] Real lowest_trust(const Table<Real>& t, const Party& party) {
  Real lowest(1);
  for (const Id pair : party.pairs) {
    lowest = min(lowest, at(t.w.pairs, pair).trust);
  }
  return lowest;
}

/// Share of what it could live with that `row` tells the mediator, [0,1]: as much as it trusts the
/// country in the chair; everything where that is itself, or nobody with interests of his own.
template <class Real>
[[nodiscard]] Real confides(const Table<Real>& t, const Package& p, Id row) {
  const Id i = at(t.m.parties, row).country;
  if (p.mediator == no_id || p.mediator == i) {
    return Real(1);
  }
  const Id pair = t.m.pair(i, p.mediator);
  if (pair == no_id) {
    return Real(0.5);
  }
  return at(t.w.pairs, pair).trust;
}

/// Where a party's aspiration ends, share of its stake.
template <class Real>
[[nodiscard]] Real final_goal(const Table<Real>& t, const Strategy& s, const Real& share) {
  return clamp(t.x(s.kappa) * share, Real(0), Real(1));
}

/// Aspiration of a party after `years` of talks, share of its stake.
template <class Real>
[[nodiscard]] Real aspiration(const Table<Real>& t, const Strategy& s, const Real& share,
                              const Real& years, const Real& conceded) {
  const Real floor_goal = final_goal(t, s, share);
  const Real passed = clamp(years / t.x(s.deadline), Real(1e-6), Real(1));
  const Real k = t.x(s.start, 0);
  const Real timely = k + (Real(1) - k) * pow(passed, Real(1) / t.x(s.concession));
  const Real reciprocity = t.x(s.reciprocity, 0);
  const Real f = clamp(timely + reciprocity * (conceded - timely), Real(0), Real(1));
  return floor_goal + (Real(1) - floor_goal) * (Real(1) - f);
}

/// Years of talks on the clock of a party: a package with a deadline of its own runs that much
/// faster or slower for all.
template <class Real>
[[nodiscard]] Real years_of_talks(const Table<Real>& t, const Package& p, const Strategy& s) {
  const Real& clock = at(t.w.packages, p.id).clock;
  return p.deadline.exists() ? clock * t.x(s.deadline) / t.x(p.deadline) : clock;
}

/// Every signatory's doubt moves on. (Draws first: the processor then works on several quantiles at
/// a time.)
template <class Real>
void renew_doubts(const Table<Real>& t, const Package& p) {
  const Constants<Real>& c = t.constants();
  PerSignatory<Real> drawn;
  for (Id k = 0; k < p.signatories; ++k) {
    const std::uint32_t key = at(t.m.parties, p.parties.first + k).key;
    drawn[static_cast<std::size_t>(k)] = t.uniform(key, Stream::noise);
  }
  for (Id k = 0; k < p.signatories; ++k) {
    auto& noise = at(t.w.parties, p.parties.first + k).noise;
    const Real shock = normal_quantile(drawn[static_cast<std::size_t>(k)]);
    noise = c.noise_kept * noise + c.noise_fresh * shock;
  }
}

/// Perceived gain and aspiration of every signatory of a package.
template <class Real>
void perceive(const Table<Real>& t, Id package) {
  const Package& p = at(t.m.packages, package);
  renew_doubts(t, p);
  Real conceded(0);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    conceded += shared_among<Real>(p.signatories, Real(1) - at(t.w.parties, row).aspiration);
  }
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    auto& party = at(t.w.parties, row);
    const Strategy& s = t.strategy(at(t.m.parties, row).country);
    const Real distrust = Real(1) - lowest_trust(t, at(t.m.parties, row));
    const Real doubt = t.x(s.noise) * distrust * party.noise;
    party.perceived = party.total / max(party.stake, Real(1e-6)) - t.x(s.margin, 0) + doubt;
  }
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    auto& party = at(t.w.parties, row);
    const Strategy& s = t.strategy(at(t.m.parties, row).country);
    const Real years = years_of_talks(t, p, s);
    const Stand<Real> stand{aspiration(t, s, party.share, years, conceded),
                            final_goal(t, s, party.share),
                            t.x(t.m.rules.mediation) * confides(t, p, row)};
    party.aspiration =
        ask_protocol(protocol_of(t.m, p), [&](auto rule) { return rule.aspiration(stand); });
  }
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    auto& party = at(t.w.parties, row);
    const Strategy& s = t.strategy(at(t.m.parties, row).country);
    party.accepts = logistic((party.perceived - party.aspiration) / t.x(s.temperature));
  }
}

/// The signatory whose acceptance is least likely.
template <class Real>
[[nodiscard]] Real least_willing(const Table<Real>& t, const Package& p) {
  Real who = convert<Real>(at(t.m.parties, p.parties.first).country);
  Real least = at(t.w.parties, p.parties.first).accepts;
  for (Id row = p.parties.first + 1; row < signatories(p).end(); ++row) {
    const auto less = at(t.w.parties, row).accepts < least;
    least = select(less, at(t.w.parties, row).accepts, least);
    who = select(less, convert<Real>(at(t.m.parties, row).country), who);
  }
  return who;
}

/// How the signatories of a package stand to the text on the table.
template <class Real>
[[nodiscard]] Voices<Real> voices_of(const Table<Real>& t, const Package& p) {
  Voices<Real> v;
  v.n = static_cast<int>(p.signatories);
  v.has_drivers = t.has_drivers;
  v.rate = p.agreement_rate.exists() ? t.x(p.agreement_rate) : t.x(t.m.rules.agreement_rate);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const auto i = static_cast<std::size_t>(row - p.parties.first);
    const Id country = at(t.m.parties, row).country;
    v.accepts[i] = at(t.w.parties, row).accepts;
    v.gain[i] = at(t.w.parties, row).perceived;
    v.weight[i] = at(t.w.countries, country).reach;
    if (t.has_drivers) {
      v.is_driven[i] = t.moves.drives(country);
      v.answer[i] = at(t.moves.answers, row);
    }
  }
  return v;
}

/// Chance that the package is agreed this tick: AI seats by the rule, driven ones by their answers.
template <class Real>
[[nodiscard]] Real agreement_chance(const Table<Real>& t, const Package& p) {
  const Voices<Real> v = voices_of(t, p);
  const Consent<Real> consent =
      ask_protocol(protocol_of(t.m, p), [&v](auto rule) { return rule.consent(v); });
  Real chance = hazard_probability(consent.rate, t.dt());
  if (t.has_drivers) {
    Real policies(0);
    for (std::size_t i = 0; i < static_cast<std::size_t>(v.n); ++i) {
      policies += Real(1) - v.is_driven[i];
    }
    chance = select(policies > Real(0), chance, Real(1));
  }
  return consent.possible * chance;
}

/// 1 where talks end without a deal: past the deadline, after a shock, or somebody leaves.
template <class Real>
[[nodiscard]] Real talks_break(const Table<Real>& t, Id package) {
  const Package& p = at(t.m.packages, package);
  const auto& now = at(t.w.packages, package);
  Real deadline(0);
  Real shocked(0);
  Real leaves(0);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Id country = at(t.m.parties, row).country;
    deadline = max(deadline, t.x(t.strategy(country).deadline));
    shocked = max(shocked, at(t.w.countries, country).tested);
    if (t.has_drivers) {
      leaves = max(leaves, at(t.moves.withdraws, row) * t.moves.drives(country));
    }
  }
  if (p.deadline.exists()) {
    deadline = t.x(p.deadline);
  }
  const auto talks = is<Real>(now.stage, PackageStage::talks);
  const TalksLength<Real> length{t.x(t.m.rules.deadline_slack) * deadline,
                                 t.x(t.m.rules.resolve_years)};
  const Real longest =
      ask_protocol(protocol_of(t.m, p), [&](auto rule) { return rule.years(length); });
  const auto late = both(talks, now.clock > longest);
  MaskOf<Real> hit = both(talks, shocked > Real(0));
  if (any(hit)) {
    hit = both(hit, t.uniform(p.key, Stream::break_off) < t.x(t.m.rules.break_on_shock));
  }
  hinder(t, package, Hindrance::deadline, [&] { return least_willing(t, p); }, late);
  hinder(t, package, Hindrance::shock, no_id, hit);
  hinder(t, package, Hindrance::withdrawn, no_id, both(talks, leaves > Real(0)));
  return flag<Real>(both(talks, either(late, hit, leaves > Real(0))));
}

template <class Real>
void bargain(const Table<Real>& t, Id package) {
  const Package& p = at(t.m.packages, package);
  auto& now = at(t.w.packages, package);
  auto& r = at(t.r.packages, package);
  perceive(t, package);
  r.agreed = r.broke = Real(0);
  const auto talks = is<Real>(now.stage, PackageStage::talks);
  if (none(talks)) {
    return;
  }
  const Real allowed = doctrines_allow(t, package, talks) * preconditions_hold(t, package) *
                       (Real(1) - is_overtaken(t, package));
  Real chance = agreement_chance(t, p) * allowed;
  if (speaks_each_tick(t.m, p)) {
    chance *= flag<Real>(now.clock > Real(0));  // nobody has spoken in the tick talks open
  }
  const auto agreed = both(talks, t.uniform(p.key, Stream::agreement) < chance);
  r.agreed = flag<Real>(agreed);
  hinder(
      t, package, Hindrance::aspiration, [&] { return least_willing(t, p); },
      both(talks, negate(agreed)));
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const auto loses = at(t.w.parties, row).perceived < Real(0);
    hinder(t, package, Hindrance::no_gain, at(t.m.parties, row).country,
           both(talks, negate(agreed), loses));
  }
  const auto breaks = both(talks_break(t, package) > Real(0), negate(agreed));
  r.broke = flag<Real>(breaks);
  now.stage = select(breaks, code<Real>(PackageStage::idle), now.stage);
  const Real rest = t.x(p.rest.exists() ? p.rest : t.m.rules.rest);
  now.rest = select(breaks, rest, now.rest);
  now.clock += select(talks, t.dt(), Real(0));
}

/// Phase: bargaining in all open talks.
template <class Real>
void bargain_all(const Table<Real>& t) {
  for (Id k = 0; k < count(t.m.packages); ++k) {
    if (!at(t.m.packages, k).is_spare) {
      bargain(t, k);
    }
  }
}

}  // namespace tumen
