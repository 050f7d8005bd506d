#include "sim/csv.hpp"

#include <cmath>

#include <fmt/format.h>

namespace tumen {

std::string exact_text(double value) {
  if (!std::isfinite(value)) {
    return "";
  }
  if (value == 0) {
    return "0";  // -0 is the same number
  }
  const auto narrow = static_cast<float>(value);
  return static_cast<double>(narrow) == value ? fmt::format("{}", narrow)
                                              : fmt::format("{}", value);
}

CsvTable::CsvTable(std::vector<std::string> header) : width_(header.size()) {
  for (const std::string& name : header) {
    add(name);
  }
}

CsvTable& CsvTable::add(std::string_view field) {
  if (column_ > 0) {
    text_ += ',';
  }
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    text_ += field;
  } else {
    text_ += '"';
    for (const char c : field) {
      text_ += c;
      if (c == '"') {
        text_ += '"';
      }
    }
    text_ += '"';
  }
  if (++column_ == width_) {
    text_ += "\r\n";
    column_ = 0;
  }
  return *this;
}

CsvTable& CsvTable::add(int value) {
  return add(fmt::format("{}", value));
}

}  // namespace tumen
