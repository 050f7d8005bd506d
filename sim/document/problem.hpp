#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// Where something is written. Lines and columns count from 1 (columns in characters, not bytes);
/// line 0 means the file as a whole.
struct Place {
  std::string file = {};
  int line = 0;
  int column = 0;

  bool operator==(const Place&) const = default;
};

/// `file:line:column`, or only the file for a place without a line.
[[nodiscard]] std::string to_string(const Place& place);

/// One thing wrong with the user's input. Empty fields are left out of the message.
struct Problem {
  Place place = {};
  std::string key = {};      ///< dotted path of the key, as far as it is known
  std::string found = {};    ///< what is written there
  std::string allowed = {};  ///< what may be written instead
  std::string nearest = {};  ///< the known name the author may have meant

  /// `file:line:column: key: found; allowed: ...; did you mean "..."?` on one line.
  [[nodiscard]] std::string message() const;
};

/// Collects the problems of one load, so that all of them are told at once.
/// Invariant: at most `most_kept` are stored; the others are only counted.
class Problems {
 public:
  static constexpr std::size_t most_kept = 200;

  void add(Problem problem);
  [[nodiscard]] bool empty() const { return count_ == 0; }
  /// All problems added, those that were not kept included.
  [[nodiscard]] std::size_t size() const { return count_; }
  /// True once further problems are counted without being kept.
  [[nodiscard]] bool is_full() const { return kept_.size() >= most_kept; }
  /// The kept problems by file, line and column; equal places stay in the order they were added.
  [[nodiscard]] std::vector<Problem> sorted() const;
  /// One message a line, in sorted order, then "and N more" where some were not kept.
  [[nodiscard]] std::string text() const;
  /// Throws InputError if there is any problem: the only throw of the document layer.
  void throw_if_any() const;

 private:
  std::vector<Problem> kept_;
  std::size_t count_ = 0;
};

/// The user's input cannot be used; the command line turns it into exit code 2.
class InputError : public std::runtime_error {
 public:
  explicit InputError(Problems problems);
  [[nodiscard]] const Problems& problems() const { return problems_; }

 private:
  Problems problems_;
};

/// The text in double quotes, control characters escaped, cut at 60 characters.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// As `in_quotes`, without the quotation marks: for keys and names inside a message.
[[nodiscard]] std::string printable(std::string_view text);

/// Names joined by ", "; after 40 of them "and N more".
[[nodiscard]] std::string join_names(const std::vector<std::string>& names);

}  // namespace tumen
