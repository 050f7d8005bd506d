#pragma once
// What a law of the world is given: structure, numbers, chance, the state it changes, and the
// record.
#include "world/deal.hpp"
#include "world/record.hpp"
#include "world/rng.hpp"
#include "world/streams.hpp"

namespace tumen {

template <class Real>
struct Step {
  const Model& m;
  const Parameters<Real>& x;
  const Random<Real>& random;
  World<Real>& w;
  Record<Real>& r;

  [[nodiscard]] Id tick() const { return w.tick; }
  [[nodiscard]] Real dt() const { return convert<Real>(m.dt); }
  [[nodiscard]] Real uniform(std::uint32_t entity, Stream s, std::uint32_t draw = 0) const {
    return random.uniform(static_cast<std::uint32_t>(w.tick), entity, static_cast<std::uint32_t>(s),
                          draw);
  }
  [[nodiscard]] Real normal(std::uint32_t entity, Stream s, std::uint32_t draw = 0) const {
    return random.normal(static_cast<std::uint32_t>(w.tick), entity, static_cast<std::uint32_t>(s),
                         draw);
  }
  [[nodiscard]] View<Real> view() const { return View<Real>(m, x, w); }
  [[nodiscard]] const Constants<Real>& constants() const { return w.outlook.constants; }
  /// Share of a gap closed in a tick by a process with time constant `years`.
  [[nodiscard]] Real closing(const Real& years) const {
    return -expm1(-dt() / max(years, Real(1e-6)));
  }
  /// What is kept over a tick of a memory of which `kept` is kept a year.
  [[nodiscard]] Real keeping(const Real& kept) const { return pow(kept, dt()); }
};

/// What firms on a corridor believe of secondary sanctions: the largest fear among its countries.
template <class Real>
[[nodiscard]] Real corridor_fear(const World<Real>& w, const Corridor& c) {
  Real fear(0);
  for (const Id i : c.countries) {
    fear = max(fear, at(w.countries, i).fear);
  }
  return fear;
}

}  // namespace tumen
