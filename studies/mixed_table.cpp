#include "studies/mixed_table.hpp"

#include "sim/document/nearest.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

namespace tumen {
namespace {

enum class Content : std::uint8_t { unknown, numbers, words };

/// A column while it is read.
struct Reader {
  std::size_t place = 0;  ///< in the line
  Content content = Content::unknown;
  bool is_fixed = false;  ///< asked for as what `content` says
  MixedColumn column = {};
  std::unordered_map<std::string, std::size_t> codes = {};
};

bool is_in(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::size_t place_of(const std::vector<std::string>& names, const std::string& name,
                     const std::string& file) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) {
    refuse_line(file, 0, fmt::format("no column {}", in_quotes(name)), join_names(names),
                nearest_name(name, names));
  }
  return static_cast<std::size_t>(it - names.begin());
}

std::vector<Reader> readers_of(const std::vector<std::string>& names, const MixedReading& reading,
                               const std::string& file) {
  for (const std::string& name : reading.as_words) {
    (void)place_of(names, name, file);  // refuses a name that is not there
  }
  std::vector<Reader> readers;
  for (const std::string& name : reading.columns.empty() ? names : reading.columns) {
    Reader& reader = readers.emplace_back();
    reader.place = place_of(names, name, file);
    reader.column.name = name;
    const bool as_words = is_in(reading.as_words, name);
    reader.is_fixed = as_words || is_in(reading.as_numbers, name);
    reader.content = !reader.is_fixed ? Content::unknown
                     : as_words       ? Content::words
                                      : Content::numbers;
  }
  return readers;
}

[[noreturn]] void refuse_cell(const Reader& r, const std::string& cell, const CsvReader& csv) {
  const std::string place = fmt::format("column {} ({}): ", r.place + 1, in_quotes(r.column.name));
  const std::string found = cell.empty() ? "an empty cell" : in_quotes(cell);
  if (is_missing_cell(cell)) {
    refuse_line(csv.file(), csv.line(), place + found, "a value in every cell");
  }
  if (r.is_fixed) {
    refuse_line(csv.file(), csv.line(), place + found, "a finite number such as -0.5 or 2e3");
  }
  refuse_line(csv.file(), csv.line(), place + found,
              r.content == Content::numbers ? "numbers in all cells, as in the lines above"
                                            : "words in all cells, as in the lines above");
}

/// The code of a word, a new one where it appears first.
double code_of(Reader& r, const std::string& word) {
  const auto [it, is_new] = r.codes.try_emplace(word, r.column.words.size());
  if (is_new) {
    r.column.words.push_back(word);
  }
  return static_cast<double>(it->second);
}

void read_cell(Reader& r, const std::string& cell, const CsvReader& csv) {
  if (is_missing_cell(cell)) {
    refuse_cell(r, cell, csv);
  }
  const std::optional<double> number =
      r.is_fixed && r.content == Content::words ? std::nullopt : cell_number(cell);
  const Content content = number ? Content::numbers : Content::words;
  if (r.content == Content::unknown) {
    r.content = content;
  }
  if (r.content != content) {
    refuse_cell(r, cell, csv);
  }
  r.column.values.push_back(number ? *number : code_of(r, cell));
}

void read_line(std::vector<Reader>& readers, const std::vector<std::string>& fields,
               const CsvReader& csv) {
  for (Reader& reader : readers) {
    read_cell(reader, fields[reader.place], csv);
  }
}

}  // namespace

MixedTable parse_mixed_table(std::string_view text, const std::string& file,
                             const MixedReading& reading) {
  CsvReader csv(text, file);
  Header header = read_header(csv);
  std::vector<Reader> readers = readers_of(header.names, reading, file);
  if (header.is_data) {
    read_line(readers, header.fields, csv);
  }
  for (std::vector<std::string> fields; csv.next(fields);) {
    check_width(fields, header.names.size(), csv);
    read_line(readers, fields, csv);
  }
  MixedTable table{file, {}};
  for (Reader& reader : readers) {
    table.columns.push_back(std::move(reader.column));
  }
  if (table.columns.empty() || table.rows() == 0) {
    refuse_line(file, 0, "a line of names and no line of values", "one line or more");
  }
  return table;
}

MixedTable read_mixed_table(const std::filesystem::path& path, const MixedReading& reading) {
  return parse_mixed_table(read_table_text(path), path.generic_string(), reading);
}

std::vector<std::string> column_names(std::string_view text, const std::string& file) {
  CsvReader csv(text, file);
  return read_header(csv).names;
}

}  // namespace tumen
