#pragma once
// A table in which some columns are words: names of policies, categories.
#include "studies/table.hpp"

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// Numbers, or words by their place in `words` (in the order in which they first appear).
struct MixedColumn {
  std::string name;
  std::vector<double> values;
  std::vector<std::string> words = {};  ///< empty for a column of numbers

  [[nodiscard]] bool is_words() const { return !words.empty(); }
};

/// Invariant: all columns are of the same length, at least 1.
struct MixedTable {
  std::string file;  ///< for messages
  std::vector<MixedColumn> columns;

  [[nodiscard]] std::size_t rows() const { return columns.front().values.size(); }
};

/// What to read of a table; names that it lacks are refused with the nearest.
struct MixedReading {
  std::vector<std::string> columns = {};     ///< in this order; empty: all
  std::vector<std::string> as_words = {};    ///< columns whose numbers are names
  std::vector<std::string> as_numbers = {};  ///< columns that must hold numbers
};

/// Reads CSV as parse_table does. A column is of numbers if every cell is one, of words if none is;
/// both in one column is a mistake unless it is asked for as words. Columns that are not asked for
/// are not looked at. Throws InputError with `file:line`, also for a cell that is missing.
[[nodiscard]] MixedTable parse_mixed_table(std::string_view text, const std::string& file,
                                           const MixedReading& reading = {});

/// The same of a file.
[[nodiscard]] MixedTable read_mixed_table(const std::filesystem::path& path,
                                          const MixedReading& reading = {});

/// Names of the columns of a file, for choosing among them.
[[nodiscard]] std::vector<std::string> column_names(std::string_view text, const std::string& file);

}  // namespace tumen
