#pragma once
// CSV as RFC 4180 has it: a header line, CRLF, quotes where a comma, a quote or a line break stands
// in a field. Numbers are the shortest text that reads back to the same number.
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// The number as text: shortest that gives the same float where the value is one (runs compute in
/// floats), else the shortest that gives the same double; empty where it is not finite.
[[nodiscard]] std::string exact_text(double value);

/// A table built line by line. Invariant: every line has as many fields as the header.
class CsvTable {
 public:
  explicit CsvTable(std::vector<std::string> header);

  CsvTable& add(std::string_view field);
  CsvTable& add(double value) { return add(exact_text(value)); }
  CsvTable& add(int value);

  /// The table so far; the last line must be complete.
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::size_t width_;
  std::size_t column_ = 0;
  std::string text_;
};

}  // namespace tumen
