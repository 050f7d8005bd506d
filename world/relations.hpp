#pragma once
// Relations: affinity drifts to a baseline of stances and alliance and jumps with deals, breaches
// and shocks; trust is a pair of Beta counts that forget toward a prior (MODEL.md section 9);
// trade follows affinity, corridors and sanctions, ln x* = ln x0 + beta c + corridor - z (section
// 4).
#include "world/step.hpp"

namespace tumen {

/// Where affinity rests for the governments in office, [-1,1].
template <class Real>
[[nodiscard]] Real affinity_baseline(const Step<Real>& s, std::size_t pair) {
  const Pair& p = s.m.pairs[pair];
  const auto& now = s.w.pairs[pair];
  const Rules& r = s.m.rules;
  return clamp(s.x(p.baseline) +
                   s.x(r.stance_to_affinity) * Real(0.5) * (now.stance_ab + now.stance_ba) +
                   s.x(r.alliance_to_affinity) * now.alliance,
               Real(-1), Real(1));
}

/// Trust that strangers of affinity c start from.
template <class Real>
[[nodiscard]] Real prior_trust(const Real& affinity) {
  return Real(0.5) + Real(0.35) * clamp(affinity, Real(-1), Real(1));
}

template <class Real>
void learn_pair(const Step<Real>& s, std::size_t pair) {
  const Rules& r = s.m.rules;
  auto& now = s.w.pairs[pair];
  const Pair& p = s.m.pairs[pair];
  const Real tested = max(at(s.w.countries, p.a).tested, at(s.w.countries, p.b).tested);
  const Real adverse = tested * flag<Real>(min(now.stance_ab, now.stance_ba) < Real(0.25));
  const Real& kept = s.constants().affinity_kept;
  now.affinity = kept * now.affinity + (Real(1) - kept) * affinity_baseline(s, pair) +
                 s.x(r.affinity_deal) * now.deals - s.x(r.affinity_breach) * now.breaches -
                 s.x(r.affinity_shock) * adverse;
  now.affinity = clamp(now.affinity, Real(-1), Real(1));

  const Real& memory = s.constants().trust_kept;
  const Real weight = s.x(r.trust_prior);
  const Real prior = weight * prior_trust(now.affinity);
  now.alpha = memory * now.alpha + (Real(1) - memory) * prior + now.kept;
  now.beta = memory * now.beta + (Real(1) - memory) * (weight - prior) +
             s.x(r.breach_weight) * now.breaches + Real(0.3) * now.lapses +
             s.x(r.shock_trust) * adverse;
  now.deals = now.breaches = now.lapses = now.kept = Real(0);
}

template <class Real>
void step_trade(const Step<Real>& s, std::size_t pair) {
  const Pair& p = s.m.pairs[pair];
  auto& now = s.w.pairs[pair];
  const Rules& r = s.m.rules;
  const Real potential_ab = s.x.at(p.trade_ab, s.tick());
  const Real potential_ba = s.x.at(p.trade_ba, s.tick());
  const auto embargo = [&](Id i) {
    const auto& z = at(s.w.countries, i).sanctioned;
    return max(z[index_of(Channel::minerals)], z[index_of(Channel::finance)]);
  };
  const Real banned = s.m.regimes.empty() ? Real(0) : max(embargo(p.a), embargo(p.b));
  const Real barred = banned * (Real(1) - s.x(p.rerouted, 0));
  // Direct statistics see what is not barred at all; the rest is on record elsewhere (D11).
  if (any(banned > Real(0))) {
    now.indirect = (banned - barred) / max(Real(1) - barred, Real(1e-6));
  } else {
    now.indirect = Real(0);
  }
  if (none(either(now.trade_ab + now.trade_ba > Real(0), potential_ab + potential_ba > Real(0)))) {
    return;  // they do not trade
  }
  Real linked(0);
  for (std::size_t k = 0; k < s.m.corridors.size(); ++k) {
    if (s.m.corridors[k].stage == CorridorStage::operating) {
      continue;  // the series of potential trade hold what stands from the start
    }
    const auto& countries = s.m.corridors[k].countries;
    if (std::find(countries.begin(), countries.end(), p.a) != countries.end() &&
        std::find(countries.begin(), countries.end(), p.b) != countries.end()) {
      linked = max(linked, s.w.corridors[k].flow);
    }
  }
  const Real factor = exp(s.x(r.trade_affinity) * now.affinity + s.x(r.corridor_trade) * linked) *
                      (Real(1) - barred) * (Real(1) - now.closed) * (Real(1) - now.world_prices);
  const Real& speed = s.constants().trade_speed;
  now.trade_ab += speed * (potential_ab * factor - now.trade_ab);
  now.trade_ba += speed * (potential_ba * factor - now.trade_ba);
}

/// Borders that were closed for a time open again.
template <class Real>
void reopen_borders(const Step<Real>& s) {
  for (auto& pair : s.w.pairs) {
    pair.reopens = max(Real(0), pair.reopens - s.dt());
    pair.closed = select(pair.reopens > Real(0), pair.closed, Real(0));
  }
}

/// Totals and concentration of each country's trade among the declared pairs.
template <class Real>
void sum_trade(const Step<Real>& s) {
  for (auto& c : s.w.countries) {
    c.trade_total = Real(0);
    c.trade_square = Real(0);
  }
  for (std::size_t k = 0; k < s.m.pairs.size(); ++k) {
    const auto& now = s.w.pairs[k];
    const Real volume = now.trade_ab + now.trade_ba;
    if (none(volume > Real(0))) {
      continue;
    }
    const Real distrust = now.beta / (now.alpha + now.beta);
    for (const Id i : {s.m.pairs[k].a, s.m.pairs[k].b}) {
      at(s.w.countries, i).trade_total += volume;
      at(s.w.countries, i).trade_square += volume * volume * distrust;
    }
  }
}

/// Influence of a country that needs two others: the smaller of its good relations (S14).
template <class Real>
void sum_influence(const Step<Real>& s) {
  for (std::size_t i = 0; i < s.m.countries.size(); ++i) {
    const auto& both_of = s.m.countries[i].influence_pair;
    if (both_of.size() != 2) {
      continue;
    }
    const auto affinity = [&](Id j) {
      const Id k = s.m.pair(static_cast<Id>(i), j);
      return k == no_id ? Real(0) : max(Real(0), at(s.w.pairs, k).affinity);
    };
    s.w.countries[i].influence = min(affinity(both_of[0]), affinity(both_of[1]));
  }
}

template <class Real>
void step_relations(const Step<Real>& s) {
  for (std::size_t k = 0; k < s.m.pairs.size(); ++k) {
    learn_pair(s, k);
  }
  reopen_borders(s);
  sum_influence(s);
}

}  // namespace tumen
