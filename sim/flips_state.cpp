#include "sim/flips_state.hpp"

#include <array>

namespace tumen {
namespace {

constexpr std::array levers = {
#define TUMEN_STATE_LEVER(table, rows, name, unit, low, high, read, write) \
  StateLever{#table, #name, unit, low, high},
#include "sim/flips_state.inc"
#undef TUMEN_STATE_LEVER
    StateLever{"term", "value", "", 0, 0},
    StateLever{"market", "lng_expected", "usd/mmbtu", 0, 0},
    StateLever{"market", "oil_expected", "usd/bbl", 0, 0},
};

}  // namespace

std::span<const StateLever> state_levers() {
  return levers;
}

std::size_t term_lever() {
  return levers.size() - 3;
}

}  // namespace tumen
