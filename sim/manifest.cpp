#include "sim/manifest.hpp"

#include "sim/parallel.hpp"
#include "sim/version.hpp"

#include <cmath>
#include <cstdlib>
#include <fstream>

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/utsname.h>

namespace tumen {
namespace {

JsonObject host() {
  utsname name{};
  ::uname(&name);
  return {{"name", name.nodename},
          {"system", fmt::format("{} {}", name.sysname, name.release)},
          {"machine", name.machine},
          {"processor", processor_name()},
          {"threads", available_threads()}};
}

JsonArray texts(const std::vector<std::string>& list) {
  JsonArray array;
  for (const std::string& text : list) {
    array.emplace_back(text);
  }
  return array;
}

}  // namespace

std::string processor_name() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    const auto colon = line.find(": ");
    if (line.starts_with("model name") && colon != std::string::npos) {
      return line.substr(colon + 2);
    }
  }
  return {};
}

JsonObject describe_build() {
  return {{"version", version()}, {"git", git_description()}, {"compiler", build_compiler()},
          {"type", build_type()}, {"flags", build_flags()},   {"parallel", parallel_backend()}};
}

double peak_memory_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) {
      return std::strtod(line.c_str() + 6, nullptr) / 1024;  // told in kB
    }
  }
  return std::nan("");
}

JsonObject make_manifest(const Scenario& s, const ManifestInput& input,
                         const std::vector<ResultFile>& files) {
  JsonArray listed;
  for (const ResultFile& file : files) {
    listed.push_back({{"name", file.name}, {"bytes", file.bytes}, {"fnv1a64", file.fnv1a64}});
  }
  JsonObject manifest = {
      {"kind", input.kind},
      {"scenario", s.name},
      {"scenario_file", input.scenario_file},
      {"config_fnv1a64", fnv1a64(s.config_text)},
      {"set", texts(input.overrides)},
      {"seed", input.settings.seed},
      {"first_run", input.settings.run},
      {"runs", input.runs},
      {"ticks", input.settings.ticks > 0 ? input.settings.ticks : s.model.ticks},
      {"number", input.settings.in_double ? "double" : "float"},
      {"interrupted", input.is_interrupted},
      {"command", texts(input.command)},
      {"started", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                              fmt::gmtime(std::chrono::system_clock::to_time_t(input.started)))},
      {"seconds", input.seconds},
      {"peak_memory_mb", json_number(peak_memory_mb())},
      {"instruction_set", input.isa},
      {"build", describe_build()},
      {"host", host()},
      {"files", std::move(listed)}};
  if (!input.runs_by_rank.empty()) {
    manifest["runs_by_rank"] = JsonArray(input.runs_by_rank.begin(), input.runs_by_rank.end());
  }
  return manifest;
}

}  // namespace tumen
