#pragma once
#include "policies/protocol/single_text.hpp"

namespace tumen {

/// No bargaining: whoever talks agrees at rules.agreement_rate, whatever the text is worth to whom.
/// Everything before (who opens talks, doctrines, preconditions) and after (votes, vetoes, breach)
/// is as on a single text. A baseline: what the model knows beyond it, it knows from bargaining.
/// Not for scenarios.
struct Coin : SingleText {
  template <class Real>
  [[nodiscard]] static Consent<Real> consent(const Voices<Real>& v) {
    Consent<Real> c{v.rate, Real(1)};
    for (std::size_t i = 0; i < static_cast<std::size_t>(v.n); ++i) {
      c.possible *= v.choice(i, v.answer[i], Real(1));
    }
    return c;
  }
};

}  // namespace tumen
