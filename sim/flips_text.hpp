#pragma once
// Flips in sentences.
#include "sim/explain.hpp"
#include "sim/flips.hpp"

#include <string>
#include <vector>

namespace tumen {

/// A value of a lever with enough digits that the flip still holds: "9.2 %", "3.71 USD/MMBtu",
/// "-1.2 sd".
[[nodiscard]] std::string lever_value(double value, std::string_view unit, int digits = 6);

/// The present value of a flip's lever, with enough digits to tell it from the new one.
[[nodiscard]] std::string value_before(const Flip& flip);

/// "If trust between Russia and the DPRK had been 52 % instead of 31 %, it would have been signed."
[[nodiscard]] std::string flip_sentence(const Scenario& scenario, const Flips& flips,
                                        const Flip& flip);

/// What an effect amounts to: "it would have been signed"; "the ROK would have seen a gain in it".
[[nodiscard]] std::string effect_text(const Scenario& scenario, const Flips& flips,
                                      FlipEffect effect);

/// What stands against the decision, in a sentence: a draw and the chance it was held against, a
/// doctrine, a precondition, a stronger rival, a date. Never empty.
[[nodiscard]] std::string block_sentence(const Scenario& scenario, const Explanation& explanation,
                                         const Flips& flips);

/// The flips to show first: at most `most`, and at most `a_group` of levers that read alike (the
/// options of one term, the doctrines of one country).
[[nodiscard]] std::vector<Flip> telling_flips(const Flips& flips, std::size_t most,
                                              std::size_t a_group = 3);

}  // namespace tumen
