#include "cli/bench_report.hpp"

#include "cli/session.hpp"
#include "sim/manifest.hpp"
#include "sim/parallel.hpp"
#include "sim/text_table.hpp"

#include <chrono>
#include <cmath>

#include <fmt/chrono.h>
#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

/// In processor time; NaN for more than one thread.
double over_scalar(const Benchmark& b, const BenchmarkRow& row) {
  return row.processor.rate() / b.rows.front().processor.rate();
}

double over_one_thread(const Benchmark& b, const BenchmarkRow& row) {
  return row.time.rate() / b.rows[b.widest].time.rate();
}

/// Microseconds a tick of one run.
double microseconds(const Measured& ticks) {
  return 1e6 / ticks.rate();
}

JsonArray rows_json(const Benchmark& b) {
  JsonArray rows;
  for (const BenchmarkRow& row : b.rows) {
    rows.push_back({{"isa", std::string(isa_name(row.isa))},
                    {"threads", row.threads},
                    {"runs", row.runs},
                    {"runs_per_s", json_number(row.time.rate())},
                    {"ticks_per_s", json_number(row.time.rate() * b.ticks)},
                    {"over_scalar", json_number(over_scalar(b, row))},
                    {"over_one_thread", json_number(over_one_thread(b, row))}});
  }
  return rows;
}

JsonArray worlds_json(const std::vector<BenchmarkWorld>& worlds) {
  JsonArray array;
  for (const BenchmarkWorld& world : worlds) {
    const Model& m = world.scenario.model;
    array.push_back(
        {{"agents", m.countries.size()},
         {"packages", m.packages.size()},
         {"pairs", m.pairs.size()},
         {"ticks", m.ticks},
         {"us_per_tick", json_number(microseconds(world.time))},
         {"cost_of_first", json_number(worlds.front().time.rate() / world.time.rate())}});
  }
  return array;
}

JsonObject operations_json(const OperationCount& count) {
  const auto each = [&](std::uint64_t n) {
    return json_number(static_cast<double>(n) / count.ticks);
  };
  const Operations& o = count.all;
  return {{"arithmetic", json_number(count.arithmetic_per_tick())},
          {"additions", each(o.additions)},
          {"multiplications", each(o.multiplications)},
          {"divisions", each(o.divisions)},
          {"roots", each(o.roots)},
          {"comparisons", each(o.comparisons)},
          {"choices", each(o.choices)},
          {"draws", json_number(count.draws_per_tick())}};
}

std::string rows_text(const Benchmark& b) {
  TextTable table({{"instruction set", Align::left},
                   {"threads", Align::right},
                   {"futures/s", Align::right},
                   {"ticks/s", Align::right},
                   {"of scalar", Align::right},
                   {"of one thread", Align::right}});
  for (std::size_t k = 0; k < b.rows.size(); ++k) {
    const BenchmarkRow& row = b.rows[k];
    table.add({std::string(isa_name(row.isa)), fmt::format("{}", row.threads),
               fmt::format("{:.0f}", row.time.rate()),
               fmt::format("{:.0f}", row.time.rate() * b.ticks),
               row.threads > 1 ? "" : fmt::format("{:.1f} x", over_scalar(b, row)),
               k < b.widest ? "" : fmt::format("{:.2f} x", over_one_thread(b, row))});
  }
  return table.text(page_width());
}

std::string worlds_text(const std::vector<BenchmarkWorld>& worlds) {
  TextTable table({{"agents", Align::right},
                   {"packages", Align::right},
                   {"ticks", Align::right},
                   {"us a tick", Align::right},
                   {"of the first", Align::right}});
  for (const BenchmarkWorld& world : worlds) {
    const Model& m = world.scenario.model;
    table.add({fmt::format("{}", m.countries.size()), fmt::format("{}", m.packages.size()),
               fmt::format("{}", m.ticks), fmt::format("{:.1f}", microseconds(world.time)),
               fmt::format("{:.2f} x", worlds.front().time.rate() / world.time.rate())});
  }
  return table.text(page_width());
}

std::string core_text(const Benchmark& b) {
  const OperationCount& o = b.operations;
  return fmt::format(
      "A tick of one run takes {:.1f} us: {:.0f} operations, {:.1f} GFLOP/s, {:.1f} % of the "
      "{:.0f} "
      "that\nthis core does with multiplications and additions apart; {:.0f} random numbers, "
      "{:.1f} "
      "% of its time.\n",
      microseconds(b.tick), o.arithmetic_per_tick(), b.arithmetic_rate() / 1e9,
      100 * b.peak_share(), b.arithmetic.rate() / 1e9, o.draws_per_tick(), 100 * b.draws_share());
}

std::string processes_text(const Benchmark& b) {
  return std::isnan(b.threads_share())
             ? "Threads against processes: not measured\n"
             : fmt::format("{0} threads do {1:.0f} % of what {0} processes do\n",
                           b.rows.back().threads, 100 * b.threads_share());
}

std::string verdict(const Benchmark& b) {
  const char* const filed = !b.verified   ? "no standard workload, so none is on file"
                            : *b.verified ? "as on file"
                                          : "NOT THE ONE ON FILE";
  return fmt::format("Checksum {}: {}; {}\n", b.checksum,
                     b.same_bits ? "the same bits on every instruction set" : "BITS DIFFER", filed);
}

}  // namespace

JsonObject bench_json(const Benchmark& b) {
  const auto now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return {{"scenario", b.scenario},
          {"ticks", b.ticks},
          {"date", fmt::format("{:%Y-%m-%d}", fmt::gmtime(now))},
          {"processor", processor_name()},
          {"threads", available_threads()},
          {"load_before", json_number(b.load)},
          {"build", describe_build()},
          {"rows", rows_json(b)},
          {"lanes_isa", std::string(isa_name(b.rows[b.widest].isa))},
          {"lanes_over_scalar", json_number(b.lanes_over_scalar())},
          {"threads_over_one", json_number(over_one_thread(b, b.rows.back()))},
          {"threads_share", json_number(b.threads_share())},
          {"us_per_tick", json_number(microseconds(b.tick))},
          {"operations_per_tick", operations_json(b.operations)},
          {"gflops", json_number(b.arithmetic_rate() / 1e9)},
          {"peak_gflops", json_number(b.arithmetic.rate() / 1e9)},
          {"peak_share", json_number(b.peak_share())},
          {"rng_floor_share", json_number(b.draws_share())},
          {"by_agents", worlds_json(b.by_agents)},
          {"by_ticks", worlds_json(b.by_ticks)},
          {"futures_1000x40_ms", json_number(1e6 / b.futures.rate())},
          {"rss_mb", json_number(peak_memory_mb())},
          {"rss_mb_1e6", json_number(b.memory_mb)},
          {"rss_runs", b.memory_runs},
          {"same_bits", b.same_bits},
          {"checksum", b.checksum},
          {"verified", b.verified ? Json(*b.verified) : Json(nullptr)}};
}

std::string bench_text(const Benchmark& b) {
  return fmt::format(
      "{}, {} ticks a run\n\n{}\n{}{}1,000 futures of 40 ticks: {:.0f} ms\nPeak memory of a batch "
      "of {} such futures: {:.0f} MB\n"
      "{}\nCost of a tick against agents that take no part in packages\n\n{}\nCost of a tick "
      "against the length of a run\n\n{}",
      b.scenario, b.ticks, rows_text(b), core_text(b), processes_text(b), 1e6 / b.futures.rate(),
      b.memory_runs, b.memory_mb, verdict(b), worlds_text(b.by_agents), worlds_text(b.by_ticks));
}

}  // namespace tumen::cli
