#pragma once
// Names of the switches of bargaining, as configurations write them.
#include "policies/protocol/protocol.hpp"
#include "policies/split/split.hpp"

#include <array>
#include <string_view>

namespace tumen {

inline constexpr std::array split_rule_names = {
#define TUMEN_SPLIT_RULE(name) std::string_view{#name},
#include "policies/split/catalog.inc"
#undef TUMEN_SPLIT_RULE
};

inline constexpr std::array protocol_names = {
#define TUMEN_PROTOCOL(name, type) std::string_view{#name},
#include "policies/protocol/catalog.inc"
#undef TUMEN_PROTOCOL
};

/// What a package writes to have the scenario's switch; first, so that the rest are one up.
inline constexpr std::string_view as_scenario = "as_scenario";

template <std::size_t n>
[[nodiscard]] constexpr std::array<std::string_view, n + 1> or_as_scenario(
    const std::array<std::string_view, n>& names) {
  std::array<std::string_view, n + 1> all{};
  all[0] = as_scenario;
  for (std::size_t k = 0; k < n; ++k) {
    all[k + 1] = names[k];
  }
  return all;
}

}  // namespace tumen
