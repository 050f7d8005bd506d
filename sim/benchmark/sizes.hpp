#pragma once
// The three sizes of the standard workload and what it must compute.
#include <array>
#include <cstdint>
#include <string_view>

namespace tumen {

inline constexpr std::string_view standard_scenario = "debt-for-pipeline-2011";

struct BenchmarkSize {
  std::string_view name;
  std::uint32_t runs;         ///< in lanes; scalar code takes an eighth of them
  std::uint32_t futures;      ///< counted as a batch to see how much memory that takes
  std::string_view config;    ///< FNV-1a of the configuration the checksum is of
  std::string_view checksum;  ///< of the outcomes of all runs
};

inline constexpr std::array benchmark_sizes = {
#define TUMEN_BENCHMARK_SIZE(name, runs, futures, config, checksum) \
  BenchmarkSize{#name, runs, futures, config, checksum},
#include "sim/benchmark/sizes.inc"
#undef TUMEN_BENCHMARK_SIZE
};

}  // namespace tumen
