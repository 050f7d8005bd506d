#include "sim/run.hpp"
#include "sim/scenario/scenario.hpp"
#include "sim/version.hpp"

#include <cstdio>
#include <string>

// Runs the first installed scenario for four ticks; argument: the installed configs.
int main(int argc, char** argv) {
  if (argc != 2) {
    return 2;
  }
  const std::vector<std::filesystem::path> roots{argv[1]};
  const auto files = tumen::list_scenarios(roots);
  if (files.empty()) {
    return 1;
  }
  const tumen::Scenario scenario = tumen::load_scenario(files.front(), roots);
  const tumen::Trace trace = tumen::run(scenario, {.seed = 1, .ticks = 4});
  std::printf("tumen %s ran %s for %zu ticks\n", std::string(tumen::version()).c_str(),
              scenario.name.c_str(), trace.after.size());
  return trace.after.size() == 4 ? 0 : 1;
}
