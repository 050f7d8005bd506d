#pragma once

#include "sim/document/quantity.hpp"

#include <optional>
#include <vector>

namespace tumen {

/// Values over calendar dates, for prices and calendars.
/// Invariant: `dates` (in years: 1993.25 is 1 April 1993) strictly increase, and there is a value
/// for each of them.
struct TimeSeries : Backing {
  enum class Shape {
    steps,  ///< a value holds from its date until the next one
    points  ///< straight lines between the points
  };

  Shape shape = Shape::steps;
  std::vector<double> dates = {};
  std::vector<double> values = {};  ///< in `unit`

  /// The value at a date. Before the first date it is the first value, after the last the last; 0
  /// for an empty series.
  [[nodiscard]] double at(double date) const;
};

/// Reads `{unit, source, ...}` as for quantities with exactly one of
///     quarterly: {start: 1990, values: [..]}   (steps of a quarter; start is a quarter's
///     beginning) steps: [[1990, 0.3], [1993.25, -0.3]] points: [[1990, 5.0], [2000, 7.0]]
/// Dates lie from 1900 to 2200. Every value must lie within the bounds, and within the range where
/// one is written. Never throws; after a problem the series holds what could be read.
[[nodiscard]] TimeSeries read_series(const Node& node, const Expected& expected, Problems& problems,
                                     const Provenance& provenance);

/// The series at `expected.key` of a map; the message names the whole path.
[[nodiscard]] TimeSeries take_series(MapReader& reader, const Expected& expected,
                                     const Provenance& provenance);
[[nodiscard]] std::optional<TimeSeries> take_optional_series(MapReader& reader,
                                                             const Expected& expected,
                                                             const Provenance& provenance);

}  // namespace tumen
