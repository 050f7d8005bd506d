#pragma once

#include "sim/document/document.hpp"
#include "sim/scenario/scenario.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace tumen::test {

/// tests/sim/data/toy.yaml: one of everything, in round numbers.
inline std::filesystem::path toy_file() {
  return std::filesystem::path(TUMEN_SOURCE_DIR) / "tests/sim/data/toy.yaml";
}

/// The toy with texts replaced, each of which must stand there exactly once.
inline std::string toy(const std::vector<std::pair<std::string, std::string>>& edits = {}) {
  std::ifstream file(toy_file(), std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  for (const auto& [from, to] : edits) {
    const std::size_t at = text.find(from);
    if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
      throw std::logic_error("not once in the toy: " + from);
    }
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Compiles a text; throws InputError.
inline Scenario compile(const std::string& text, const std::vector<std::string>& overrides = {}) {
  Problems problems;
  const Node root = parse_document(text, "toy.yaml", problems);
  Scenario out = compile_scenario(root, {}, overrides, problems);
  problems.throw_if_any();
  return out;
}

/// What is said of a text: one problem a line without its place.
inline std::string complaints(const std::string& text,
                              const std::vector<std::string>& overrides = {}) {
  Problems problems;
  const Node root = parse_document(text, "toy.yaml", problems);
  static_cast<void>(compile_scenario(root, {}, overrides, problems));
  std::string out;
  for (Problem problem : problems.sorted()) {
    problem.place = {};
    std::string message = problem.message();
    const std::string place = ": ";
    out += (message.starts_with(place) ? message.substr(place.size()) : message) + "\n";
  }
  return out;
}

/// Value of the number of this path; throws if there is none.
inline double value(const Scenario& s, std::string_view path) {
  return s.values.at(static_cast<std::size_t>(find_number(s, path).value().index));
}

/// Value of a series at a tick, unscaled.
inline double value(const Scenario& s, Series series, Id tick) {
  return s.series.at(static_cast<std::size_t>(series.first + tick));
}

inline Id id(const std::vector<std::string>& names, std::string_view name) {
  return find_name(names, name);
}

}  // namespace tumen::test
