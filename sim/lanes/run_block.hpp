#pragma once
// How a block runs and what it counts: one source, compiled once for every instruction set
// (sim/lanes/unit.cpp); no bit of a result depends on which.
#include "sim/lanes/block.hpp"
#include "sim/outcomes_tally.hpp"
#include "sim/simulation.hpp"
#include "world/lanes.hpp"

#include <cmath>
#include <concepts>
#include <cstring>
#include <limits>

namespace tumen {

namespace detail {

/// Notes the followed outcomes at the end of a tick.
template <class Real>
class Follower {
 public:
  Follower(const Block& block, int first)
      : block_(block), first_(first), tally_(block.scenario.model, followed()) {}

  void note(const Simulation<Real>& simulation, Id tick) {
    if (block_.followed == nullptr) {
      return;
    }
    const std::vector<Outcome>& followed = *block_.followed;
    for (std::size_t i = 0; i < followed.size(); ++i) {
      if (measure_catalog[index_of(followed[i].measure)].by_tick == ByTick::each) {
        tally_.value[i] = tally_.weight[i] = Real(0);
      }
    }
    tally_tick(block_.scenario.model, followed, simulation.world(), simulation.record(), tick,
               tally_);
    const std::size_t row = static_cast<std::size_t>(tick) * followed.size();
    for (std::size_t i = 0; i < followed.size(); ++i) {
      put(value_at(followed[i], i, tick), block_.by_tick[row + i]);
    }
  }

 private:
  [[nodiscard]] const std::vector<Outcome>& followed() const {
    static const std::vector<Outcome> nothing;
    return block_.followed == nullptr ? nothing : *block_.followed;
  }
  /// Where only a part of the block moves at once, its runs are taken to differ.
  void put(const Real& value, Followed& cell) {
    if constexpr (std::same_as<Real, Lanes<float, block_runs>>) {
      cell.value = value[0];
      if (std::isnan(cell.value) ? none(value == value) : all(value == Real(cell.value))) {
        cell.row = no_id;
        return;
      }
    }
    cell.row = rows_++;
    float* const out = block_.by_run + static_cast<std::size_t>(cell.row) * block_runs + first_;
    if constexpr (std::same_as<Scalar<Real>, float>) {
      std::memcpy(out, &value, sizeof(value));
    } else {
      for (int k = 0; k < RealTraits<Real>::lanes; ++k) {
        out[k] = static_cast<float>(lane(value, k));
      }
    }
  }
  /// Missing before the window, and after it where every tick stands alone.
  [[nodiscard]] Real value_at(const Outcome& o, std::size_t i, Id tick) const {
    const bool is_each = measure_catalog[index_of(o.measure)].by_tick == ByTick::each;
    return tick < o.from || (is_each && tick >= o.to)
               ? Real(std::numeric_limits<float>::quiet_NaN())
               : tally::value_so_far(o, tally_.value[i], tally_.weight[i]);
  }

  const Block& block_;
  int first_;
  Tally<Real> tally_;
  Id rows_ = 0;  ///< taken so far
};

/// What the outcomes of a block ask a tick to note.
[[nodiscard]] inline Notes notes_for(const Block& block) {
  const auto asks = [&block](Measure measure) {
    const auto is_it = [measure](const Outcome& o) { return o.measure == measure; };
    return std::any_of(block.outcomes.begin(), block.outcomes.end(), is_it) ||
           (block.followed != nullptr &&
            std::any_of(block.followed->begin(), block.followed->end(), is_it));
  };
  Notes notes = Notes::none();
  notes.cash = asks(Measure::cash);
  notes.utilities = asks(Measure::utility);
  return notes;
}

template <class Real>
void count_block(const Block& block, Simulation<Real>& simulation, int first, int lanes) {
  const Scenario& s = block.scenario;
  Tally<Real> tally(s.model, block.outcomes);
  Follower<Real> follower(block, first);
  simulation.note(notes_for(block));
  simulation.start();
  for (Id tick = 0; tick < s.model.ticks; ++tick) {
    simulation.step();
    // The outcome formulas date what happened by the tick it happened in.
    tally_tick(s.model, block.outcomes, simulation.world(), simulation.record(), tick, tally);
    follower.note(simulation, tick);
  }
  for (int k = 0; k < lanes; ++k) {
    block.values[first + k].resize(block.outcomes.size());
  }
  for (std::size_t i = 0; i < block.outcomes.size(); ++i) {
    for (int k = 0; k < lanes; ++k) {
      block.values[first + k][i] = outcome_value(block.outcomes[i], tally, i, k);
    }
  }
}

/// Gives the runs of a block from `first` on, one a lane, the numbers they differ in.
template <class Real>
void apply_settings(const Block& block, Simulation<Real>& simulation, int first) {
  if (block.settings == nullptr) {
    return;
  }
  for (std::size_t n = 0; n < block.settings->numbers.size(); ++n) {
    const auto& values = block.settings->values[n];
    Real value(0);
    for (int k = 0; k < RealTraits<Real>::lanes; ++k) {
      set_lane(value, k, static_cast<Scalar<Real>>(values[static_cast<std::size_t>(first + k)]));
    }
    simulation.set(block.settings->numbers[n], value);
  }
}

/// The run whose luck run `k` of the block has.
inline std::uint32_t luck_of(const Block& block, std::uint32_t k) {
  return block.settings == nullptr ? block.first_run + k : block.settings->replicates[k];
}

}  // namespace detail

/// Runs the block one run after the other.
template <class T>
void run_scalars(const Block& block) {
  for (std::uint32_t k = 0; k < block.runs; ++k) {
    Simulation<T> simulation(block.scenario, {block.seed, detail::luck_of(block, k)});
    detail::apply_settings(block, simulation, static_cast<int>(k));
    detail::count_block(block, simulation, static_cast<int>(k), 1);
  }
}

/// Runs the block side by side. A block that is not full computes runs that nobody reads.
template <class T>
void run_lanes(const Block& block) {
  using Real = Lanes<T, block_runs>;
  BitsOf<Real> runs{};
  for (std::uint32_t k = 0; k < static_cast<std::uint32_t>(block_runs); ++k) {
    runs[k] = detail::luck_of(block, k);
  }
  Simulation<Real> simulation(block.scenario, {block.seed, runs});
  detail::apply_settings(block, simulation, 0);
  detail::count_block(block, simulation, 0, static_cast<int>(block.runs));
}

}  // namespace tumen
