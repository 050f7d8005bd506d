#include "studies/backtest/backtest.hpp"

#include "sim/csv.hpp"
#include "studies/scores/number_scores.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr const char* rate_path = "rules.agreement_rate";
constexpr const char* conditional_scenario = "hindcast-1990-2024";
constexpr std::uint32_t replicates_for_rate = 2;
constexpr int bisections = 12;

using Values = std::vector<std::vector<double>>;

/// A variant ready to forecast.
struct Calibrated {
  Variant variant;
  std::vector<std::string> overrides;
  Calibration calibration;

  [[nodiscard]] std::vector<ChosenRun> runs() const {
    std::vector<ChosenRun> out;
    for (const KeptRun& kept : calibration.kept) {
      out.push_back(kept.run);
    }
    return out;
  }
};

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// The points without a parameter that a variant fixes.
std::shared_ptr<const Points> without_path(const Points& points, const std::string& path) {
  auto out = std::make_shared<Points>(points);
  for (std::size_t n = 0; n < out->paths.size(); ++n) {
    if (out->paths[n] == path) {
      out->paths.erase(out->paths.begin() + static_cast<std::ptrdiff_t>(n));
      out->columns.erase(out->columns.begin() + static_cast<std::ptrdiff_t>(n));
      break;
    }
  }
  return out;
}

std::vector<Outcome> signatures_of(const Scenario& scenario, const HistoricalRecord& record) {
  std::vector<Outcome> out;
  for (const RecordedEntity& deal : record.deals) {
    out.push_back(find_outcome(
        scenario, fmt::format("packages.{}.signed@{}-{}", deal.name, record.from, record.until)));
  }
  return out;
}

// Calibrates and forecasts; holds references only.
class Backtester {
 public:
  Backtester(const Study& study, const HistoricalRecord& record, const BacktestSettings& settings)
      : study_(study), record_(record), settings_(settings) {}

  [[nodiscard]] Backtest run() {
    Backtest out;
    if (!prepare(out)) {
      return out;
    }
    for (const bool is_conditional : {false, true}) {
      if (!goes_on(is_conditional ? "conditional arm" : "unconditional arm")) {
        return out;
      }
      out.arms.push_back(arm(is_conditional));
    }
    for (Calibrated& variant : variants_) {
      out.variants.push_back(variant.variant);
    }
    out.calibration = std::move(variants_.front().calibration);
    out.is_complete = true;
    return out;
  }

 private:
  [[nodiscard]] bool goes_on(const std::string& stage) const {
    return !settings_.stage || settings_.stage(stage);
  }

  [[nodiscard]] bool prepare(Backtest& out) {
    const Scenario past = settings_.load(study_.scenario, study_.overrides);
    points_ = study_plan(study_, past).points;
    if (!goes_on("calibrating the model") || !add("tumen", {}, points_)) {
      return false;
    }
    if (!goes_on("calibrating the coin")) {
      return false;
    }
    const double rate = equal_rate(signatures(past, *points_));
    const std::vector<std::string> coin = {"rules.protocol=coin",
                                           fmt::format("{}={}", rate_path, exact_text(rate))};
    if (!add("coin", coin, without_path(*points_, rate_path))) {
      return false;
    }
    variants_.back().variant.agreement_rate = rate;
    if (!goes_on("calibrating the compromise model") ||
        !add("compromise", {"rules.protocol=compromise"}, points_)) {
      return false;
    }
    out.forecasters = {"tumen", coin_forecaster, "compromise model"};
    for (const BaselineChances& b : baseline_chances(record_)) {
      out.forecasters.push_back(b.name);
    }
    forecasters_ = out.forecasters;
    return true;
  }

  [[nodiscard]] bool add(const char* name, const std::vector<std::string>& overrides,
                         const std::shared_ptr<const Points>& points) {
    const Scenario past = settings_.load(study_.scenario, joined(study_.overrides, overrides));
    Calibrated c;
    c.overrides = overrides;
    CalibrationSettings settings = settings_.calibration;
    settings.may_relax = !overrides.empty();  // a baseline may fit worse
    c.calibration = calibrate(study_, past, points, record_, settings);
    if (c.calibration.kept.empty()) {
      return false;
    }
    c.variant = {name,
                 0,
                 signatures(past, *points),
                 c.calibration.match.kept.size(),
                 c.calibration.nth_worst - 1,
                 c.calibration.kept.back().distance};
    variants_.push_back(std::move(c));
    return true;
  }

  [[nodiscard]] FuturesSettings futures() const {
    return {study_.seed, settings_.calibration.batch, {}};
  }

  // Deals of the record signed in a run of the calibration period, on average.
  [[nodiscard]] double signatures(const Scenario& past, const Points& points) const {
    Points few = points;
    few.replicates = std::min(points.replicates, replicates_for_rate);
    const Values values =
        run_chosen(past, few, all_runs(few), signatures_of(past, record_), futures());
    double sum = 0;
    for (const std::vector<double>& run : values) {
      for (const double value : run) {
        sum += value;
      }
    }
    return sum / static_cast<double>(values.size());
  }

  // The rate at which the coin signs as much: more often at a higher rate, so by bisection of its
  // logarithm.
  [[nodiscard]] double equal_rate(double wanted) const {
    const std::shared_ptr<const Points> points = without_path(*points_, rate_path);
    double low = std::log(1e-3);
    double high = std::log(50.0);
    for (int step = 0; step < bisections; ++step) {
      const double middle = 0.5 * (low + high);
      const Scenario coin = settings_.load(
          study_.scenario, joined(study_.overrides,
                                  {"rules.protocol=coin",
                                   fmt::format("{}={}", rate_path, exact_text(std::exp(middle)))}));
      (signatures(coin, *points) < wanted ? low : high) = middle;
    }
    return std::exp(0.5 * (low + high));
  }

  [[nodiscard]] Arm arm(bool is_conditional) {
    Arm out;
    out.is_conditional = is_conditional;
    out.name = is_conditional ? "conditional" : "unconditional";
    out.scenario = is_conditional ? conditional_scenario : study_.scenario;
    out.events = event_cases(record_);
    if (is_conditional) {  // tests and numbers are declared there
      std::erase_if(out.events, [](const EventCase& c) { return c.kind == "test"; });
    } else {
      out.numbers = number_cases(record_);
    }
    for (Calibrated& variant : variants_) {
      forecast(variant, out);
    }
    add_baselines(out);
    out.deals = score_events(out.events, forecasters_, {"deal", "line"});
    if (!is_conditional) {
      out.tests = score_events(out.events, forecasters_, {"test"});
      out.series = score_numbers(out.numbers, forecasters_.size());
    }
    const Calibrated& model = variants_.front();
    const Scenario scenario = settings_.load(out.scenario, {});
    out.patterns = find_patterns(scenario, *model.calibration.points, model.runs(), record_.until,
                                 is_conditional, futures());
    return out;
  }

  // Adds the chances and scores of a variant of the model to the cases of an arm.
  void forecast(const Calibrated& variant, Arm& arm) const {
    const Scenario scenario = settings_.load(arm.scenario, variant.overrides);
    std::vector<Outcome> outcomes;
    for (const EventCase& c : arm.events) {
      outcomes.push_back(find_outcome(scenario, c.outcome));
    }
    for (const NumberCase& c : arm.numbers) {
      outcomes.push_back(find_outcome(scenario, c.outcome));
    }
    const Values values =
        run_chosen(scenario, *variant.calibration.points, variant.runs(), outcomes, futures());
    for (std::size_t k = 0; k < arm.events.size(); ++k) {
      double came = 0.5;  // half a run of either kind: no chance is 0 or 1
      for (const std::vector<double>& run : values) {
        came += run[k] > 0 ? 1 : 0;
      }
      arm.events[k].chances.push_back(came / (static_cast<double>(values.size()) + 1));
    }
    const bool is_model = &variant == &variants_.front();
    for (std::size_t k = 0; k < arm.numbers.size(); ++k) {
      std::vector<double> members;
      for (const std::vector<double>& run : values) {
        members.push_back(run[arm.events.size() + k]);
      }
      score_number(members, is_model, arm.numbers[k]);
    }
  }

  static void score_number(std::vector<double>& members, bool is_model, NumberCase& c) {
    c.crps.push_back(crps(members, c.came, CrpsKind::fair));
    if (is_model) {
      std::sort(members.begin(), members.end());
      const auto quantile = [&](double q) {
        return members[static_cast<std::size_t>(q * static_cast<double>(members.size() - 1))];
      };
      c.low = quantile(0.05);
      c.median = quantile(0.5);
      c.high = quantile(0.95);
    }
  }

  // A baseline of events says of numbers that they stay as they were last known.
  void add_baselines(Arm& arm) const {
    for (const BaselineChances& b : baseline_chances(record_)) {
      for (std::size_t k = 0; k < arm.events.size(); ++k) {
        arm.events[k].chances.push_back(b.chances[k]);
      }
      for (NumberCase& c : arm.numbers) {
        c.crps.push_back(std::abs(c.persisted - c.came));
      }
    }
  }

  const Study& study_;
  const HistoricalRecord& record_;
  const BacktestSettings& settings_;
  std::shared_ptr<const Points> points_;
  std::vector<Calibrated> variants_;
  std::vector<std::string> forecasters_;
};

}  // namespace

Backtest backtest(const Study& study, const HistoricalRecord& record,
                  const BacktestSettings& settings) {
  return Backtester(study, record, settings).run();
}

}  // namespace tumen
