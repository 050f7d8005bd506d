#pragma once

#include <string>
#include <vector>

namespace tumen {

/// One key the binder asks for, as it reads to an author. In paths `*` stands for any name and `[]`
/// for any item of a list.
struct KeyRecord {
  enum class Kind {
    number,
    series,
    amount,  ///< a number, a term ("$fee") or the name of an issue
    real,
    integer,
    text,
    flag,
    choice,
    choices,
    reference,
    references,
    other
  };

  std::string path = {};
  Kind kind = Kind::other;
  std::string unit = {};  ///< of numbers and series, alternatives split by '|'
  double low = 0.0;       ///< bounds of numbers, series, reals and integers
  double high = 0.0;
  std::vector<std::string> choices = {};
};

/// Collects the keys asked for while a document is bound, so that the schema for editors can be
/// written from the binder itself.
struct KeyRecorder {
  std::vector<KeyRecord> records = {};
};

/// Every key the binder asks for, in the order asked: recorded on a document that has one of
/// everything, each entity named ANY, OTHER, ONE or MORE.
[[nodiscard]] std::vector<KeyRecord> record_keys();

}  // namespace tumen
