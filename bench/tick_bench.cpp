// What a tick costs: `tick_bench` prints Google Benchmark's table; per tick it also reports how
// many packages were valued and the time a valuation of one package for all its parties takes.
#include "sim/simulation.hpp"
#include "world/lanes.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace tumen;

Scenario load(const char* name) {
  const std::filesystem::path configs = std::filesystem::path(TUMEN_SOURCE_DIR) / "configs";
  return load_scenario(find_scenario(name, {configs}), {configs});
}

template <class Real>
void tick(benchmark::State& state, const char* name) {
  const Scenario s = load(name);
  RandomKey<Real> key{1, {}};
  Simulation<Real> sim(s, key);
  sim.start();
  for (auto _ : state) {
    if (sim.world().tick == s.model.ticks) {
      sim.start();
    }
    sim.step();
  }
  constexpr auto lanes = static_cast<double>(RealTraits<Real>::lanes);
  state.counters["packages"] = static_cast<double>(s.model.packages.size());
  state.counters["ticks/s"] =
      benchmark::Counter(lanes, benchmark::Counter::kIsIterationInvariantRate);
}

template <class Real>
void valuation(benchmark::State& state, const char* name) {
  const Scenario s = load(name);
  const Parameters<Real> numbers(s.values, s.series);
  RandomKey<Real> key{1, {}};
  Simulation<Real> sim(s, key);
  sim.start();
  std::vector<PartyState<Real>> rows(64);
  const View<Real> view(s.model, numbers, sim.world());
  Id package = 0;
  for (auto _ : state) {
    GainSink<Real> sink(at(s.model.packages, package), rows.data());
    appraise(view, package, sink);
    benchmark::DoNotOptimize(rows.data());
    package = (package + 1) % static_cast<Id>(s.model.packages.size());
  }
}

constexpr const char* main_job = "debt-for-pipeline-2011";

}  // namespace

int main(int argc, char** argv) {
  using benchmark::RegisterBenchmark;
  RegisterBenchmark("tick/float", tick<float>, main_job);
  RegisterBenchmark("tick/double", tick<double>, main_job);
  RegisterBenchmark("tick/float, six agents of 2026", tick<float>, "baseline-2026");
  RegisterBenchmark("tick/float, twelve agents", tick<float>, "twelve-agents");
  RegisterBenchmark("tick/4 float lanes", tick<Lanes<float, 4>>, main_job);
  RegisterBenchmark("tick/16 float lanes", tick<Lanes<float, 16>>, main_job);
  RegisterBenchmark("tick/8 double lanes", tick<Lanes<double, 8>>, main_job);
  RegisterBenchmark("valuation of one package/float", valuation<float>, main_job);
  RegisterBenchmark("valuation of one package/double", valuation<double>, main_job);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
