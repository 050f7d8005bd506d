#include "cli/scenario_options.hpp"

#include "cli/session.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include <fmt/format.h>

namespace tumen::cli {

CLI::Validator whole_number(std::uint64_t low, std::uint64_t high) {
  return {[low, high](const std::string& text) {
            std::uint64_t value = 0;
            const char* end = text.data() + text.size();
            const auto [stop, error] = std::from_chars(text.data(), end, value);
            const bool fits = error == std::errc() && stop == end && value >= low && value <= high;
            return fits ? std::string()
                        : fmt::format("{}; allowed: whole numbers from {} to {}", in_quotes(text),
                                      low, high);
          },
          "", "whole_number"};
}

void add_scenario_options(CLI::App& command, ScenarioOptions& o) {
  command.add_option("SCENARIO", o.scenario, "Name of a scenario (tumen list) or path of its file")
      ->required();
  command.add_option("--set", o.overrides, "Give a number another value; repeatable")
      ->type_name("PATH=VALUE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command.add_option("--seed", o.seed, "Seed of the random numbers")
      ->type_name("N")
      ->check(whole_number(0, std::numeric_limits<std::uint64_t>::max()))
      ->capture_default_str();
  command.add_option("--threads", o.threads, "Threads to use, 0 for all")
      ->type_name("N")
      ->check(whole_number(0, 4096))
      ->capture_default_str();
  command.add_flag("--double", o.in_double, "Compute in double instead of float");
}

void add_isa_option(CLI::App& command, ScenarioOptions& o) {
  std::string allowed = "auto";
  for (const Isa isa : available_isas()) {
    allowed += fmt::format(", {}", isa_name(isa));
  }
  const auto check = [allowed](const std::string& text) {
    const auto isas = available_isas();
    const bool is_known = text == "auto" || std::any_of(isas.begin(), isas.end(), [&](Isa isa) {
                            return isa_name(isa) == text;
                          });
    return is_known ? std::string()
                    : fmt::format("{}; allowed on this machine: {}", in_quotes(text), allowed);
  };
  command.add_option("--isa", o.isa, "Instruction set to compute on; changes no result")
      ->type_name("NAME")
      ->check(CLI::Validator(check, "", "instruction_set"))
      ->capture_default_str();
}

Isa isa_of(const ScenarioOptions& o) {
  for (const Isa isa : available_isas()) {
    if (isa_name(isa) == o.isa) {
      return isa;
    }
  }
  return widest_isa();
}

void add_output_options(CLI::App& command, ScenarioOptions& o) {
  command.add_option("--out", o.out, "Folder of the results [results/SCENARIO-SEED]")
      ->type_name("DIR");
  command.add_flag("--force", o.force, "Replace an existing folder of results");
}

LoadedScenario load(const ScenarioOptions& o) {
  const auto roots = config_roots();
  const std::filesystem::path file = find_scenario(o.scenario, roots);
  return {load_scenario(file, roots, o.overrides), std::filesystem::absolute(file)};
}

std::filesystem::path output_folder(const ScenarioOptions& o, const std::string& scenario) {
  return o.out.empty() ? std::filesystem::path("results") / fmt::format("{}-{}", scenario, o.seed)
                       : std::filesystem::path(o.out);
}

}  // namespace tumen::cli
