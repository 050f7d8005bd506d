#pragma once
// CSV line by line, as RFC 4180 has it and as spreadsheets write it: quotes, LF, CRLF or CR, a byte
// order mark.
#include "sim/document/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// Throws InputError for one thing wrong at a line of a file; line 0 is the file as a whole.
[[noreturn]] void refuse_line(const std::string& file, int line, std::string found,
                              std::string allowed, std::string nearest = {});

/// Reads the fields of one line after the other. The text must outlive the reader.
class CsvReader {
 public:
  CsvReader(std::string_view text, std::string file);

  /// The fields of the next line, blanks around unquoted ones removed; false at the end. A line
  /// without a character is one empty field; such lines at the end of the text are no lines.
  /// Throws InputError (a quote that is not closed, a control character).
  bool next(std::vector<std::string>& fields);

  /// Where the line read last begins, from 1.
  [[nodiscard]] int line() const { return line_; }
  [[nodiscard]] const std::string& file() const { return file_; }

 private:
  void read_quoted(std::string& field);
  void read_plain(std::string& field);
  /// Steps over a line break; false if none stands here.
  bool break_line();
  [[nodiscard]] bool is_end() const { return at_ >= text_.size(); }

  std::string_view text_;
  std::string file_;
  std::size_t at_ = 0;
  int line_ = 0;       ///< of the line read last
  int next_line_ = 1;  ///< of the character at at_
};

}  // namespace tumen
