#pragma once
// Agreements carried out: once when they enter into force (Enactor), every tick while they are
// (Performer). Every transfer has a payer and a payee and stands in the record.
#include "world/clauses/clauses.hpp"
#include "world/ledger.hpp"

namespace tumen {

/// What a deal changes at once, in the lanes where it `enters` into force.
template <class Real>
struct Enactor {
  const Step<Real>& s;
  MaskOf<Real> enters;

  void operator()(const Relief<Real>& e) const { relieve(s, e, enters); }
  void operator()(const SanctionStep<Real>& e) const {
    if (e.exempted != no_id) {
      auto& corridor = at(s.w.corridors, e.exempted);
      corridor.exempt = select(enters, Real(1), corridor.exempt);
      return;
    }
    auto& regime = at(s.w.regimes, e.regime);
    regime.eased = select(enters, clamp(regime.eased + e.easing, Real(-1), Real(1)), regime.eased);
  }
  void operator()(const Tie<Real>& e) const {
    const Id k = s.m.pair(e.a, e.b);
    if (k != no_id) {
      auto& pair = at(s.w.pairs, k);
      pair.deals += select(enters, e.strength, Real(0));
      if (e.alliance) {
        pair.alliance = select(enters, Real(1), pair.alliance);
      }
    }
  }
  void operator()(const Works<Real>& e) const {
    auto& corridor = at(s.w.corridors, e.corridor);
    const auto not_built = corridor.stage < code<Real>(CorridorStage::building);
    const auto stands_idle = is<Real>(corridor.stage, CorridorStage::suspended);
    corridor.stage =
        select(both(enters, not_built), code<Real>(CorridorStage::building), corridor.stage);
    corridor.stage =
        select(both(enters, stands_idle), code<Real>(CorridorStage::operating), corridor.stage);
  }
  void operator()(const Access<Real>& e) const {
    auto& corridor = at(s.w.corridors, e.corridor);
    corridor.access = select(enters, max(corridor.access, e.ease), corridor.access);
  }
  void operator()(const FriendlyPrices<Real>& e) const {
    const Id k = s.m.pair(e.seller, e.buyer);
    if (k != no_id) {
      auto& pair = at(s.w.pairs, k);
      pair.world_prices = select(enters, Real(0), pair.world_prices);
    }
  }
  void operator()(const Delivery<Real>&) const {}
  void operator()(const Payment<Real>&) const {}
  void operator()(const Passage<Real>&) const {}
  void operator()(const ProgrammeStep<Real>&) const {}
  void operator()(const Danger<Real>&) const {}
  void operator()(const Aid<Real>&) const {}
  void operator()(const Labour<Real>&) const {}
};

/// What a deal moves every tick. `years` is its age.
template <class Real>
struct Performer {
  const Step<Real>& s;
  Id package;
  Real active;    ///< 1 while in force
  Real promised;  ///< 1 from signature on
  Real years;
  Real delivered, performed;  ///< of a staged exchange, [0,1]; 1 where it is not staged

  [[nodiscard]] Real running(const Timing<Real>& when) const {
    if (when.corridor == no_id) {
      return active * flag<Real>(years < when.length);
    }
    // From the first delivery under this deal: a route that stood before it has its own age.
    const auto& c = at(s.w.corridors, when.corridor);
    const Real since = min(c.operated, years + s.dt());
    return active * c.flow * flag<Real>(since <= when.length + s.dt());
  }
  void move(Id from, Id to, Commodity what, const Real& amount, const Real& losses,
            Id corridor) const {
    const Real arrives = amount * (Real(1) - losses);
    s.r.flow({from, to, package, no_id, corridor, what, amount, arrives});
    if (what == Commodity::money && s.r.notes.cash) {
      at(s.w.countries, from).cash -= amount;
      if (to != no_id) {
        at(s.w.countries, to).cash += arrives;
      }
    }
  }
  void operator()(const Payment<Real>& e) const {
    const Real lost = Real(1) - share_that_arrives(s.view(), e);
    move(e.from, e.to, e.is_goods ? Commodity::barter : Commodity::money,
         e.amount * s.dt() * running(e.when), lost, e.when.corridor);
  }
  void operator()(const Delivery<Real>& e) const {
    const Corridor& c = at(s.m.corridors, e.corridor);
    if (c.field != no_id) {
      at(s.w.fields, c.field).committed += promised * e.volume;
    }
    const Real amount = e.volume * running(e.when);
    const Real losses = s.x(c.losses, 0);
    const auto what = static_cast<Commodity>(index_of(Commodity::gas) + index_of(c.fuel));
    move(e.from, e.to, what, amount * s.dt(), losses, e.corridor);
    at(s.w.countries, e.from).delivered_out[index_of(c.fuel)] += amount;
    at(s.w.countries, e.to).delivered_in[index_of(c.fuel)] += amount * (Real(1) - losses);
  }
  void operator()(const Works<Real>& e) const {
    const Corridor& c = at(s.m.corridors, e.corridor);
    auto& now = at(s.w.corridors, e.corridor);
    const Real building = flag<Real>(is<Real>(now.stage, CorridorStage::building));
    const Real yearly = s.x(c.capex) * e.share * now.finance / max(s.x(c.build_years), Real(0.25));
    const Real amount = active * building * yearly * s.dt();
    now.spent += amount;
    move(e.payer, no_id, Commodity::money, amount, Real(0), e.corridor);
  }
  void operator()(const ProgrammeStep<Real>& e) const {
    auto& owner = at(s.w.countries, e.owner);
    const Real held = e.is_for_good ? active : running(e.when);
    owner.frozen = max(owner.frozen, held * performed * e.freeze);
  }
  void operator()(const Danger<Real>&) const {}
  void operator()(const Aid<Real>& e) const {
    move(e.donor, e.recipient, Commodity::aid, delivered * e.amount * s.dt() * running(e.when),
         Real(0), no_id);
  }
  void operator()(const Labour<Real>& e) const {
    const Real allowed =
        Real(1) - at(s.w.countries, e.sender).sanctioned[index_of(Channel::labour)];
    const Real working = e.thousands * allowed * running(e.when);
    move(e.sender, e.host, Commodity::labour, working * s.dt(), Real(0), no_id);
    move(e.host, e.sender, Commodity::money, working * e.wage * Real(0.012) * s.dt(), Real(0),
         no_id);
  }
  void operator()(const Passage<Real>&) const {}
  void operator()(const Access<Real>&) const {}
  void operator()(const FriendlyPrices<Real>& e) const {
    const Id k = s.m.pair(e.seller, e.buyer);
    if (k != no_id) {
      const Pair& pair = at(s.m.pairs, k);
      const auto& now = at(s.w.pairs, k);
      const Real trade = pair.a == e.seller ? now.trade_ab : now.trade_ba;
      move(e.seller, e.buyer, Commodity::aid, active * e.discount * trade * s.dt(), Real(0), no_id);
    }
  }
  void operator()(const Relief<Real>&) const {}
  void operator()(const SanctionStep<Real>&) const {}
  void operator()(const Tie<Real>&) const {}
};

/// A staged exchange: each side takes its next step only while the other is not behind by more than
/// the tolerance; a side that stumbles (keyed) stops the other (MODEL.md section 8, E5).
template <class Real>
void advance_stages(const Step<Real>& s, Id p) {
  const Package& package = at(s.m.packages, p);
  auto& now = at(s.w.packages, p);
  const Real active = flag<Real>(is<Real>(now.stage, PackageStage::in_force));
  const Real step = s.dt() / max(s.x(package.lasts), Real(0.25));
  const Real tolerance = s.x(package.tolerance);
  const Real stumble = hazard_probability(s.x(package.stumbles), s.dt());
  const Real gives = flag<Real>(both(now.performed >= now.delivered - tolerance,
                                     s.uniform(package.key, Stream::settlement, 1) > stumble));
  const Real does = flag<Real>(both(now.delivered >= now.performed - tolerance,
                                    s.uniform(package.key, Stream::settlement, 2) > stumble));
  now.delivering = active * gives;
  now.delivered = min(Real(1), now.delivered + active * gives * step);
  now.performed = min(Real(1), now.performed + active * does * step);
}

/// Whether carrying a package out changes nothing that a tick is asked to note.
template <class Real>
[[nodiscard]] bool is_unseen(const Step<Real>& s, const Package& p) {
  const auto only_pays = [&] {
    for (Id c = p.clauses.first; c < p.clauses.end(); ++c) {
      const ClauseKind kind = at(s.m.clauses, c).kind;
      if (kind != ClauseKind::payment && kind != ClauseKind::ties) {
        return false;
      }
    }
    return true;
  };
  return !s.r.notes.flows && !s.r.notes.cash && only_pays();
}

/// Pays and delivers what the agreements in force promise for this tick.
template <class Real>
void perform_agreements(const Step<Real>& s) {
  for (auto& c : s.w.countries) {
    if (!s.m.corridors.empty()) {
      c.delivered_in.fill(Real(0));
      c.delivered_out.fill(Real(0));
    }
    c.frozen = Real(0);
  }
  for (auto& f : s.w.fields) {
    f.committed = Real(0);
  }
  const View<Real> view = s.view();
  for (Id p = 0; p < static_cast<Id>(s.m.packages.size()); ++p) {
    const auto& now = at(s.w.packages, p);
    const bool staged = at(s.m.packages, p).is_staged;
    if (staged) {
      advance_stages(s, p);
    }
    const auto bound = both(now.stage >= code<Real>(PackageStage::signed_),
                            now.stage <= code<Real>(PackageStage::in_force));
    if (is_unseen(s, at(s.m.packages, p)) || none(bound)) {
      continue;
    }
    Performer<Real> performer{s,
                              p,
                              flag<Real>(is<Real>(now.stage, PackageStage::in_force)),
                              flag<Real>(bound),
                              now.in_force_years,
                              staged ? now.delivering : Real(1),
                              staged ? now.performed : Real(1)};
    visit_package(view, at(s.m.packages, p), performer);
  }
}

}  // namespace tumen
