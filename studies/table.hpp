#pragma once
// A table of numbers by columns: designs, outcomes, results of somebody else's model.
#include "studies/csv_reader.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// Invariant: as many columns as names, all of the same length.
struct Table {
  std::string file;  ///< for messages
  std::vector<std::string> names;
  std::vector<std::vector<double>> columns;

  [[nodiscard]] std::size_t rows() const { return columns.empty() ? 0 : columns.front().size(); }
};

/// What becomes of a cell that is empty or says NA or NaN.
enum class Missing : std::uint8_t {
  refused,
  masked,  ///< NaN in the column: the row has no such value
};

/// Reads CSV with a header; a text whose first line is all numbers has none, and its columns are
/// called y, or y1, y2 ... Numbers are decimal; true and false are 1 and 0. Throws InputError with
/// `file:line`: no rows, a cell that is no number or missing or infinite, a line with too few or
/// too many cells, a column without a name or named twice, a separator that is no comma.
[[nodiscard]] Table parse_table(std::string_view text, const std::string& file,
                                Missing missing = Missing::refused);

/// The same of a file; throws InputError if it cannot be read, with the nearest name.
[[nodiscard]] Table read_table(const std::filesystem::path& path,
                               Missing missing = Missing::refused);

/// The text of a file that holds a table. Throws InputError as read_table does.
[[nodiscard]] std::string read_table_text(const std::filesystem::path& path);

/// Names of the columns of a header line; throws InputError as parse_table does.
[[nodiscard]] std::vector<std::string> check_header(const std::vector<std::string>& fields,
                                                    const CsvReader& reader);

/// The first line of a table: names, or, where it is all numbers, names made up and data.
struct Header {
  std::vector<std::string> names;
  std::vector<std::string> fields;  ///< of the line
  bool is_data = false;
};

/// Reads the first line; throws InputError as parse_table does.
[[nodiscard]] Header read_header(CsvReader& reader);

/// Throws InputError unless the line read last has `width` fields.
void check_width(const std::vector<std::string>& fields, std::size_t width,
                 const CsvReader& reader);

/// The number that a cell is; true and false are 1 and 0.
[[nodiscard]] std::optional<double> cell_number(std::string_view cell);

/// True for an empty cell and for NA, NaN and their like.
[[nodiscard]] bool is_missing_cell(std::string_view cell);

/// Place of a column among the names; throws InputError with the nearest name if there is none.
[[nodiscard]] std::size_t column_index(const Table& table, std::string_view name);

[[nodiscard]] const std::vector<double>& column(const Table& table, std::string_view name);

}  // namespace tumen
