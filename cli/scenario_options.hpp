#pragma once
// Options of every subcommand that runs a scenario.
#include "sim/lanes/isa.hpp"
#include "sim/manifest.hpp"
#include "sim/run.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace tumen::cli {

struct ScenarioOptions {
  std::string scenario;
  std::vector<std::string> overrides;
  std::uint64_t seed = 1;
  int threads = 0;  ///< 0 = all
  bool in_double = false;
  std::string isa = "auto";  ///< of ensembles
  std::string out;
  bool force = false;
};

/// A check that a value is a whole number in [low, high], written in digits alone: CLI11 by itself
/// reads -1 as a very large count and cuts what does not fit.
[[nodiscard]] CLI::Validator whole_number(std::uint64_t low, std::uint64_t high);

/// Adds --isa; for commands that run ensembles.
void add_isa_option(CLI::App& command, ScenarioOptions& o);

/// The instruction set that --isa asks for.
[[nodiscard]] Isa isa_of(const ScenarioOptions& o);

/// Adds SCENARIO, --set, --seed, --threads and --double.
void add_scenario_options(CLI::App& command, ScenarioOptions& options);

/// Adds --out and --force.
void add_output_options(CLI::App& command, ScenarioOptions& options);

struct LoadedScenario {
  Scenario scenario;
  std::filesystem::path file;  ///< absolute
};

/// Finds and loads the scenario with its overrides. Throws InputError.
[[nodiscard]] LoadedScenario load(const ScenarioOptions& options);

/// --out, or ./results/SCENARIO-SEED.
[[nodiscard]] std::filesystem::path output_folder(const ScenarioOptions& options,
                                                  const std::string& scenario);

}  // namespace tumen::cli
