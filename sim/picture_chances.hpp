#pragma once
// How often things came about, as dots with intervals on a scale from 0 to 100 %.
#include <string>
#include <vector>

namespace tumen::picture {

struct Chance {
  std::string label;
  double mean = 0, low = 0, high = 0;  ///< share of runs, with its interval
};

/// One row a chance, the same ink as the page, 620 units wide.
[[nodiscard]] std::string chances_svg(const std::string& title, const std::vector<Chance>& chances);

}  // namespace tumen::picture
