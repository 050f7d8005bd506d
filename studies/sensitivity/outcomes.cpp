#include "studies/sensitivity/outcomes.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/scalar.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace tumen {
namespace {

constexpr const char* point_column = "point";
constexpr const char* replicate_column = "replicate";

bool has_column(const DataTable& table, const char* name) {
  return std::find(table.names.begin(), table.names.end(), name) != table.names.end();
}

[[noreturn]] void refuse(const DataTable& table, std::string found, std::string allowed) {
  refuse_line(table.file, 0, std::move(found), std::move(allowed));
}

/// Point of each line, from 0.
std::vector<std::size_t> points_of(const DataTable& table, std::size_t runs) {
  const std::vector<double>& column = tumen::column(table, point_column);
  const double first = *std::min_element(column.begin(), column.end());
  if (first != 0 && first != 1) {
    refuse(table, fmt::format("the first point is {}", format_real(first)),
           "points counted from 0 or from 1");
  }
  std::vector<std::size_t> points;
  for (const double value : column) {
    if (value != std::floor(value) || value - first >= static_cast<double>(runs)) {
      refuse(table, fmt::format("point {}", format_real(value)),
             fmt::format("whole numbers from {} to {}, the lines of the design", first,
                         first + static_cast<double>(runs) - 1));
    }
    points.push_back(static_cast<std::size_t>(value - first));
  }
  return points;
}

void check_points(const DataTable& table, const std::vector<std::size_t>& points,
                  std::size_t runs) {
  std::vector<bool> is_there(runs, false);
  std::set<std::pair<std::size_t, double>> seen;
  const bool has_replicates = has_column(table, replicate_column);
  const std::vector<double>& replicates =
      tumen::column(table, has_replicates ? replicate_column : point_column);
  for (std::size_t k = 0; k < points.size(); ++k) {
    const double replicate = has_replicates ? replicates[k] : 0;
    if (!seen.insert({points[k], replicate}).second) {
      refuse(table,
             fmt::format("point {} twice{}", format_real(tumen::column(table, point_column)[k]),
                         has_replicates ? fmt::format(" with replicate {}", replicate) : ""),
             has_replicates ? "each replicate of a point once"
                            : "each point once, or a column replicate");
    }
    is_there[points[k]] = true;
  }
  const auto missing = std::find(is_there.begin(), is_there.end(), false);
  if (missing != is_there.end()) {
    refuse(table,
           fmt::format("no line for {} of the design's {} lines, the first of them line {}",
                       std::count(is_there.begin(), is_there.end(), false), runs,
                       missing - is_there.begin() + 1),
           "every point; with --allow-missing a line without a value where a run failed");
  }
}

/// The line of the design of each line of the table.
std::vector<std::size_t> lines_of(const DataTable& table, std::size_t runs) {
  if (has_column(table, point_column)) {
    std::vector<std::size_t> points = points_of(table, runs);
    check_points(table, points, runs);
    return points;
  }
  if (has_column(table, replicate_column)) {
    refuse(table, "a column replicate and none point", "both, or neither");
  }
  if (table.rows() != runs) {
    refuse(
        table, fmt::format("{} lines of values", table.rows()),
        fmt::format("{}, one for each line of the design; or columns point and replicate", runs));
  }
  std::vector<std::size_t> lines(runs);
  for (std::size_t k = 0; k < runs; ++k) {
    lines[k] = k;
  }
  return lines;
}

/// Sums over the replicates of one line.
struct LineTally {
  double count = 0, mean = 0, squares = 0;

  void add(double value) {
    count += 1;
    const double step = value - mean;
    mean += step / count;
    squares += step * (value - mean);
  }
};

/// Mean variance of single runs over the lines that have two or more.
double seed_variance_of(const std::vector<LineTally>& tallies) {
  double squares = 0, freedom = 0;
  for (const LineTally& t : tallies) {
    squares += t.squares;
    freedom += std::max(0.0, t.count - 1);
  }
  return freedom > 0 ? squares / freedom : 0;
}

DesignOutcome outcome_of(const std::string& name, const std::vector<LineTally>& tallies) {
  DesignOutcome out;
  out.name = name;
  out.seed_variance = seed_variance_of(tallies);
  double fewest = std::numeric_limits<double>::max(), most = 1;
  for (const LineTally& t : tallies) {
    out.mean.push_back(t.count > 0 ? t.mean : std::numeric_limits<double>::quiet_NaN());
    fewest = t.count > 0 ? std::min(fewest, t.count) : fewest;
    most = std::max(most, t.count);
  }
  out.most = static_cast<std::size_t>(most);
  out.fewest = fewest > most ? 1 : static_cast<std::size_t>(fewest);
  if (out.most < 2) {
    return out;
  }
  for (const LineTally& t : tallies) {
    const double variance = t.count > 1 ? t.squares / (t.count - 1) : out.seed_variance;
    out.noise.push_back(t.count > 0 ? variance / t.count : 0);
  }
  return out;
}

/// The replicate of each line of the table, numbered from 0 in the order of the column.
std::vector<std::size_t> replicates_of(const DataTable& table) {
  std::vector<std::size_t> places(table.rows(), 0);
  if (!has_column(table, replicate_column)) {
    return places;
  }
  const std::vector<double>& column = tumen::column(table, replicate_column);
  const std::set<double> sorted(column.begin(), column.end());
  const std::vector<double> numbers(sorted.begin(), sorted.end());
  for (std::size_t k = 0; k < column.size(); ++k) {
    places[k] = static_cast<std::size_t>(
        std::lower_bound(numbers.begin(), numbers.end(), column[k]) - numbers.begin());
  }
  return places;
}

/// Where each line of a table belongs: line of the design and replicate.
struct Cells {
  std::size_t runs = 0, replicates = 1;
  std::vector<std::size_t> line, replicate;
};

std::vector<double> values_of(const std::vector<double>& column, const Cells& cells) {
  std::vector<double> values(cells.runs * cells.replicates,
                             std::numeric_limits<double>::quiet_NaN());
  for (std::size_t k = 0; k < column.size(); ++k) {
    values[cells.line[k] * cells.replicates + cells.replicate[k]] = column[k];
  }
  return values;
}

DesignOutcome outcome_of(const std::string& name, const std::vector<double>& column,
                         const Cells& cells) {
  std::vector<LineTally> tallies(cells.runs);
  for (std::size_t k = 0; k < column.size(); ++k) {
    if (std::isfinite(column[k])) {
      tallies[cells.line[k]].add(column[k]);
    }
  }
  DesignOutcome out = outcome_of(name, tallies);
  // Where every line numbers its replicates anew, they are as many as runs: no layout, no room.
  const bool is_shared = cells.replicates <= 2 * out.most;
  if (is_shared && out.most > 1) {
    out.values = values_of(column, cells);
    out.layout = two_way(out.values, cells.replicates);
  }
  return out;
}

}  // namespace

std::vector<DesignOutcome> outcomes_by_line(const DataTable& table, std::size_t runs) {
  Cells cells{runs, 1, lines_of(table, runs), replicates_of(table)};
  cells.replicates = 1 + *std::max_element(cells.replicate.begin(), cells.replicate.end());
  std::vector<DesignOutcome> outcomes;
  for (std::size_t c = 0; c < table.names.size(); ++c) {
    if (table.names[c] == point_column || table.names[c] == replicate_column) {
      continue;
    }
    outcomes.push_back(outcome_of(table.names[c], table.columns[c], cells));
  }
  if (outcomes.empty()) {
    refuse(table, "no column of an outcome", "one or more beside point and replicate");
  }
  return outcomes;
}

std::vector<DesignOutcome> choose_outcome(std::vector<DesignOutcome> all, const std::string& name,
                                          const std::string& file) {
  if (name.empty()) {
    return all;
  }
  std::vector<std::string> names;
  for (DesignOutcome& outcome : all) {
    if (outcome.name == name) {
      return {std::move(outcome)};
    }
    names.push_back(outcome.name);
  }
  refuse_line(file, 0, fmt::format("no outcome {}", in_quotes(name)), join_names(names),
              nearest_name(name, names));
}

}  // namespace tumen
