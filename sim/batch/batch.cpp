#include "sim/batch/batch.hpp"

#include "sim/lanes/block.hpp"

#include <algorithm>
#include <cmath>

namespace tumen {
namespace {

void merge_all(std::vector<Statistic>& into, const std::vector<Statistic>& from) {
  for (std::size_t k = 0; k < into.size(); ++k) {
    into[k].merge(from[k]);
  }
}

/// Runs that stand together in a segment. It decides the bytes of the file, so it stays, whatever
/// the blocks.
constexpr std::size_t runs_together = 16;

/// Ascending and cut at multiples of runs_together, wherever the blocks that were counted ended.
std::vector<RunValues> ordered(std::vector<RunValues> all, std::size_t width) {
  std::sort(all.begin(), all.end(),
            [](const RunValues& a, const RunValues& b) { return a.first < b.first; });
  if (width == 0) {
    return all;
  }
  std::vector<RunValues> blocks;
  std::size_t next = 0;  // the run after the last one
  for (const RunValues& part : all) {
    for (std::size_t k = 0; k * width < part.values.size(); ++k) {
      const std::size_t run = part.first + k;
      if (blocks.empty() || run != next || run % runs_together == 0) {
        blocks.push_back({static_cast<std::uint32_t>(run), {}});
      }
      const auto values = part.values.begin() + static_cast<std::ptrdiff_t>(k * width);
      blocks.back().values.insert(blocks.back().values.end(), values,
                                  values + static_cast<std::ptrdiff_t>(width));
      next = run + 1;
    }
  }
  return blocks;
}

}  // namespace

BatchCounts::BatchCounts(const BatchPlan& plan, Id ticks)
    : outcomes(plan.outcomes.size(), Statistic(Statistic::fine)),
      by_tick((plan.points == nullptr ? 1U : plan.points->parts()) * plan.followed.size() *
                  static_cast<std::size_t>(ticks),
              Statistic(Statistic::coarse)) {}

void BatchCounts::merge(BatchCounts&& other) {
  runs.add(other.runs);
  merge_all(outcomes, other.outcomes);
  merge_all(by_tick, other.by_tick);
  std::move(other.per_run.begin(), other.per_run.end(), std::back_inserter(per_run));
}

std::string BatchCounts::bytes() const {
  ByteWriter out;
  runs.write(out);
  for (const Statistic& statistic : outcomes) {
    statistic.write(out);
  }
  for (const Statistic& statistic : by_tick) {
    statistic.write(out);
  }
  const std::vector<RunValues> blocks = ordered(per_run, outcomes.size());
  out.count(blocks.size());
  for (const RunValues& block : blocks) {
    out.count(block.first);
    out.count(block.values.size());
    for (const double value : block.values) {
      out.number(value);
    }
  }
  return out.bytes();
}

BatchCounts BatchCounts::read(std::string_view bytes, const BatchPlan& plan, Id ticks) {
  ByteReader in(bytes);
  BatchCounts counts(plan, ticks);
  counts.runs = RunSet::read(in);
  for (Statistic& statistic : counts.outcomes) {
    statistic.read(in);
  }
  for (Statistic& statistic : counts.by_tick) {
    statistic.read(in);
  }
  counts.per_run.resize(in.length());
  for (RunValues& block : counts.per_run) {
    block.first = static_cast<std::uint32_t>(in.count());
    block.values.resize(in.length());
    for (double& value : block.values) {
      value = in.number();
    }
  }
  if (!in.is_at_end()) {
    throw BytesError("more bytes than there should be");
  }
  return counts;
}

RunSet part_of(const RunSet& runs, Shard shard) {
  const auto blocks_in = [](const RunSpan& span) {
    return (std::uint64_t{span.size()} + block_runs - 1) / block_runs;
  };
  std::uint64_t blocks = 0;
  for (const RunSpan& span : runs.spans()) {
    blocks += blocks_in(span);
  }
  const std::uint64_t begin = blocks * (shard.index - 1) / shard.count;
  const std::uint64_t end = blocks * shard.index / shard.count;
  RunSet part;
  std::uint64_t before = 0;
  for (const RunSpan& span : runs.spans()) {
    const auto run_at = [&](std::uint64_t block) {
      const std::uint64_t within = std::clamp(block, before, before + blocks_in(span)) - before;
      return static_cast<std::uint32_t>(
          std::min<std::uint64_t>(span.first + within * block_runs, span.last));
    };
    part.add({run_at(begin), run_at(end)});
    before += blocks_in(span);
  }
  return part;
}

RunSpan runs_of(std::uint32_t runs, Shard shard) {
  const RunSet part = part_of(RunSet(RunSpan{0, runs}), shard);
  return part.spans().empty() ? RunSpan{} : part.spans().front();
}

Summary summary_of(const Statistic& statistic, std::uint64_t runs) {
  Summary s;
  s.runs = runs;
  s.present = statistic.count();
  if (s.present > 0) {
    s.mean = statistic.mean();
    s.sd = statistic.sd();
    const double half = 1.6448536269514722 * s.sd / std::sqrt(static_cast<double>(s.present));
    s.low = s.mean - half;
    s.high = s.mean + half;
    s.quantile = statistic.histogram().quantiles();
  }
  return s;
}

}  // namespace tumen
