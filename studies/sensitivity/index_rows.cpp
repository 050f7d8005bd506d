#include "studies/sensitivity/index_rows.hpp"

#include "sim/csv.hpp"
#include "sim/document/scalar.hpp"

#include <cmath>
#include <limits>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

void append_pair(std::vector<IndexRow>& rows, const std::vector<std::string>& factors,
                 const char* index,
                 const std::pair<const IndexPair&, const std::array<const char*, 2>&>& by) {
  for (std::size_t e = 0; e < 2; ++e) {
    rows.push_back({factors, index, by.second[e], e == 0, true, by.first[e]});
  }
}

std::vector<IndexRow> rows_of(const SobolIndices& sobol, const ExpectedIndices& expected,
                              const std::vector<std::string>& names) {
  const EstimatorNames& by = estimator_names();
  std::vector<IndexRow> rows;
  for (std::size_t g = 0; g < sobol.groups.size(); ++g) {
    append_pair(rows, {names[g]}, "S1", {sobol.groups[g].first, by.first});
    append_pair(rows, {names[g]}, "ST", {sobol.groups[g].total, by.total});
    if (!expected.first.empty()) {
      const char* const jackknife = "jackknife over replicates";
      rows.push_back({{names[g]}, "S1 expected", jackknife, true, true, expected.first[g]});
      rows.push_back({{names[g]}, "ST expected", jackknife, true, true, expected.total[g]});
    }
  }
  for (const PairIndices& pair : sobol.pairs) {
    append_pair(rows, {names[pair.a], names[pair.b]}, "S2", {pair.second, by.second});
  }
  return rows;
}

std::vector<IndexRow> rows_of(const MorrisEffects& effects, const std::vector<std::string>& names) {
  std::vector<IndexRow> rows;
  for (std::size_t g = 0; g < effects.groups.size(); ++g) {
    const GroupEffects& e = effects.groups[g];
    rows.push_back({{names[g]}, "mu*", "", true, true, e.mu_star});
    rows.push_back({{names[g]}, "mu", "", true, true, e.mu});
    rows.push_back({{names[g]}, "sigma", "", true, true, e.sigma});
  }
  return rows;
}

std::vector<IndexRow> rows_of(const Swings& swings, const std::vector<std::string>& names) {
  std::vector<IndexRow> rows;
  const auto add = [&rows](const std::string& name, const char* index, double value) {
    rows.push_back({{name}, index, "", true, false, {value, {unknown, unknown}}});
  };
  for (std::size_t d = 0; d < swings.factors.size(); ++d) {
    const Swing& swing = swings.factors[d];
    add(names[d], "swing", swing.most - swing.least);
    add(names[d], "least", swing.least);
    add(names[d], "most", swing.most);
    add(names[d], "at lowest", swing.at_lowest);
    add(names[d], "at highest", swing.at_highest);
  }
  return rows;
}

std::vector<IndexRow> rows_of(const DataSensitivity& data) {
  std::vector<IndexRow> rows;
  for (const DataMeasures& factor : data.factors) {
    rows.push_back({{factor.name}, "S1", "bins", true, true, factor.first});
    rows.push_back({{factor.name}, "SRC", "regression", true, true, factor.regression});
    rows.push_back({{factor.name}, "rank correlation", "Spearman", true, true, factor.correlation});
  }
  return rows;
}

void caution_sobol(std::vector<std::string>& out, const SobolIndices& s, const DesignPlan& plan) {
  if (s.dropped > 0) {
    out.push_back(
        fmt::format("{} base points are left out, as a run of theirs has no value.", s.dropped));
  }
  if (s.interval == IntervalKind::bootstrap && !plan.is_random_base) {
    out.emplace_back(
        "The bootstrap takes Sobol' points for random ones: these intervals are several times too "
        "wide. A design with --scrambles 16 has narrower ones that hold.");
  }
  if (s.interval == IntervalKind::scrambles && plan.scrambles < 8) {
    out.push_back(fmt::format("{} scrambles give wide intervals; 16 are usual.", plan.scrambles));
  }
}

void caution_data(std::vector<std::string>& out, const DataSensitivity& data,
                  const AnalysedDesign& design) {
  if (data.dropped > 0) {
    out.push_back(fmt::format("{} lines without a value are left out.", data.dropped));
  }
  out.emplace_back(
      "The design has no structure for Sobol' indices: S1 is an estimate from bins, low where the "
      "outcome changes much within one; there is no ST (tumen design saltelli).");
  if (!data.has_regression) {
    out.emplace_back(
        "There is no regression: a factor is a sum of others, or the lines are too few.");
  } else if (data.r_squared < 0.7) {
    out.push_back(fmt::format("The regression explains {:.0f} % of the variance: SRC says little.",
                              100 * std::max(0.0, data.r_squared)));
  }
  if (!design.plan) {
    out.push_back(
        "No record of the design's making stands beside it: it is taken for a table of "
        "independent lines. tumen design writes the record.");
  }
}

/// What indices of the expectation would need.
std::string missing_words(const OutcomeAnalysis& a) {
  if (!a.sobol) {
    return "";
  }
  return a.replicates.most < least_lucks
             ? fmt::format("; {} replicates or more would say it", least_lucks)
             : "; that takes a value in every run";
}

void caution_luck(std::vector<std::string>& out, const OutcomeAnalysis& a) {
  const ReplicateReport& r = a.replicates;
  if (!r.is_common || r.most < 2) {
    return;
  }
  if (!a.expected.first.empty()) {
    out.emplace_back(
        "S1 and ST are those of the mean over these replicates, S1 expected and ST expected those "
        "of the outcome's expectation; only the intervals of the latter hold for other luck too.");
  } else if (!r.layout.is_known) {
    out.push_back(
        "The indices are those of means over these replicates; how far other luck would move them "
        "cannot be told" +
        missing_words(a) + ".");
  } else if (share_at_hand(r) > 0) {
    out.push_back(fmt::format(
        "{:.0f} % of the variance that the indices divide is luck that acts differently from line "
        "to line. They are those of the mean over these {} replicates; other luck would give "
        "others, and the intervals, which are over the lines, do not say how far off{}.",
        100 * share_at_hand(r), r.layout.replicates, missing_words(a)));
  }
  if (r.fewest < r.most) {
    out.push_back(fmt::format(
        "From {} to {} replicates of a line have a value: means over different luck, which the "
        "indices take for the factors' doing.",
        r.fewest, r.most));
  }
}

}  // namespace

std::vector<IndexRow> index_rows(const OutcomeAnalysis& a, const std::vector<std::string>& names) {
  return a.sobol    ? rows_of(*a.sobol, a.expected, names)
         : a.morris ? rows_of(*a.morris, names)
         : a.swings ? rows_of(*a.swings, names)
                    : rows_of(*a.data);
}

std::string method_of(const OutcomeAnalysis& a) {
  return a.sobol    ? "Sobol' indices"
         : a.morris ? "elementary effects"
         : a.swings ? "swings"
                    : "measures from given data";
}

std::string interval_words(const OutcomeAnalysis& a, const AnalysedDesign& design) {
  if (a.sobol) {
    return a.sobol->interval == IntervalKind::scrambles
               ? fmt::format("Student's t over {} independent scrambles", design.plan->scrambles)
               : std::string("bootstrap over base points, percentiles");
  }
  if (a.morris) {
    return "Student's t over trajectories; sigma: bootstrap over them, percentiles";
  }
  return a.swings ? ""
                  : "Student's t over groups of lines (jackknife); rank correlation: Fisher's z";
}

std::string reason_of(const OutcomeAnalysis& a) {
  return a.sobol    ? a.sobol->reason
         : a.morris ? a.morris->reason
         : a.swings ? a.swings->reason
                    : a.data->reason;
}

std::vector<std::string> cautions_of(const OutcomeAnalysis& a, const AnalysedDesign& design) {
  std::vector<std::string> out;
  if (a.sobol) {
    caution_sobol(out, *a.sobol, *design.plan);
  } else if (a.morris && a.morris->dropped > 0) {
    out.push_back(fmt::format("{} trajectories are left out, as a run of theirs has no value.",
                              a.morris->dropped));
  } else if (a.swings) {
    out.emplace_back("One factor moves at a time: interactions are not seen.");
  } else if (a.data) {
    caution_data(out, *a.data, design);
  }
  if (design.plan && !design.plan->constraints.empty()) {
    out.push_back(fmt::format(
        "Constraints ({}) make the factors depend on each other: shares of the variance overlap "
        "and need not add up to what the factors explain together.",
        fmt::join(design.plan->constraints, "; ")));
  }
  caution_luck(out, a);
  return out;
}

std::string index_csv(const std::vector<OutcomeAnalysis>& analyses,
                      const std::vector<std::string>& names) {
  CsvTable csv({"outcome", "factor", "index", "estimator", "recommended", "value", "low", "high"});
  const auto number = [](double value) { return std::isfinite(value) ? format_real(value) : ""; };
  for (const OutcomeAnalysis& analysis : analyses) {
    for (const IndexRow& row : index_rows(analysis, names)) {
      csv.add(analysis.name).add(fmt::format("{}", fmt::join(row.factors, "*")));
      csv.add(row.index).add(row.estimator).add(row.is_recommended ? "1" : "0");
      csv.add(number(row.estimate.value));
      csv.add(number(row.estimate.interval.low)).add(number(row.estimate.interval.high));
    }
  }
  return csv.text();
}

}  // namespace tumen
