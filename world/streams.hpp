#pragma once
// The named streams of randomness. A draw is keyed by (seed, run) and counted by (tick, entity,
// stream, draw); adding a stream never moves the draws of another, and no policy is in the key, so
// two settings with the same seed see the same world.
#include <cstdint>

namespace tumen {

enum class Stream : std::uint32_t {
  brent = 1,
  harvest,
  provocation,
  government,
  noise_start,
  noise,
  opening,
  memorandum,
  agreement,
  break_off,
  ratification,
  breach,
  settlement,
  overrun,
  act,
  cure,
  approval,
};

}  // namespace tumen
