#include "studies/table.hpp"

#include "sim/document/load.hpp"
#include "sim/document/nearest.hpp"
#include "sim/document/scalar.hpp"
#include "sim/document/text_check.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace tumen {
namespace fs = std::filesystem;
namespace {

constexpr double missing_value = std::numeric_limits<double>::quiet_NaN();

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_number(const std::string& cell) {
  return cell_number(cell).has_value();
}

/// How a column is called in a message: by name and place.
std::string column_words(const Table& table, std::size_t k) {
  return fmt::format("column {} ({})", k + 1, in_quotes(table.names[k]));
}

double read_cell(const Table& table, std::size_t k, const std::string& cell,
                 const std::pair<const CsvReader&, Missing>& how) {
  const auto& [reader, missing] = how;
  if (const std::optional<double> value = cell_number(cell)) {
    return *value;
  }
  if (is_missing_cell(cell) && missing == Missing::masked) {
    return missing_value;
  }
  const std::string found = cell.empty() ? "an empty cell" : in_quotes(cell);
  refuse_line(reader.file(), reader.line(), fmt::format("{}: {}", column_words(table, k), found),
              missing == Missing::masked ? "a finite number such as -0.5 or 2e3, or an empty cell"
                                         : "a finite number such as -0.5 or 2e3");
}

void add_row(Table& table, const std::vector<std::string>& fields, const CsvReader& reader,
             Missing missing) {
  check_width(fields, table.names.size(), reader);
  for (std::size_t k = 0; k < fields.size(); ++k) {
    table.columns[k].push_back(read_cell(table, k, fields[k], {reader, missing}));
  }
}

/// y for one column without a header, y1, y2 ... for several.
std::vector<std::string> made_names(std::size_t n) {
  std::vector<std::string> names;
  for (std::size_t k = 1; k <= n; ++k) {
    names.push_back(n == 1 ? "y" : fmt::format("y{}", k));
  }
  return names;
}

void check_separator(const std::vector<std::string>& fields, const CsvReader& reader) {
  for (const char c : {';', '\t', '|'}) {
    if (fields.size() == 1 && fields.front().find(c) != std::string::npos) {
      refuse_line(reader.file(), reader.line(),
                  fmt::format("one column called {}", in_quotes(fields.front())),
                  "columns separated by commas, numbers with a decimal point");
    }
  }
}

}  // namespace

bool is_missing_cell(std::string_view cell) {
  return is_one_of(cell, {"", "NA", "N/A", "NaN", "nan", "NAN", "null"});
}

std::optional<double> cell_number(std::string_view cell) {
  if (is_one_of(cell, {"true", "True", "TRUE"})) {
    return 1;
  }
  if (is_one_of(cell, {"false", "False", "FALSE"})) {
    return 0;
  }
  if (cell.starts_with('+') && !cell.starts_with("+-")) {
    cell.remove_prefix(1);
  }
  return parse_real(cell);
}

Header read_header(CsvReader& reader) {
  std::vector<std::string> fields;
  if (!reader.next(fields)) {
    refuse_line(reader.file(), 0, "an empty file", "a line of names and lines of values");
  }
  Header header;
  header.is_data = std::all_of(fields.begin(), fields.end(), is_number);
  header.names = header.is_data ? made_names(fields.size()) : check_header(fields, reader);
  header.fields = std::move(fields);
  return header;
}

void check_width(const std::vector<std::string>& fields, std::size_t width,
                 const CsvReader& reader) {
  if (fields.size() != width) {
    refuse_line(reader.file(), reader.line(),
                fields.size() == 1 && fields.front().empty()
                    ? "an empty line"
                    : fmt::format("{} cells", fields.size()),
                fmt::format("{}, as many as the first line has", width));
  }
}

std::vector<std::string> check_header(const std::vector<std::string>& fields,
                                      const CsvReader& reader) {
  check_separator(fields, reader);
  std::set<std::string> seen;
  Problems problems;
  for (std::size_t k = 0; k < fields.size(); ++k) {
    const std::string& name = fields[k];
    if (name.empty()) {
      refuse_line(reader.file(), reader.line(), fmt::format("column {} has no name", k + 1),
                  "a name for every column (pandas: to_csv(..., index=False))");
    }
    if (is_number(name)) {
      refuse_line(reader.file(), reader.line(),
                  fmt::format("column {} is called {}", k + 1, in_quotes(name)),
                  "a line of names, or only numbers from the first line on");
    }
    if (!seen.insert(name).second) {
      refuse_line(reader.file(), reader.line(), fmt::format("two columns {}", in_quotes(name)),
                  "names that differ");
    }
    (void)check_text(name, reader.file(), problems, {});  // fills problems
  }
  problems.throw_if_any();
  return fields;
}

Table parse_table(std::string_view text, const std::string& file, Missing missing) {
  CsvReader reader(text, file);
  Header header = read_header(reader);
  std::vector<std::string> fields = std::move(header.fields);
  Table table{file, std::move(header.names), std::vector<std::vector<double>>(fields.size())};
  if (header.is_data) {
    add_row(table, fields, reader, missing);
  }
  while (reader.next(fields)) {
    add_row(table, fields, reader, missing);
  }
  if (table.rows() == 0) {
    refuse_line(file, 0, "a line of names and no line of numbers", "one line or more");
  }
  return table;
}

std::string read_table_text(const fs::path& path) {
  constexpr std::size_t most_bytes = std::size_t{8} << 30U;
  std::error_code error;
  if (fs::exists(path, error) && !fs::is_regular_file(path, error)) {
    refuse_line(path.generic_string(), 0,
                fs::is_directory(path, error) ? "a folder" : "not a regular file", "a CSV file",
                nearest_file(path));
  }
  Problems problems;
  Limits limits;
  limits.max_bytes = most_bytes;
  std::string text = read_text_file(path, problems, limits);
  problems.throw_if_any();
  return text;
}

Table read_table(const fs::path& path, Missing missing) {
  return parse_table(read_table_text(path), path.generic_string(), missing);
}

std::size_t column_index(const Table& table, std::string_view name) {
  const auto it = std::find(table.names.begin(), table.names.end(), name);
  if (it == table.names.end()) {
    refuse_line(table.file, 0, fmt::format("no column {}", in_quotes(name)),
                join_names(table.names), nearest_name(name, table.names));
  }
  return static_cast<std::size_t>(it - table.names.begin());
}

const std::vector<double>& column(const Table& table, std::string_view name) {
  return table.columns[column_index(table, name)];
}

}  // namespace tumen
