#pragma once
// What `tumen discover` says.
#include "sim/json_writer.hpp"
#include "studies/discovery/prim.hpp"
#include "studies/discovery/reproducibility.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tumen::cli {

/// The question as it was put.
struct DiscoveryQuestion {
  std::string table, outcome;
  Target target;
};

struct DiscoverReport {
  const DiscoveryQuestion& question;
  const CaseTable& cases;
  const PrimSettings& settings;
  std::vector<PrimBox> boxes;
  std::optional<Reproducibility> again;  ///< of the first box
};

/// "table.csv: 5000 points, 1033 cases (20.7 %): y is 1".
[[nodiscard]] std::string cases_words(const DiscoveryQuestion& question, const CaseTable& cases);

/// The limits of a box by name of the dimension, and their words.
[[nodiscard]] JsonObject box_json(const CaseTable& table, const Box& box);

/// Points, cases, coverage, density, mass, restricted.
void add_measures(JsonObject& object, const BoxMeasures& measures);

/// "holds 61 % of the cases, 90 % of what it holds are cases; 15 % of all points lie in it".
[[nodiscard]] std::string measures_words(const BoxMeasures& measures);

/// The number as a share in per cent: "61.3 %".
[[nodiscard]] std::string per_cent(double share);

[[nodiscard]] std::string discover_text(const DiscoverReport& report, std::size_t width);
[[nodiscard]] Json discover_json(const DiscoverReport& report);

}  // namespace tumen::cli
