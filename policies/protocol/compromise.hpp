#pragma once
#include "policies/protocol/single_text.hpp"

namespace tumen {

/// The compromise model on the question of signing: positions are yes (1) where a party perceives a
/// gain and no (0) elsewhere; the outcome is their mean weighted by capability times salience,
///   y = sum c_i s_i [g_i >= 0] / sum c_i s_i,   c_i = reach, s_i = |g_i| held in [0, 1],
/// and where y is above one half talks close at rules.agreement_rate: the stronger and keener side
/// prevails, nobody concedes, nobody has a veto at the table. A driver's answer counts as its
/// position, with full salience.
/// van den Bos, Dutch EC Policy Making (1991); Achen, ch. 4 of Thomson et al., The European Union
/// Decides (2006), where it predicts better than models of bargaining. A baseline of `tumen
/// backtest`.
struct Compromise : SingleText {
  template <class Real>
  [[nodiscard]] static Consent<Real> consent(const Voices<Real>& v) {
    Real yes(0);
    Real all(0);
    for (std::size_t i = 0; i < static_cast<std::size_t>(v.n); ++i) {
      const Real salience = v.choice(i, Real(1), min(abs(v.gain[i]), Real(1)));
      const Real position = v.choice(i, v.answer[i], flag<Real>(v.gain[i] >= Real(0)));
      const Real weight = max(v.weight[i], Real(0)) * salience;
      yes += weight * position;
      all += weight;
    }
    return {v.rate, flag<Real>(yes > Real(0.5) * all)};
  }
};

}  // namespace tumen
