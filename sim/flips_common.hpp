#pragma once
// Levers that turn the same number of all signatories at once. Configurations write most numbers of
// a strategy once, for every country; turned for one party alone, such a number leaves the others
// as firm as they were.
#include "sim/flips_levers.hpp"

#include <array>
#include <string_view>

namespace tumen {

/// Numbers of a strategy that are turned together, by one factor.
struct CommonLever {
  std::string_view name;   ///< last part of the path: `signatories.kappa`
  std::string_view words;  ///< "kappa"
  Number Strategy::* first = nullptr;
  Number Strategy::* second = nullptr;  ///< or none
};

inline constexpr std::array<CommonLever, 11> common_levers = {{
    {"firmness", "claims and deadlines", &Strategy::kappa, &Strategy::deadline},
    {"attention_rate", "attention rate", &Strategy::attention_rate},
    {"kappa", "kappa", &Strategy::kappa},
    {"concession", "concession", &Strategy::concession},
    {"start", "start", &Strategy::start},
    {"deadline", "deadline", &Strategy::deadline},
    {"noise", "noise", &Strategy::noise},
    {"temperature", "temperature", &Strategy::temperature},
    {"margin", "margin", &Strategy::margin},
    {"reciprocity", "reciprocity", &Strategy::reciprocity},
    {"audience", "audience", &Strategy::audience},
}};

/// Where paths of common levers begin.
inline constexpr std::string_view common_prefix = "signatories.";

/// Those of the package whose numbers are all above 0. Range and bounds of the factor keep every
/// number within its own.
[[nodiscard]] std::vector<FlipLever> make_common_levers(const Scenario& scenario, Id package);

/// "kappa of all signatories (factor)", for a path that begins with the prefix.
[[nodiscard]] std::string common_lever_words(std::string_view path);

}  // namespace tumen
