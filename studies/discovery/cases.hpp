#pragma once
// What scenario discovery looks at: many points (lines of a table), some of which are cases.
#include "studies/mixed_table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// `whole`: all values are whole numbers; `category`: words without an order.
enum class DimensionKind : std::uint8_t { number, whole, category };

/// An input that may tell cases from the rest.
struct Dimension {
  std::string name;
  DimensionKind kind = DimensionKind::number;
  std::vector<double> values;  ///< by point; the place in `words` for a category
  std::vector<std::string> words = {};
};

/// Invariant: dimensions and is_case have the same length; there is a case and a point that is
/// none.
struct CaseTable {
  std::vector<Dimension> dimensions;
  std::vector<std::uint8_t> is_case;  ///< 1 or 0 by point

  [[nodiscard]] std::size_t points() const { return is_case.size(); }
  [[nodiscard]] std::size_t cases() const;
};

/// Which values of an outcome make a case.
struct Target {
  enum class Relation : std::uint8_t { equal, unequal, less, at_most, more, at_least };
  Relation relation = Relation::equal;
  std::string text;  ///< what it is compared with, as written

  [[nodiscard]] bool holds(double value, double bound) const;
};

/// Reads "1", "yes", ">=0.8", "<3", "!=0". Throws InputError that names `option` where nothing or,
/// for an order, no number follows the sign.
[[nodiscard]] Target parse_target(std::string_view text, const std::string& option);

/// The target as words: "is 1", "is at least 0.8".
[[nodiscard]] std::string target_words(const Target& target);

/// Which points are cases. Throws InputError where the outcome has no value that the target could
/// mean, no point or every point is a case (with the values that there are).
[[nodiscard]] std::vector<std::uint8_t> cases_of(const MixedTable& table,
                                                 const MixedColumn& outcome, const Target& target);

/// The column as a dimension.
[[nodiscard]] Dimension dimension_of(const MixedColumn& column);

}  // namespace tumen
