#pragma once
// Phase 4: memoranda and the opening of talks. Attention is scarce: agent i opens package p at rate
// a_i min_j G_j/(G_j + M_j), G the gain as it sees it, M the value of j's other business
// (MODEL.md sections 4 and 6). A memorandum is an option: OV = sigma_V [pdf(u) + u cdf(u)], u =
// G/sigma_V.
#include "policies/context.hpp"

namespace tumen {

/// Value of the business of this level that competes for a party's attention [M USD/y].
template <class Real>
[[nodiscard]] Real menu_value(const Table<Real>& t, const Package& p, Id country) {
  const Real menu = t.x(at(t.m.countries, country).attention[index_of(p.attention)].menu);
  return menu * (Real(1) - Real(0.6) * max(Real(0), at(t.w.countries, country).priority));
}

/// min over signatories of G/(G+M), [0,1).
template <class Real>
[[nodiscard]] Real attention_share(const Table<Real>& t, const Package& p) {
  Real share(1);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Real gain = max(Real(0), at(t.w.parties, row).total);
    const Real menu = menu_value(t, p, at(t.m.parties, row).country);
    share = min(share, gain / max(gain + menu, Real(1e-6)));
  }
  return share;
}

/// 1 where no signatory's government rules the package out; notes who does where `would` holds.
template <class Real>
[[nodiscard]] Real doctrines_allow(const Table<Real>& t, Id package, const MaskOf<Real>& would) {
  const Package& p = at(t.m.packages, package);
  Real allowed(1);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Id country = at(t.m.parties, row).country;
    const auto out = is_ruled_out(t, package, country) > Real(0);
    hinder(t, package, Hindrance::doctrine, country, both(would, out));
    allowed = select(out, Real(0), allowed);
  }
  return allowed;
}

/// Chance a year that all signatories would sign a memorandum, given one is on the table.
template <class Real>
[[nodiscard]] Real memorandum_appeal(const Table<Real>& t, const Package& p) {
  Real appeal(1);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Strategy& s = t.strategy(at(t.m.parties, row).country);
    const Real spread = t.x(s.option_spread);
    const Real u = at(t.w.parties, row).total / spread;
    const Real density = normal_pdf(u);
    const Real option = spread * (density + u * normal_cdf(u, density));
    Real goodwill(0);
    for (const Id pair : at(t.m.parties, row).pairs) {
      goodwill = min(goodwill, at(t.w.pairs, pair).affinity);
    }
    const Real worth =
        option + t.x(t.m.rules.memorandum_goodwill) * goodwill - t.x(s.memorandum_cost);
    appeal *= logistic(worth / t.x(t.m.rules.memorandum_temperature));
  }
  return appeal;
}

/// Marks a common step, or an expectation that came to nothing, in every pair of the signatories.
template <class Real>
void mark_pairs(const Table<Real>& t, const Package& p, Real PairState<Real>::* what,
                const Real& weight) {
  for (const Id pair : p.pairs) {
    at(t.w.pairs, pair).*what += weight;
  }
}

template <class Real>
void step_memorandum(const Table<Real>& t, Id package, const Real& free) {
  const Package& p = at(t.m.packages, package);
  auto& now = at(t.w.packages, package);
  auto& r = at(t.r.packages, package);
  const auto held = now.memorandum > Real(0);
  now.memorandum = max(Real(0), now.memorandum - t.dt());
  const auto idle = is<Real>(now.stage, PackageStage::idle);
  const auto lapses = both(held, now.memorandum <= Real(0), idle);
  r.lapsed = flag<Real>(lapses);
  const auto could = both(negate(held), free > Real(0), idle);
  if (any(could)) {
    const Real rate = t.x(t.m.rules.memorandum_rate) * memorandum_appeal(t, p);
    const auto signs =
        both(could, t.uniform(p.key, Stream::memorandum) < hazard_probability(rate, t.dt()));
    r.memorandum = flag<Real>(signs);
    now.memorandum = select(signs, t.x(t.m.rules.memorandum_life), now.memorandum);
  }
  if (any(lapses)) {
    mark_pairs(t, p, &PairState<Real>::lapses, r.lapsed);
  }
}

/// Rates at which the signatories would open talks [1/y]: AI seats by attention, driven ones by
/// move.
template <class Real>
[[nodiscard]] Real opening_chance(const Table<Real>& t, Id row, const Real& share) {
  const Id country = at(t.m.parties, row).country;
  const Real rate = t.x(t.strategy(country).attention_rate) * share;
  const Real policy = hazard_probability(rate, t.dt());
  return t.choice(country, at(t.moves.opens, row), policy);
}

/// 1 in the first tick where talks have run since before it: they need no opening any more.
template <class Real>
[[nodiscard]] Real runs_already(const Table<Real>& t, const Package& p) {
  if (t.tick() != 0 || !p.talks_since.exists()) {
    return Real(0);
  }
  return flag<Real>(t.x(p.talks_since) <= convert<Real>(t.m.start_year));
}

/// Mask: a signatory opens talks, where they are `free` to; the first by row is the proposer.
template <class Real>
[[nodiscard]] MaskOf<Real> who_opens(const Table<Real>& t, const Package& p,
                                     const MaskOf<Real>& free) {
  MaskOf<Real> opened = false;
  if (none(free)) {
    return opened;
  }
  auto& proposer = at(t.w.packages, p.id).proposer;
  const Real share = attention_share(t, p);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Party& party = at(t.m.parties, row);
    const auto moves = both(free, negate(opened),
                            t.uniform(party.key, Stream::opening) < opening_chance(t, row, share));
    proposer = select(moves, convert<Real>(row), proposer);
    opened = either(opened, moves);
  }
  return opened;
}

/// Talks that `opened` start their clock, and their parties with a first impression.
template <class Real>
void start_talks(const Table<Real>& t, const Package& p, const MaskOf<Real>& opened) {
  auto& now = at(t.w.packages, p.id);
  now.stage = select(opened, code<Real>(PackageStage::talks), now.stage);
  now.clock = select(opened, Real(0), now.clock);
  now.first_proposed = select(both(opened, now.first_proposed < Real(0)),
                              convert<Real>(t.m.dt * t.tick()), now.first_proposed);
  at(t.r.packages, p.id).opened = flag<Real>(opened);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    auto& party = at(t.w.parties, row);
    party.noise =
        select(opened, t.normal(at(t.m.parties, row).key, Stream::noise_start), party.noise);
  }
}

template <class Real>
void open_talks(const Table<Real>& t, Id package) {
  const Package& p = at(t.m.packages, package);
  auto& now = at(t.w.packages, package);
  const Real ready = preconditions_hold(t, package) * (Real(1) - is_overtaken(t, package));
  now.rest = max(Real(0), now.rest - t.dt());
  const auto idle =
      both(is<Real>(now.stage, PackageStage::idle), now.rest <= Real(0), ready > Real(0));
  hinder(t, package, Hindrance::precondition, no_id, negate(ready > Real(0)));
  const Real allowed = doctrines_allow(t, package, idle);
  auto free = both(idle, allowed > Real(0));
  if (p.needs_memorandum) {
    step_memorandum(t, package, ready);
    free = both(free, now.memorandum > Real(0));
  }
  const auto runs = runs_already(t, p) > Real(0);
  const auto opened = either(who_opens(t, p, free), runs);
  if (any(opened)) {
    start_talks(t, p, opened);
  }
  if (p.talks_since.exists()) {
    now.clock = select(runs, convert<Real>(t.m.start_year) - t.x(p.talks_since), now.clock);
  }
}

/// Phase: memoranda and new talks.
template <class Real>
void open_all_talks(const Table<Real>& t) {
  for (Id k = 0; k < count(t.m.packages); ++k) {
    if (!at(t.m.packages, k).is_spare) {
      open_talks(t, k);
    }
  }
}

}  // namespace tumen
