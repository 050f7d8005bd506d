#pragma once
// How many operations and random numbers a tick takes, counted by running it over a number type
// that counts (sim/benchmark/counted.hpp).
#include "sim/scenario/scenario.hpp"

#include <cstdint>

namespace tumen {

struct Operations {
  std::uint64_t additions = 0;  ///< and subtractions
  std::uint64_t multiplications = 0;
  std::uint64_t divisions = 0;
  std::uint64_t roots = 0;
  std::uint64_t comparisons = 0;
  std::uint64_t choices = 0;  ///< select() between two numbers
  std::uint64_t draws = 0;    ///< blocks of Philox

  Operations& operator+=(const Operations& more);

  /// What a floating-point rate counts: additions, multiplications, divisions and roots, one each.
  [[nodiscard]] std::uint64_t arithmetic() const {
    return additions + multiplications + divisions + roots;
  }
};

/// The tally of the calling thread. Operators have no place to pass it through, so it is the one
/// mutable thread_local of the library; nothing but Counted writes to it.
[[nodiscard]] Operations& operations();

/// What one run of a scenario does after its start, counted on a block of lanes.
struct OperationCount {
  Operations all;  ///< of a run: one count an operation on the block
  Id ticks = 0;
  [[nodiscard]] double arithmetic_per_tick() const {
    return static_cast<double>(all.arithmetic()) / ticks;
  }
  /// Calls of Philox in a tick; each gives four words, of which the tick mostly uses one.
  [[nodiscard]] double draws_per_tick() const { return static_cast<double>(all.draws) / ticks; }
};

/// Counts over the first block of runs (seed 1).
[[nodiscard]] OperationCount count_operations(const Scenario& scenario);

}  // namespace tumen
