#pragma once
// Deals are data. A package is a list of clauses; a clause says what it would do to the world as a
// short list of effects; everything that looks at a deal visits those effects: agents value them,
// the ledger carries them out, explain prints them. A clause is one file under world/clauses/.
//
// Amounts are yearly: M USD/y for money, the fuel's unit a year for deliveries.
#include "world/math.hpp"
#include "world/state.hpp"

#include <span>

namespace tumen {

/// What one phase may read: structure, numbers, state, and the terms on the table.
template <class Real>
struct View {
  const Model& m;
  const Parameters<Real>& x;
  const World<Real>& w;
  std::span<const Real> terms;  ///< as World::terms, or a trial copy

  View(const Model& model, const Parameters<Real>& numbers, const World<Real>& world)
      : m(model), x(numbers), w(world), terms(world.terms) {}
  View(const View& other, std::span<const Real> trial)
      : m(other.m), x(other.x), w(other.w), terms(trial) {}

  [[nodiscard]] Real amount(const Clause& c, int slot) const {
    const Value& v = c.amount[static_cast<std::size_t>(slot)];
    return v.term != no_id ? terms[static_cast<std::size_t>(v.term)] : x(v.number);
  }
  [[nodiscard]] Real amount(const Clause& c, int slot, double otherwise) const {
    const Value& v = c.amount[static_cast<std::size_t>(slot)];
    return v.term == no_id && !v.number.exists() ? convert<Real>(otherwise) : amount(c, slot);
  }
  [[nodiscard]] static bool has(const Clause& c, int slot) {
    const Value& v = c.amount[static_cast<std::size_t>(slot)];
    return v.term != no_id || v.number.exists();
  }
};

/// When a stream runs: `length` years, from entry into force or from the operation of a corridor.
template <class Real>
struct Timing {
  Real length{};
  Id corridor = no_id;
};

/// Money, or goods counted in money.
template <class Real>
struct Payment {
  Id from, to;
  Real amount;  ///< what the payer gives up [M USD/y]
  Timing<Real> when;
  Issue issue;
  Channel channel = Channel::finance;
  Real shielded = Real(0);  ///< share settled outside the dollar, beyond the reach of sanctions
  Real quality = Real(1);   ///< what a unit of it is worth to who receives it
  bool is_goods = false;    ///< carried over the border, not wired
};

/// Share of a payment that reaches the other side. Money goes through banks whatever it pays for,
/// goods through the channel they are traded on: sanctions on either side's take a part of what is
/// not settled outside their reach, and a soft currency is worth less (D6).
template <class Real>
[[nodiscard]] Real share_that_arrives(const View<Real>& v, const Payment<Real>& m) {
  const auto k = index_of(m.is_goods ? m.channel : Channel::finance);
  const Real z =
      max(at(v.w.countries, m.from).sanctioned[k], at(v.w.countries, m.to).sanctioned[k]);
  const Real lost = v.x(v.m.rules.payment_friction, 0) * z * (Real(1) - m.shielded);
  const Real soft = v.x(v.m.rules.soft_currency, 0) * m.shielded;
  return (Real(1) - lost) * (Real(1) - soft);
}

/// A fuel (or cargo) carried over a corridor from seller to buyer; its price is a Payment.
template <class Real>
struct Delivery {
  Id from, to;
  Id corridor;
  Real volume;
  Timing<Real> when;
  bool in_kind = false;  ///< left with a host instead of a fee
};

/// Money for building a corridor.
template <class Real>
struct Works {
  Id payer;
  Id corridor;
  Real share;   ///< of capex
  Real budget;  ///< most it pays a year at full reach [M USD/y]
};

/// A host opens its territory to a corridor that carries for `supplier` to `buyer`.
template <class Real>
struct Passage {
  Id host, corridor, supplier, buyer;
};

/// Part of an old claim is forgiven, the rest rescheduled in half-yearly instalments.
template <class Real>
struct Relief {
  Id debt;
  Real haircut;
  Real years;
  Real recycled;  ///< share of the instalments spent on `corridor`
  Id corridor = no_id;
  Real in_kind = Real(0);  ///< share of the instalments paid in goods or labour
};

/// A regime is eased by a share of its level, for the whole or for one corridor only.
template <class Real>
struct SanctionStep {
  Id regime;
  Real easing;          ///< >0 eased, <0 tightened
  Id exempted = no_id;  ///< corridor
};

/// A share of a programme is frozen.
template <class Real>
struct ProgrammeStep {
  Id owner;
  Real freeze;
  Timing<Real> when{};      ///< how long it is promised for, unless
  bool is_for_good = true;  ///< no time is set
};

/// A danger that stands without the deal: an attack, a war next door. While the deal is kept, `who`
/// is spared it.
template <class Real>
struct Danger {
  Id from;      ///< who keeps it off
  Id who;       ///< who would suffer
  Real yearly;  ///< chance a year times the loss [M USD/y]
  Timing<Real> when;
};

/// A visible act of friendship between two countries.
template <class Real>
struct Tie {
  Id a, b;
  Real strength;
  bool alliance = false;
};

/// Food, fuel or fertiliser given away.
template <class Real>
struct Aid {
  Id donor, recipient;
  Real amount;  ///< [M USD/y]
  Timing<Real> when;
  bool food = false;
};

/// Workers sent abroad; `wage` is what one earns, `kept` the share their state keeps.
template <class Real>
struct Labour {
  Id sender, host;
  Real thousands;
  Real wage;     ///< [USD/month]
  Real product;  ///< what a worker is worth to the host [USD/month]
  Timing<Real> when;
};

/// A host eases the work of a guest's firms on a corridor: visas, roaming, safe passage.
template <class Real>
struct Access {
  Id host, guest, corridor;
  Real ease;    ///< share of the country risk of its firms that it takes away
  Real burden;  ///< what letting them in costs the host [M USD/y]
};

/// A seller supplies a buyer below world prices again.
template <class Real>
struct FriendlyPrices {
  Id seller, buyer;
  Real discount;  ///< share of their trade's worth that the seller forgoes
  Real margin;    ///< seller's margin on the trade that comes back, share
  Real relief;    ///< buyer's gain from it, share
};

/// Years until a corridor can operate if it is built at full speed from now.
template <class Real>
[[nodiscard]] Real years_to_operation(const View<Real>& v, Id corridor) {
  const Corridor& c = at(v.m.corridors, corridor);
  const auto& s = at(v.w.corridors, corridor);
  const Real left = v.x(c.build_years) * (Real(1) - s.progress);
  const auto stands = either(is<Real>(s.stage, CorridorStage::operating),
                             is<Real>(s.stage, CorridorStage::suspended));
  return select(stands, Real(0), left);
}

/// Price unit to money: M USD per unit of volume per price unit.
/// Gas: 1 bcm = 36 M MMBtu (MODEL.md 13). Oil: 1 t = 7.33 bbl. Power: 1 TWh at 1 USD/MWh = 1 M USD.
/// Goods: 1,000 TEU at 1 USD/TEU = .001 M USD.
[[nodiscard]] constexpr double money_per_unit(Fuel f) {
  constexpr std::array<double, fuel_count> factor = {36.0, 7.33, 1.0, 0.001};
  return factor[index_of(f)];
}

}  // namespace tumen
