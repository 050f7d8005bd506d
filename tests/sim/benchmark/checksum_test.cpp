// The standard workload computes what is on file, on every machine. A change here is a change of
// results: say so in the commit and approve it, TUMEN_APPROVE=1 tumen_tests "[checksums]", then
// build again.
#include "sim/benchmark/benchmark.hpp"
#include "sim/benchmark/sizes.hpp"
#include "sim/result_directory.hpp"
#include "tests/support/scenes.hpp"

#include <cstdlib>
#include <fstream>

#include <catch2/catch.hpp>
#include <fmt/format.h>

namespace {

using namespace tumen;

const char* const file = TUMEN_SOURCE_DIR "/sim/benchmark/sizes.inc";

std::string checksum(const Scenario& s, std::uint32_t runs) {
  EnsembleSettings settings;
  settings.runs = runs;
  return checksum_of(run_ensemble(s, default_outcomes(s), settings));
}

/// The comment at the file's head and a line a size, as they should be.
std::string written_again(const Scenario& s) {
  std::ifstream in(file);
  std::string text;
  for (std::string line; std::getline(in, line) && line.starts_with("//");) {
    text += line + '\n';
  }
  for (const BenchmarkSize& size : benchmark_sizes) {
    text += fmt::format("TUMEN_BENCHMARK_SIZE({}, {}, {}, \"{}\", \"{}\")\n", size.name, size.runs,
                        size.futures, fnv1a64(s.config_text), checksum(s, size.runs));
  }
  return text;
}

void check(const Scenario& s, const BenchmarkSize& size) {
  INFO("size " << size.name);
  CHECK(size.config == fnv1a64(s.config_text));
  CHECK(size.checksum == checksum(s, size.runs));
}

}  // namespace

TEST_CASE("the small workload computes what is on file", "[bench]") {
  check(scenes::load(std::string(standard_scenario)), benchmark_sizes.front());
}

TEST_CASE("the workloads of all sizes compute what is on file", "[bench][checksums][long]") {
  const Scenario s = scenes::load(std::string(standard_scenario));
  if (std::getenv("TUMEN_APPROVE") != nullptr) {
    const std::string text = written_again(s);
    std::ofstream(file) << text;
    WARN("wrote " << file << "; build again");
    return;
  }
  for (const BenchmarkSize& size : benchmark_sizes) {
    check(s, size);
  }
}
