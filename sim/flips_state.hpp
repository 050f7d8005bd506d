#pragma once
// The states that a flip may change: trust between two countries, the age of a debt, the price that
// deals are valued at. One catalogue; see docs/explanation/flips.md.
#include "sim/scenario/scenario.hpp"
#include "world/state.hpp"

#include <span>
#include <string_view>

namespace tumen {

struct StateLever {
  std::string_view table;  ///< as in sim/state_variables: "pair", "country" ...
  std::string_view name;   ///< unique in its table
  std::string_view unit;   ///< "sd" for what is counted in standard deviations
  double low = 0;          ///< both 0: a third to three times the value
  double high = 0;
};

/// All of them, terms and the market last.
[[nodiscard]] std::span<const StateLever> state_levers();

/// Place of the catalogue where terms begin; the prices expected of LNG and of oil follow.
[[nodiscard]] std::size_t term_lever();

namespace flips {

/// Scales the near and the far expectation so that their mix is `v`.
template <class Real>
void set_expected(Real& mix, Real& near, Real& far, const Real& v) {
  const Real factor = v / max(mix, Real(1e-6));
  near *= factor;
  far *= factor;
  mix = v;
}

}  // namespace flips

/// Value of state lever `which` (its place in state_levers()) for one entity.
template <class Real>
[[nodiscard]] Real read_state(const World<Real>& w, std::size_t which, Id id) {
  std::size_t k = 0;
#define TUMEN_STATE_LEVER(table, rows, name, unit, low, high, read, write) \
  if (which == k++) {                                                      \
    const auto& e = at(w.rows, id);                                        \
    return read;                                                           \
  }
#include "sim/flips_state.inc"
#undef TUMEN_STATE_LEVER
  if (which == k) {
    return at(w.terms, id);
  }
  return which == k + 1 ? w.market.expected : w.market.oil_expected;
}

/// Sets it.
template <class Real>
void write_state(World<Real>& w, std::size_t which, Id id, const Real& v) {
  std::size_t k = 0;
#define TUMEN_STATE_LEVER(table, rows, name, unit, low, high, read, write) \
  if (which == k++) {                                                      \
    auto& e = at(w.rows, id);                                              \
    write;                                                                 \
    return;                                                                \
  }
#include "sim/flips_state.inc"
#undef TUMEN_STATE_LEVER
  auto& m = w.market;
  if (which == k) {
    at(w.terms, id) = v;
  } else if (which == k + 1) {
    flips::set_expected(m.expected, m.fast, m.slow, v);
  } else {
    flips::set_expected(m.oil_expected, m.oil_fast, m.oil_slow, v);
  }
}

}  // namespace tumen
