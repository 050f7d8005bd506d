#include "server/rooms/ranks.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace tumen::server::rooms {

int percentile_of(const std::vector<double>& values, double x) {
  double below = 0;
  for (const double value : values) {
    below += value < x ? 1 : value == x ? 0.5 : 0;
  }
  return values.empty()
             ? 0
             : static_cast<int>(std::lround(100 * below / static_cast<double>(values.size())));
}

std::vector<std::array<int, 2>> frontier_of(std::vector<std::array<int, 2>> points) {
  std::sort(points.begin(), points.end(), std::greater<>());
  std::vector<std::array<int, 2>> out;
  for (const std::array<int, 2>& point : points) {
    if (out.empty() || point[1] > out.back()[1]) {
      out.push_back(point);
    }
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<std::array<int, 2>> reach_of(const std::vector<std::array<int, 2>>& points) {
  std::vector<std::array<int, 2>> out = frontier_of(points);
  if (!out.empty()) {
    out.insert(out.begin(), {0, out.front()[1]});
    out.push_back({out.back()[0], 0});
  }
  return out;
}

}  // namespace tumen::server::rooms
