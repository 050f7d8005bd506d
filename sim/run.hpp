#pragma once
// One traced run.
#include "sim/trace.hpp"

#include <functional>

namespace tumen {

struct RunSettings {
  std::uint64_t seed = 1;
  std::uint32_t run = 0;  ///< replicate number, part of the random key
  Id ticks = 0;           ///< 0 = as many as the scenario says
  int threads = 1;
  bool in_double = false;  ///< run in double instead of the ensembles' number type
};

/// Called after every tick with (done, of); returning false stops the run and keeps what is done.
using Progress = std::function<bool(std::size_t, std::size_t)>;

/// Runs `scenario` once and keeps everything.
[[nodiscard]] Trace run(const Scenario& scenario, const RunSettings& settings,
                        const Progress& progress = {});

}  // namespace tumen
