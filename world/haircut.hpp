#pragma once
#include "world/real.hpp"

namespace tumen {

/// Haircut of a debt exchange, H = 1 - PV(new) / PV(old): the share of the claim's value that the
/// creditor gives up. Both present values [same unit] are taken at one rate, that of the debtor
/// after the exchange; a claim in arrears is due at once, so that PV(old) is its face. H is
/// negative where the creditor is left better off; where nothing was owed (pv_old <= 0) it is 0.
/// Sturzenegger and Zettelmeyer, IMF Working Paper 05/137 (2005).
template <class Real>
[[nodiscard]] constexpr Real haircut(const Real& pv_new, const Real& pv_old) {
  const auto was_owed = pv_old > Real(0);
  const Real divisor = select(was_owed, pv_old, Real(1));
  return select(was_owed, Real(1) - pv_new / divisor, Real(0));
}

}  // namespace tumen
