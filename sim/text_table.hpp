#pragma once
// A table in plain text: columns aligned, numbers to the right, the last column wrapped.
#include <string>
#include <vector>

namespace tumen {

/// Breaks a text at blanks into lines of at most `width` characters; a longer word stays whole.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The same as one text, each line ended.
[[nodiscard]] std::string wrapped_text(std::string_view text, std::size_t width);

/// Invariant: every row has as many cells as there are columns.
class TextTable {
 public:
  enum class Align : std::uint8_t { left, right };
  struct Column {
    std::string title;
    Align align = Align::left;
  };

  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

  void add(std::vector<std::string> cells);
  /// Puts a text under the last row, over all columns and indented as it begins; empty is left out.
  void note(std::string text);
  [[nodiscard]] bool is_empty() const { return rows_.empty(); }

  /// The table, two blanks between columns, at most about `width` wide: the last column is wrapped.
  [[nodiscard]] std::string text(std::size_t width) const;

 private:
  [[nodiscard]] std::vector<std::size_t> widths(std::size_t page) const;
  [[nodiscard]] std::string line(const std::vector<std::string>& cells,
                                 const std::vector<std::size_t>& width) const;

  std::vector<Column> columns_;
  struct Row {
    std::vector<std::string> cells;
    std::string note;
  };
  std::vector<Row> rows_;
};

}  // namespace tumen
