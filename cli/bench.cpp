// tumen bench: how fast is this machine?
#include "cli/commands.hpp"
#include "cli/progress_bar.hpp"
#include "cli/scenario_options.hpp"
#include "sim/benchmark/benchmark.hpp"
#include "sim/text_table.hpp"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>
#include <sys/resource.h>

namespace tumen::cli {
namespace {

struct Size {
  std::string_view name;
  std::uint32_t runs;
};
constexpr std::array sizes = {Size{"small", 256}, Size{"medium", 2048}, Size{"large", 16384}};

struct BenchOptions {
  std::string scenario = "debt-for-pipeline-2011";
  std::string size = "small";
  int repeats = 3;
  int threads = 0;
};

/// Peak memory of this process so far [MB].
double peak_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

const BenchmarkRow& widest_of(const Benchmark& b) {
  return b.rows[b.rows.size() - 2];
}

JsonObject bench_json(const Benchmark& b) {
  JsonArray rows;
  for (const BenchmarkRow& row : b.rows) {
    rows.push_back({{"isa", std::string(isa_name(row.isa))},
                    {"threads", row.threads},
                    {"runs", row.runs},
                    {"runs_per_s", json_number(row.rate())},
                    {"ticks_per_s", json_number(row.rate() * b.ticks)}});
  }
  return {{"scenario", b.scenario},
          {"ticks", b.ticks},
          {"rows", std::move(rows)},
          {"lanes_isa", std::string(isa_name(widest_of(b).isa))},
          {"lanes_over_scalar", json_number(widest_of(b).rate() / b.rows.front().rate())},
          {"threads_over_one", json_number(b.rows.back().rate() / widest_of(b).rate())},
          {"futures_1000x40_ms", json_number(b.futures_ms)},
          {"rss_mb", json_number(peak_memory())},
          {"same_bits", b.same_bits},
          {"checksum", b.checksum}};
}

std::string bench_text(const Benchmark& b) {
  using Align = TextTable::Align;
  TextTable table({{"instruction set", Align::left},
                   {"threads", Align::right},
                   {"runs/s", Align::right},
                   {"ticks/s", Align::right},
                   {"of scalar", Align::right}});
  for (const BenchmarkRow& row : b.rows) {
    table.add({std::string(isa_name(row.isa)), fmt::format("{}", row.threads),
               fmt::format("{:.0f}", row.rate()), fmt::format("{:.0f}", row.rate() * b.ticks),
               fmt::format("{:.1f} x", row.rate() / b.rows.front().rate())});
  }
  return fmt::format(
      "{}, {} ticks a run\n\n{}\n1,000 futures of 40 ticks: {:.0f} ms\nPeak memory: {:.0f} MB\n"
      "Checksum {}: {}\n",
      b.scenario, b.ticks, table.text(page_width()), b.futures_ms, peak_memory(), b.checksum,
      b.same_bits ? "the same bits on every instruction set" : "BITS DIFFER");
}

void bench_command(const BenchOptions& o, Session& session) {
  const auto* const size =
      std::find_if(sizes.begin(), sizes.end(), [&](const Size& s) { return s.name == o.size; });
  if (size == sizes.end()) {
    refuse_option("--size", in_quotes(o.size), "small, medium, large");
  }
  const auto roots = config_roots();
  const Scenario scenario = load_scenario(find_scenario(o.scenario, roots), roots);
  ProgressBar bar("measurements", !session.is_quiet);
  const Benchmark b =
      run_benchmark(scenario, {size->runs, o.repeats, o.threads}, [&](auto done, auto of) {
        bar.show(done, of);
        return true;
      });
  if (session.is_json) {
    session.say(bench_json(b));
  } else {
    session.say(bench_text(b));
  }
  if (!b.same_bits) {
    session.exit_code = ExitCode::internal;
  }
}

}  // namespace

void add_bench(CLI::App& app, Session& session) {
  auto options = std::make_shared<BenchOptions>();
  CLI::App& command = *app.add_subcommand("bench", "Measure how fast this machine runs ensembles");
  command.add_option("SCENARIO", options->scenario, "Name of a scenario or path of its file")
      ->capture_default_str();
  command.add_option("--size", options->size, "small, medium or large")
      ->type_name("NAME")
      ->capture_default_str();
  command.add_option("--repeats", options->repeats, "Rounds; the fastest counts")
      ->type_name("N")
      ->check(whole_number(1, 100))
      ->capture_default_str();
  command.add_option("--threads", options->threads, "Threads of the last row, 0 for all")
      ->type_name("N")
      ->check(whole_number(0, 4096))
      ->capture_default_str();
  command.footer("Example:\n  tumen bench --size medium --json");
  command.callback([options, &session] { bench_command(*options, session); });
}

}  // namespace tumen::cli
