#pragma once
// The halves of an explanation that read a tick while it happens.
#include "sim/explain.hpp"
#include "sim/flips_objection.hpp"
#include "sim/simulation.hpp"

namespace tumen {

/// The binding constraint in one sentence.
[[nodiscard]] std::string verdict_of(const Scenario& scenario, const Explanation& explanation);

/// Preconditions that do not hold in `world` and what has overtaken the package, in words.
[[nodiscard]] std::vector<std::string> missing_of(const Scenario& scenario,
                                                  const World<double>& world, Id package);

namespace explaining {

template <class Real>
[[nodiscard]] double number(const Real& x) {
  return static_cast<double>(lane(x, 0));
}

/// Draws of phase 4, asked before it.
template <class Real>
void add_opening(const Table<Real>& t, Explanation& e) {
  const Package& p = at(t.m.packages, e.package);
  const auto& now = at(t.w.packages, e.package);
  if (p.needs_memorandum && !(now.memorandum > t.dt())) {
    const Real rate = t.x(t.m.rules.memorandum_rate) * memorandum_appeal(t, p);
    e.chances.push_back({"sign a memorandum", no_id, number(hazard_probability(rate, t.dt())),
                         number(t.uniform(p.key, Stream::memorandum))});
  }
  const Real share = attention_share(t, p);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Party& party = at(t.m.parties, row);
    e.chances.push_back({"opens talks", party.country, number(opening_chance(t, row, share)),
                         number(t.uniform(party.key, Stream::opening))});
  }
}

/// The draw of phase 5, asked after it.
template <class Real>
void add_signature(const Table<Real>& t, Explanation& e) {
  const Package& p = at(t.m.packages, e.package);
  const Real allowed = preconditions_hold(t, e.package) * (Real(1) - is_overtaken(t, e.package));
  e.chances.push_back({"strike the deal", no_id, number(agreement_chance(t, p) * allowed),
                       number(t.uniform(p.key, Stream::agreement))});
}

template <class Real>
void add_shock(const Table<Real>& t, Explanation& e) {
  const Package& p = at(t.m.packages, e.package);
  if (e.hindrance == Hindrance::shock) {
    e.chances.push_back({"leave the talks after a test", no_id,
                         number(t.x(t.m.rules.break_on_shock)),
                         number(t.uniform(p.key, Stream::break_off))});
  }
}

/// Votes, asked before phase 6; also fills in each party's chance of a yes.
template <class Real>
void add_votes(const Table<Real>& t, Explanation& e) {
  const Package& p = at(t.m.packages, e.package);
  for (Id k = 0; k < p.signatories; ++k) {
    const Party& row = at(t.m.parties, p.parties.first + k);
    const auto& now = at(t.w.parties, p.parties.first + k);
    const Strategy& s = t.strategy(row.country);
    ExplainedParty& party = e.parties[static_cast<std::size_t>(k)];
    party.has_parliament = p.is_treaty && s.domestic_temperature.exists();
    if (party.has_parliament) {
      const Real x = now.total / max(now.stake, Real(1e-6)) - t.x(s.margin, 0);
      const Real yes = logistic((x + t.x(s.domestic_slack, 0)) / t.x(s.domestic_temperature));
      party.vote_chance = number(yes);
      if (e.decision.kind == DecisionKind::ratification && e.years_to_vote <= 0) {
        e.chances.push_back({"votes yes", row.country, number(yes),
                             number(t.uniform(row.key, Stream::ratification))});
      }
    }
  }
}

/// Who would have to consent while a ban holds, and who refuses; asked before phase 6.
template <class Real>
void add_consent(const Table<Real>& t, Explanation& e) {
  const Package& p = at(t.m.packages, e.package);
  e.is_banned = is_banned(t, p) > Real(0);
  for (ExplainedParty& party : e.parties) {
    for (const Id regime : p.consents) {
      const auto& senders = at(t.m.regimes, regime).senders;
      const bool sends = std::find(senders.begin(), senders.end(), party.country) != senders.end();
      if (e.is_banned && sends && at(t.w.regimes, regime).level > Real(0)) {
        const Real slot = slot_value(t, p, party.country);
        party.is_asked = true;
        party.vetoes = party.vetoes || at(t.w.parties, at(p.row, party.country)).total < -slot;
      }
    }
  }
}

/// Draws of breach, asked before they are made.
template <class Real>
void add_breaches(const Table<Real>& t, Explanation& e) {
  const Package& p = at(t.m.packages, e.package);
  for (Id row = p.parties.first; row < signatories(p).end(); ++row) {
    const Party& party = at(t.m.parties, row);
    e.chances.push_back({"breaks it", party.country,
                         number(hazard_probability(breach_rate(t, p, row), t.dt())),
                         number(t.uniform(party.key, Stream::breach))});
  }
}

/// What a third party does to each signatory it has leverage on.
template <class Real>
void add_presses(const Table<Real>& t, Id row, ExplainedParty& party) {
  const Package& p = at(t.m.packages, at(t.m.parties, row).package);
  party.leans = number(pressure_of(t, at(t.w.parties, row).total));
  for (Id signer = p.parties.first; signer < signatories(p).end(); ++signer) {
    const Id on = at(t.m.parties, signer).country;
    const Id pair = t.m.pair(party.country, on);
    if (pair == no_id) {
      continue;
    }
    const Pair& relation = at(t.m.pairs, pair);
    const Number leverage =
        relation.a == party.country ? relation.leverage_ab : relation.leverage_ba;
    if (leverage.exists()) {
      party.presses.push_back({on, number(t.x(leverage)) * party.leans});
    }
  }
}

}  // namespace explaining
}  // namespace tumen
