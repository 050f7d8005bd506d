#include "studies/discovery/cases.hpp"

#include "sim/document/nearest.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include <fmt/format.h>

namespace tumen {
namespace {

using Relation = Target::Relation;

struct Sign {
  std::string_view text;
  Relation relation;
  std::string_view words;
};

// Longer signs first: ">=" begins with ">".
constexpr std::array<Sign, 8> signs = {{{">=", Relation::at_least, "is at least"},
                                        {"<=", Relation::at_most, "is at most"},
                                        {"==", Relation::equal, "is"},
                                        {"!=", Relation::unequal, "is not"},
                                        {"=", Relation::equal, "is"},
                                        {">", Relation::more, "is more than"},
                                        {"<", Relation::less, "is less than"},
                                        {"", Relation::equal, "is"}}};

bool is_order(Relation relation) {
  return relation != Relation::equal && relation != Relation::unequal;
}

std::string_view without_blanks(std::string_view text) {
  while (text.starts_with(' ')) {
    text.remove_prefix(1);
  }
  while (text.ends_with(' ')) {
    text.remove_suffix(1);
  }
  return text;
}

/// The values that a column has, as words: the range, or the words.
std::string values_words(const MixedColumn& column) {
  if (column.is_words()) {
    return join_names(column.words);
  }
  const auto [low, high] = std::minmax_element(column.values.begin(), column.values.end());
  return *low == *high ? fmt::format("{} in every line", *low)
                       : fmt::format("values from {} to {}", *low, *high);
}

/// What values of the column are compared with.
double bound_of(const MixedTable& table, const MixedColumn& outcome, const Target& target) {
  if (!outcome.is_words()) {
    const std::optional<double> number = cell_number(target.text);
    if (!number) {
      refuse_line(table.file, 0,
                  fmt::format("column {} has numbers, the target is {}", in_quotes(outcome.name),
                              in_quotes(target.text)),
                  "a number, or one with a comparison: \">=0.8\"");
    }
    return *number;
  }
  const auto word = std::find(outcome.words.begin(), outcome.words.end(), target.text);
  if (word == outcome.words.end() || is_order(target.relation)) {
    refuse_line(
        table.file, 0,
        fmt::format("no line in which {} {}", in_quotes(outcome.name), target_words(target)),
        "one of the words of this column: " + join_names(outcome.words),
        nearest_name(target.text, outcome.words));
  }
  return static_cast<double>(word - outcome.words.begin());
}

}  // namespace

std::size_t CaseTable::cases() const {
  return std::accumulate(is_case.begin(), is_case.end(), std::size_t{0});
}

bool Target::holds(double value, double bound) const {
  switch (relation) {
    case Relation::equal:
      return value == bound;
    case Relation::unequal:
      return value != bound;
    case Relation::less:
      return value < bound;
    case Relation::at_most:
      return value <= bound;
    case Relation::more:
      return value > bound;
    case Relation::at_least:
      return value >= bound;
  }
  return false;
}

Target parse_target(std::string_view text, const std::string& option) {
  const std::string_view whole = without_blanks(text);
  const auto* const sign = std::find_if(signs.begin(), signs.end(),
                                        [&](const Sign& s) { return whole.starts_with(s.text); });
  Target target{sign->relation, std::string(without_blanks(whole.substr(sign->text.size())))};
  if (target.text.empty() || (is_order(target.relation) && !cell_number(target.text))) {
    refuse_line(option, 0, in_quotes(text),
                "a value such as 1 or yes, or a comparison: \">=0.8\", \"<3\", \"!=0\"");
  }
  return target;
}

std::string target_words(const Target& target) {
  const auto* const sign = std::find_if(
      signs.begin(), signs.end(), [&](const Sign& s) { return s.relation == target.relation; });
  return fmt::format("{} {}", sign->words, printable(target.text));
}

std::vector<std::uint8_t> cases_of(const MixedTable& table, const MixedColumn& outcome,
                                   const Target& target) {
  const double bound = bound_of(table, outcome, target);
  std::vector<std::uint8_t> is_case;
  is_case.reserve(outcome.values.size());
  for (const double value : outcome.values) {
    is_case.push_back(target.holds(value, bound) ? 1 : 0);
  }
  const auto n = std::accumulate(is_case.begin(), is_case.end(), std::size_t{0});
  if (n == 0 || n == is_case.size()) {
    refuse_line(
        table.file, 0,
        fmt::format("{} {} in {} of {} lines ({})", in_quotes(outcome.name), target_words(target),
                    n == 0 ? "none" : "all", is_case.size(), values_words(outcome)),
        "a target that holds in some lines and fails in others");
  }
  return is_case;
}

Dimension dimension_of(const MixedColumn& column) {
  const bool is_whole = std::all_of(column.values.begin(), column.values.end(), [](double x) {
    return x == std::floor(x) && std::abs(x) < 0x1p53;
  });
  const DimensionKind kind = column.is_words() ? DimensionKind::category
                             : is_whole        ? DimensionKind::whole
                                               : DimensionKind::number;
  return {column.name, kind, column.values, column.words};
}

}  // namespace tumen
