#include "server/what_if.hpp"

#include "server/series.hpp"
#include "sim/json_writer.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace tumen::server {
namespace {

using Clock = std::chrono::steady_clock;

BatchPlan plan_of(const Scenario& scenario, const WhatIfRequest& request) {
  BatchPlan plan;
  plan.seed = request.seed;
  plan.runs = request.runs;
  plan.outcomes = page_outcomes(scenario);
  plan.followed = page_series(scenario);
  return plan;
}

/// The steps: whole blocks, so that none is computed half twice.
std::vector<RunSpan> steps_of(std::uint32_t runs) {
  const std::uint32_t first = std::min(runs, first_futures);
  std::vector<RunSpan> steps = {{0, first}};
  if (first < runs) {
    steps.push_back({first, runs});
  }
  return steps;
}

/// Four digits that count: more than a screen shows.
Json short_number(double value) {
  if (!std::isfinite(value) || value == 0) {
    return json_number(value);
  }
  const double scale = std::pow(10.0, 3 - std::floor(std::log10(std::abs(value))));
  return json_number(std::round(value * scale) / scale);
}

const Statistic& cell(const Fans& fans, Id tick, std::size_t series) {
  return fans.counts.by_tick[static_cast<std::size_t>(tick) * fans.plan.followed.size() + series];
}

JsonObject chance_json(const Fans& fans, std::size_t series) {
  JsonArray mean;
  for (Id tick = 0; tick < fans.scenario.model.ticks; ++tick) {
    mean.push_back(short_number(cell(fans, tick, series).mean()));
  }
  return {{"chance", std::move(mean)}};
}

/// Quantiles by tick: one array a level.
JsonObject amount_json(const Fans& fans, std::size_t series) {
  std::array<JsonArray, quantile_levels.size()> levels;
  for (Id tick = 0; tick < fans.scenario.model.ticks; ++tick) {
    const auto quantiles = cell(fans, tick, series).histogram().quantiles();
    for (std::size_t q = 0; q < levels.size(); ++q) {
      levels[q].push_back(short_number(quantiles[q]));
    }
  }
  JsonArray all;
  for (JsonArray& level : levels) {
    all.push_back(std::move(level));
  }
  return {{"quantiles", std::move(all)}};
}

JsonObject outcomes_json(const Fans& fans) {
  JsonObject outcomes;
  for (std::size_t k = 0; k < fans.plan.outcomes.size(); ++k) {
    outcomes[fans.plan.outcomes[k].name] = short_number(fans.counts.outcomes[k].mean());
  }
  return outcomes;
}

}  // namespace

FutureCount::FutureCount(std::shared_ptr<const Scenario> scenario, WhatIfRequest request,
                         int threads)
    : scenario_(std::move(scenario)),
      request_(std::move(request)),
      plan_(plan_of(*scenario_, request_)),
      counts_(plan_, scenario_->model.ticks),
      steps_(steps_of(request_.runs)) {
  settings_.threads = threads;
  settings_.keep_every = 3600;  // once, at the end of a step
}

bool FutureCount::count_step(const std::function<bool()>& go_on) {
  const Clock::time_point start = Clock::now();
  const bool is_whole = count_runs(
      *scenario_, plan_, RunSet(steps_[step_]), settings_,
      [&](BatchCounts&& more) { counts_.merge(std::move(more)); },
      [&](std::size_t, std::size_t) { return go_on(); });
  step_ += is_whole ? 1 : 0;
  taken_ += std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return is_whole;
}

std::string fans_message(const Fans& fans) {
  JsonObject series;
  for (std::size_t k = 0; k < fans.plan.followed.size(); ++k) {
    const Outcome& outcome = fans.plan.followed[k];
    series[outcome.name] = is_chance(outcome) ? chance_json(fans, k) : amount_json(fans, k);
  }
  return json_line(JsonObject{{"type", "fans"},
                              {"id", fans.request.id},
                              {"slot", fans.request.slot},
                              {"scenario", fans.scenario.name},
                              {"runs", fans.counts.runs.size()},
                              {"of", fans.request.runs},
                              {"milliseconds", short_number(fans.milliseconds)},
                              {"series", std::move(series)},
                              {"outcomes", outcomes_json(fans)}});
}

}  // namespace tumen::server
