#include "cli/batch_report.hpp"

#include "sim/batch/tables.hpp"
#include "sim/text_table.hpp"
#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

using Align = TextTable::Align;

struct Report {
  const Scenario& s;
  const std::vector<Outcome>& outcomes;
  const std::vector<Summary>& summaries;
  bool is_chosen;  ///< the outcomes are not those reported unless others are asked for

  /// Summary of a measure of one entity over the whole run; nothing if it was not counted.
  [[nodiscard]] std::optional<Summary> find(Measure measure, Id entity) const {
    for (std::size_t k = 0; k < outcomes.size(); ++k) {
      const Outcome& o = outcomes[k];
      if (o.measure == measure && o.entity == entity && o.from == 0 && o.to == s.model.ticks) {
        return summaries[k];
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string chance(Measure measure, Id entity) const {
    const auto found = find(measure, entity);
    return found && found->present > 0 ? fmt::format("{:.1f} %", 100 * found->mean) : "-";
  }

  /// "2011 (2005-2018)": the median year and its 5 and 95 % quantiles.
  [[nodiscard]] std::string year(Measure measure, Id entity) const {
    const auto found = find(measure, entity);
    if (!found || found->present == 0) {
      return "-";
    }
    return fmt::format("{:.0f} ({:.0f}-{:.0f})", std::floor(found->quantile[2]),
                       std::floor(found->quantile[0]), std::floor(found->quantile[4]));
  }

  /// "12.3 (-4 to 40)": the mean and the 5 and 95 % quantiles.
  [[nodiscard]] std::string spread(Measure measure, Id entity) const {
    const auto found = find(measure, entity);
    return found && found->present > 0
               ? fmt::format("{} ({} to {})", rounded(found->mean), rounded(found->quantile[0]),
                             rounded(found->quantile[4]))
               : "-";
  }
};

std::string deals_table(const Report& r, std::size_t width) {
  TextTable table({{"deal"},
                   {"proposed", Align::right},
                   {"signed", Align::right},
                   {"in force", Align::right},
                   {"vetoed", Align::right},
                   {"broken", Align::right},
                   {"time in force", Align::right},
                   {"year signed"}});
  for (Id k = 0; k < static_cast<Id>(r.s.names.packages.size()); ++k) {
    const auto opened = r.find(Measure::opened, k);
    if (!opened || opened->quantile[4] <= 0) {
      continue;
    }
    table.add({package_name(r.s, k), fmt::format("{:.1f} times", opened->mean),
               r.chance(Measure::signed_, k), r.chance(Measure::entered, k),
               r.chance(Measure::blocked, k), r.chance(Measure::breached, k),
               r.chance(Measure::in_force, k), r.year(Measure::signed_year, k)});
  }
  return table.is_empty() ? "" : "\nDeals: share of runs in which they were\n" + table.text(width);
}

std::string corridors_table(const Report& r, std::size_t width) {
  TextTable table({{"corridor"},
                   {"completed", Align::right},
                   {"idle", Align::right},
                   {"used", Align::right},
                   {"year completed"}});
  for (Id k = 0; k < static_cast<Id>(r.s.names.corridors.size()); ++k) {
    const auto built = r.find(Measure::built, k);
    const auto done = r.find(Measure::progress, k);
    if (built && done && (built->mean > 0 || (done->mean > 0 && done->mean < 1))) {
      table.add({corridor_name(r.s, k), r.chance(Measure::built, k), r.chance(Measure::idle, k),
                 r.chance(Measure::flow, k), r.year(Measure::built_year, k)});
    }
  }
  return table.is_empty() ? "" : "\nCorridors: share of runs\n" + table.text(width);
}

std::string countries_table(const Report& r, std::size_t width) {
  TextTable table(
      {{"country"}, {"gain, M USD/y: mean (5 to 95 %)"}, {"cash, M USD"}, {"deals signed"}});
  for (Id k = 0; k < static_cast<Id>(r.s.names.countries.size()); ++k) {
    table.add({capitalised(country_name(r.s, k)), r.spread(Measure::utility, k),
               r.spread(Measure::cash, k), r.spread(Measure::signatures, k)});
  }
  return r.is_chosen ? "" : "\nCountries\n" + table.text(width);
}

std::string listed_table(const Report& r, std::size_t width) {
  TextTable table({{"outcome"},
                   {"unit"},
                   {"mean", Align::right},
                   {"90 % interval"},
                   {"5 %", Align::right},
                   {"median", Align::right},
                   {"95 %", Align::right}});
  const std::size_t of_scenario = r.s.outcomes.is_list() ? r.s.outcomes.items().size() : 0;
  const std::size_t listed = r.is_chosen ? r.outcomes.size() : of_scenario;
  for (std::size_t k = r.outcomes.size() - std::min(listed, r.outcomes.size());
       k < r.outcomes.size(); ++k) {
    const Summary& row = r.summaries[k];
    const bool has = row.present > 0;
    const auto text = [&](double value) { return has ? rounded(value) : std::string("-"); };
    table.add({r.outcomes[k].name, printed_unit(unit_of(r.outcomes[k])), text(row.mean),
               text(row.low) + " to " + text(row.high), text(row.quantile[0]),
               text(row.quantile[2]), text(row.quantile[4])});
  }
  const char* const title = r.is_chosen ? "\nOutcomes\n" : "\nOutcomes the scenario lists\n";
  return table.is_empty() ? "" : title + table.text(width);
}

}  // namespace

std::string batch_text(const BatchResult& result, std::size_t width) {
  const Scenario& s = result.scenario;
  const bool is_chosen = result.plan.outcomes.size() != default_outcomes(s).size();
  const Report r{s, result.plan.outcomes, result.summaries, is_chosen};
  const RunSpan asked = runs_of(result.plan.runs, result.plan.shard);
  const std::size_t policies =
      result.plan.points == nullptr ? 0 : result.plan.points->policies.size();
  return fmt::format(
             "{}\n{} runs{}{}\n", s.title.empty() ? s.name : s.title, result.runs,
             policies > 0 ? fmt::format(" under {} policies, counted together here", policies) : "",
             result.is_interrupted ? fmt::format(" of {}, interrupted", asked.size()) : "") +
         (result.runs == 0 ? ""
                           : deals_table(r, width) + corridors_table(r, width) +
                                 countries_table(r, width) + listed_table(r, width));
}

Json batch_json(const BatchResult& result, const std::string& out) {
  JsonArray outcomes;
  for (std::size_t k = 0; k < result.plan.outcomes.size(); ++k) {
    const Summary& row = result.summaries[k];
    const Outcome& outcome = result.plan.outcomes[k];
    const auto number = [&](double v) { return row.present > 0 ? json_number(v) : Json(nullptr); };
    JsonArray quantiles;
    for (const double value : row.quantile) {
      quantiles.push_back(number(value));
    }
    outcomes.push_back({{"outcome", outcome.name},
                        {"unit", unit_of(outcome)},
                        {"present", row.present},
                        {"mean", number(row.mean)},
                        {"sd", number(row.sd)},
                        {"low", number(row.low)},
                        {"high", number(row.high)},
                        {"quantiles", std::move(quantiles)}});
  }
  return JsonObject{{"scenario", result.scenario.name},
                    {"seed", result.plan.seed},
                    {"runs", result.runs},
                    {"interrupted", result.is_interrupted},
                    {"out", out},
                    {"quantile_levels", JsonArray{0.05, 0.25, 0.5, 0.75, 0.95}},
                    {"outcomes", std::move(outcomes)}};
}

}  // namespace tumen::cli
