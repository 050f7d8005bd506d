#pragma once
// The pieces of a report page: tables, figures, sections. Everything is well-formed XML as well as
// HTML, loads nothing and needs no script.
#include <string>
#include <string_view>
#include <vector>

namespace tumen::report {

/// A cell: text, and for a number the exact value as the CSV files have it.
struct Cell {
  std::string text = {};
  std::string exact = {};
};

/// The number rounded for reading, with its exact text beside it in the markup.
[[nodiscard]] Cell number(double value);
/// The number as the CSV files write it.
[[nodiscard]] Cell exact(double value);

struct HtmlTable {
  std::string caption;
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

/// A table that scrolls sideways on narrow pages; empty text for a table without rows.
[[nodiscard]] std::string table(const HtmlTable& table);

/// One or several pictures with what they show, where the numbers come from, and the numbers.
struct Figure {
  std::string id;
  std::string caption;  ///< what is shown, with units
  std::string source;   ///< file and columns
  std::vector<std::string> pictures;
  std::vector<HtmlTable> numbers;  ///< shown when opened
  bool is_wide = false;            ///< scrolls sideways instead of shrinking
};
[[nodiscard]] std::string figure(const Figure& figure);

[[nodiscard]] std::string section(std::string_view id, std::string_view title,
                                  std::string_view body);

[[nodiscard]] std::string paragraph(std::string_view text);

/// A whole page: its heading, what stands before the sections, links to them, the sections.
struct HtmlPage {
  std::string title, description;
  std::string definitions;  ///< of pictures, not shown
  std::string top;
  std::string links;  ///< list items
  std::string body;
};
[[nodiscard]] std::string page(const HtmlPage& page);

/// The page's style sheet.
[[nodiscard]] std::string_view style_sheet();

}  // namespace tumen::report
