#pragma once
// The mechanisms of the sources by id, and what of the configuration plays each: read from
// configs/mechanisms.yaml, printed by `tumen list mechanisms` and the reference page.
#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// What can play a mechanism; the names are keys of the file.
inline constexpr std::array<std::string_view, 8> mechanism_parts = {
    "instruments", "packages", "corridors", "debts", "regimes", "acts", "rules", "scenarios"};

struct Mechanism {
  std::string id;  ///< "E7"
  std::string title;
  std::array<std::vector<std::string>, mechanism_parts.size()> parts;  ///< names, by kind
};

/// The mechanisms of a document, in its order. What is wrong is added to `problems`.
[[nodiscard]] std::vector<Mechanism> read_mechanisms(const Node& root, Problems& problems);

}  // namespace tumen
