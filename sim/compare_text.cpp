#include "sim/compare_text.hpp"

#include "sim/wording.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace tumen {
namespace {

/// A measure as a clause: {0} what it is about, {1} the value of B, {2} that of A.
struct Phrase {
  Measure measure;
  std::string_view text;
};

constexpr Phrase phrases[] = {
    {Measure::memoranda, "there are {1} memoranda a run on {0} instead of {2}"},
    {Measure::opened, "talks on {0} open {1} times a run instead of {2}"},
    {Measure::signed_, "{0} is signed in {1} of runs instead of {2}"},
    {Measure::signed_year, "{0}, where both sign it, is signed in {1} on the mean instead of {2}"},
    {Measure::delay, "{0}, where both sign it, takes {1} of talks instead of {2}"},
    {Measure::entered, "{0} enters into force in {1} of runs instead of {2}"},
    {Measure::in_force, "{0} is in force {1} of the time instead of {2}"},
    {Measure::blocked, "{0} is ratified but vetoed in {1} of runs instead of {2}"},
    {Measure::breached, "{0} is broken in {1} of runs instead of {2}"},
    {Measure::breach_rate, "{0}, where both have it in force, is broken at {1} instead of {2}"},
    {Measure::performed, "of {0}, where both sign it, {1} is performed instead of {2}"},
    {Measure::irrational,
     "{0} is signed at a signatory's true loss {1} times a run instead of {2}"},
    {Measure::built, "{0} is completed in {1} of runs instead of {2}"},
    {Measure::built_year,
     "{0}, where both complete it, is completed in {1} on the mean instead of {2}"},
    {Measure::progress, "works on {0} get to {1} on the mean instead of {2}"},
    {Measure::operating, "{0} operates {1} of the time instead of {2}"},
    {Measure::flow, "{0}, where it stands in both, carries {1} of its capacity instead of {2}"},
    {Measure::idle, "{0}, where it stands in both, is idle in {1} of runs instead of {2}"},
    {Measure::reach, "the reach of {0} is {1} instead of {2}"},
    {Measure::tests, "{0} holds weapons tests in {1} ticks a run instead of {2}"},
    {Measure::cash, "{0} receives {1} net under agreements instead of {2}"},
    {Measure::utility, "{0} gains {1} on the mean instead of {2}"},
    {Measure::dependence, "the largest partner has {1} of the trade of {0} instead of {2}"},
    {Measure::signatures, "{0} signs {1} deals a run instead of {2}"},
    {Measure::trust, "trust between {0} is {1} on the mean instead of {2}"},
    {Measure::trade, "trade between {0} is {1} on the mean instead of {2}"},
    {Measure::indirect, "{1} of the trade between {0} goes through third countries instead of {2}"},
    {Measure::settled, "{0} is settled in {1} of runs instead of {2}"},
    {Measure::paid, "{1} are paid on {0} instead of {2}"},
    {Measure::brent, "Brent is {1} on the mean instead of {2}"},
};
static_assert(std::size(phrases) == measure_catalog.size(), "a measure without a sentence");

/// Shares that count something are told in per cent; reach and trust are indices.
bool is_percentage(const Outcome& o) {
  return unit_of(o) == "share" && o.measure != Measure::reach && o.measure != Measure::trust;
}

std::string value_text(const Outcome& o, double value) {
  if (is_percentage(o)) {
    return fmt::format("{:.{}f} %", 100 * value, std::abs(value - 0.5) > 0.45 ? 1 : 0);
  }
  if (unit_of(o) == "share") {
    return fmt::format("{:.3f}", value);
  }
  return unit_of(o) == "year" ? fmt::format("{:.1f}", value) : with_unit(value, unit_of(o));
}

/// "+15 points [13, 17]", "-12 M USD/y [-20, -3]".
std::string difference_text(const Outcome& o, const PairedDifference& d) {
  const double scale = is_percentage(o) ? 100 : 1;
  const double widest = scale * std::max(std::abs(d.low), std::abs(d.high));
  const auto number = [&](double value, bool with_plus) {
    if (!is_percentage(o)) {
      return with_plus ? with_sign(value) : rounded(value);
    }
    const int decimals = widest < 1 ? 2 : widest < 10 ? 1 : 0;
    return fmt::format(fmt::runtime(with_plus ? "{:+.{}f}" : "{:.{}f}"), scale * value, decimals);
  };
  const std::string unit = is_percentage(o)        ? "points"
                           : unit_of(o) == "year"  ? "years"
                           : unit_of(o) == "count" ? ""
                                                   : printed_unit(unit_of(o));
  return fmt::format("{}{}{} [{}, {}]", number(d.mean, true), unit.empty() ? "" : " ", unit,
                     number(d.low, false), number(d.high, false));
}

std::string pair_text(const Scenario& s, Id pair) {
  const Pair& p = at(s.model.pairs, pair);
  return country_name(s, p.a) + " and " + country_name(s, p.b);
}

}  // namespace

std::string subject_text(const Scenario& s, const Outcome& o) {
  const std::string_view table = measure_catalog[index_of(o.measure)].table;
  if (table == "packages") {
    return in_marks(package_name(s, o.entity));
  }
  if (table == "corridors") {
    return in_marks(corridor_name(s, o.entity));
  }
  if (table == "countries") {
    return country_name(s, o.entity);
  }
  if (table == "pairs") {
    return pair_text(s, o.entity);
  }
  return table == "debts" ? "the debt " + at(s.names.debts, o.entity) : std::string("the market");
}

std::string finding_text(const Scenario& s, const ComparedOutcome& row) {
  const Outcome& o = row.outcome;
  const auto* phrase = std::find_if(std::begin(phrases), std::end(phrases),
                                    [&](const Phrase& p) { return p.measure == o.measure; });
  const std::string_view name = o.name;
  const auto window = name.find('@');
  const std::string when =
      window == std::string_view::npos ? "" : fmt::format(" ({})", name.substr(window + 1));
  return fmt::format(fmt::runtime(phrase->text), subject_text(s, o),
                     value_text(o, row.tally.mean_b), value_text(o, row.tally.mean_a)) +
         when + ": " + difference_text(o, row.difference);
}

}  // namespace tumen
