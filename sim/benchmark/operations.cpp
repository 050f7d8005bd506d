#include "sim/benchmark/operations.hpp"

#include "sim/benchmark/counted.hpp"
#include "sim/lanes/block.hpp"
#include "sim/simulation.hpp"

namespace tumen {

Operations& Operations::operator+=(const Operations& more) {
  additions += more.additions;
  multiplications += more.multiplications;
  divisions += more.divisions;
  roots += more.roots;
  comparisons += more.comparisons;
  choices += more.choices;
  draws += more.draws;
  return *this;
}

Operations& operations() {
  thread_local Operations tally;
  return tally;
}

OperationCount count_operations(const Scenario& scenario) {
  using Real = Counted<Lanes<float, block_runs>>;
  BitsOf<Real> runs{};
  for (std::uint32_t k = 0; k < runs.size(); ++k) {
    runs[k] = k;
  }
  Simulation<Real> simulation(scenario, {1, runs});
  simulation.note(Notes::none());  // as in a block that is asked for no outcomes
  simulation.start();
  operations() = {};
  for (Id tick = 0; tick < scenario.model.ticks; ++tick) {
    simulation.step();
  }
  return {operations(), scenario.model.ticks};
}

}  // namespace tumen
