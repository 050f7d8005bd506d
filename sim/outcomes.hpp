#pragma once
// Outcomes of a run: what studies, tests and pages read. Each is defined by formula in
// docs/reference/outcomes.md; a number of a run that never came about (the year of a signature that
// was not given) is missing, coded as NaN at the edge and as `missing` in the core.
//
// An outcome is named TABLE.ENTITY.MEASURE or TABLE.ENTITY.MEASURE@FROM-TO, the window in calendar
// years, FROM included, TO not: `packages.gas_line.signed`,
// `corridors.khasan_rajin.flow@2017-2022`.
#include "sim/scenario/scenario.hpp"
#include "world/record.hpp"

#include <string>
#include <vector>

namespace tumen {

/// Number that stands for "did not happen" while a run goes on.
inline constexpr double missing = -1e9;

enum class Measure : std::uint8_t {
#define TUMEN_OUTCOME(name, table, unit, by_tick, text) name,
#include "sim/outcomes.inc"
#undef TUMEN_OUTCOME
};

/// What an outcome says tick by tick: every tick alone, or all of the window so far.
enum class ByTick : std::uint8_t { each, so_far };

struct MeasureInfo {
  Measure measure;
  std::string_view name, table, unit;
  ByTick by_tick;
  std::string_view text;
};

inline constexpr std::array measure_catalog = {
#define TUMEN_OUTCOME(name, table, unit, by_tick, text) \
  MeasureInfo{Measure::name, #name, table, unit, ByTick::by_tick, text},
#include "sim/outcomes.inc"
#undef TUMEN_OUTCOME
};

/// The tables that outcomes are of.
enum class OutcomeTable : std::uint8_t { packages, corridors, countries, pairs, debts, market };
inline constexpr std::array<std::string_view, 6> outcome_table_names = {
    "packages", "corridors", "countries", "pairs", "debts", "market"};

/// The table that a measure is of, known when this is compiled.
[[nodiscard]] constexpr OutcomeTable table_of(Measure measure) {
  constexpr auto tables = [] {
    std::array<OutcomeTable, measure_catalog.size()> of{};
    for (std::size_t k = 0; k < of.size(); ++k) {
      std::size_t table = 0;
      while (outcome_table_names[table] != measure_catalog[k].table) {
        ++table;
      }
      of[k] = static_cast<OutcomeTable>(table);
    }
    return of;
  }();
  return tables[index_of(measure)];
}

/// One outcome, bound to a row of the model and to ticks [from, to).
struct Outcome {
  std::string name;
  Measure measure{};
  Id entity = no_id;
  Id from = 0, to = 0;
};

/// Unit of an outcome, as in the catalogue.
[[nodiscard]] inline std::string_view unit_of(const Outcome& outcome) {
  return measure_catalog[index_of(outcome.measure)].unit;
}

/// Binds an outcome by name; throws InputError with the nearest name.
[[nodiscard]] Outcome find_outcome(const Scenario& scenario, std::string_view name);

/// The outcomes reported when none are asked for: the main measures of every package, corridor,
/// debt and country, over the whole run, and those the scenario lists.
[[nodiscard]] std::vector<Outcome> default_outcomes(const Scenario& scenario);

/// Those that a batch follows tick by tick when asked to follow any: signatures, agreements in
/// force, corridors and their flow, cash, gains, trust, claims, Brent, and those the scenario
/// lists.
[[nodiscard]] std::vector<Outcome> followed_outcomes(const Scenario& scenario);

/// Running tallies of outcomes over a run, one lane a run.
template <class Real>
struct Tally {
  std::vector<Real> value;
  std::vector<Real> weight;                ///< of means
  std::vector<std::vector<Id>> of_events;  ///< outcomes that count events, by package
  std::vector<Id> of_ticks;                ///< the others

  Tally(const Model& m, const std::vector<Outcome>& outcomes);
};

/// Takes tick `tick` into the tallies.
template <class Real>
void tally_tick(const Model& m, const std::vector<Outcome>& outcomes, const World<Real>& w,
                const Record<Real>& r, Id tick, Tally<Real>& t);

/// Value of outcome `k` in lane `lane_index`, NaN if missing.
[[nodiscard]] double outcome_value(const Outcome& outcome, double value, double weight);
template <class Real>
[[nodiscard]] double outcome_value(const Outcome& outcome, const Tally<Real>& t, std::size_t k,
                                   int lane_index) {
  return outcome_value(outcome, static_cast<double>(lane(t.value[k], lane_index)),
                       static_cast<double>(lane(t.weight[k], lane_index)));
}

}  // namespace tumen
