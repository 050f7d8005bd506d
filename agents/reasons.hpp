#pragma once
// The vocabulary of explanation: every part of a gain has one of these reasons.
#include <array>
#include <cstdint>
#include <string_view>

namespace tumen {

enum class Reason : std::uint8_t {
#define TUMEN_REASON(name, is_cash, text) name,
#include "agents/reasons.inc"
#undef TUMEN_REASON
};

struct ReasonInfo {
  std::string_view name;
  bool is_cash;
  std::string_view text;
};

inline constexpr std::array reason_catalog = {
#define TUMEN_REASON(name, is_cash, text) ReasonInfo{#name, is_cash, text},
#include "agents/reasons.inc"
#undef TUMEN_REASON
};

}  // namespace tumen
