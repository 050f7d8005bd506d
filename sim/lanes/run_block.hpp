#pragma once
// How a block runs and what it counts: one source, compiled once for every instruction set
// (sim/lanes/unit.cpp); no bit of a result depends on which.
#include "sim/lanes/block.hpp"
#include "sim/outcomes_tally.hpp"
#include "sim/simulation.hpp"
#include "world/lanes.hpp"

namespace tumen {

namespace detail {

template <class Real>
void count_block(const Block& block, Simulation<Real>& simulation, int first, int lanes) {
  const Scenario& s = block.scenario;
  Tally<Real> tally(block.outcomes.size());
  simulation.start();
  for (Id tick = 0; tick < s.model.ticks; ++tick) {
    simulation.step();
    // The outcome formulas date what happened by the tick it happened in.
    tally_tick(s.model, block.outcomes, simulation.world(), simulation.record(), tick, tally);
  }
  for (int k = 0; k < lanes; ++k) {
    std::vector<double>& values = block.values[first + k];
    values.resize(block.outcomes.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] = outcome_value(block.outcomes[i], tally, i, k);
    }
  }
}

}  // namespace detail

/// Runs the block one run after the other.
template <class T>
void run_scalars(const Block& block) {
  for (std::uint32_t k = 0; k < block.runs; ++k) {
    Simulation<T> simulation(block.scenario, {block.seed, block.first_run + k});
    detail::count_block(block, simulation, static_cast<int>(k), 1);
  }
}

/// Runs the block side by side. A block that is not full computes runs that nobody reads.
template <class T>
void run_lanes(const Block& block) {
  using Real = Lanes<T, block_runs>;
  BitsOf<Real> runs{};
  for (std::uint32_t k = 0; k < static_cast<std::uint32_t>(block_runs); ++k) {
    runs[k] = block.first_run + k;
  }
  Simulation<Real> simulation(block.scenario, {block.seed, runs});
  detail::count_block(block, simulation, 0, static_cast<int>(block.runs));
}

}  // namespace tumen
