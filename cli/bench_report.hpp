#pragma once
// What `tumen bench` prints: tables to read, or JSON.
#include "sim/benchmark/benchmark.hpp"
#include "sim/json_writer.hpp"

namespace tumen::cli {

[[nodiscard]] JsonObject bench_json(const Benchmark& benchmark);
[[nodiscard]] std::string bench_text(const Benchmark& benchmark);

}  // namespace tumen::cli
