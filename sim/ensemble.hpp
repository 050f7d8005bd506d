#pragma once
// Many runs of one scenario. Run k is the lane (or the run) with random key (seed, k): it does not
// depend on how many runs, threads or settings there are, so two settings with one seed are paired.
#include "sim/lanes/isa.hpp"
#include "sim/outcomes.hpp"
#include "sim/run.hpp"

#include <cstdint>
#include <vector>

namespace tumen {

struct EnsembleSettings {
  std::uint64_t seed = 1;
  std::uint32_t first_run = 0;
  std::uint32_t runs = 1000;
  int threads = 0;  ///< 0 = all
  bool in_double = false;
  Isa isa = widest_isa();  ///< must be available; changes no bit
};

/// values[run][outcome], NaN where missing; `done[run]` is false for runs that were interrupted.
struct Ensemble {
  std::vector<Outcome> outcomes;
  std::vector<std::vector<double>> values;
  std::vector<char> done;
  bool interrupted = false;
};

/// Runs the ensemble and counts `outcomes` in every run.
[[nodiscard]] Ensemble run_ensemble(const Scenario& scenario, const std::vector<Outcome>& outcomes,
                                    const EnsembleSettings& settings,
                                    const Progress& progress = {});

/// Summary of one outcome over the finished runs in which it is not missing.
struct Summary {
  std::size_t runs = 0;                        ///< finished
  std::size_t present = 0;                     ///< in which the outcome came about
  double mean = 0, sd = 0, low = 0, high = 0;  ///< low, high: 90 % interval of the mean
  std::array<double, 5> quantile{};            ///< 5, 25, 50, 75, 95 %
};
[[nodiscard]] Summary summarise(const Ensemble& ensemble, std::size_t outcome);

}  // namespace tumen
