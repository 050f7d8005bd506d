#pragma once

#include "sim/document/map_reader.hpp"
#include "sim/document/provenance.hpp"
#include "sim/document/scalar.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// What the program asks of a number: its name for messages and --set, the unit it is delivered in
/// and the values it may take in that unit.
struct Expected {
  std::string key = {};
  std::string unit = {};
  Bounds bounds = {};
};

/// Where a number comes from: sources, or an assumption with the range its author would accept.
struct Backing {
  std::string unit = {};                  ///< the expected unit, whichever it was written in
  std::vector<std::string> sources = {};  ///< keys of configs/sources.yaml
  std::string assumption = {};            ///< why, where no source says the number
  double low = 0.0;                       ///< the range, in `unit`
  double high = 0.0;
  bool has_range = false;
  Place place = {};
};

struct Quantity : Backing {
  double value = 0.0;  ///< in `unit`
};

/// Reads `{value: 0.25, unit: 1/y, source: A3}` or `{value, unit, assumption: "why", range: [lo,
/// hi]}`. `source` is a key or a list of keys known to `provenance`; a range may accompany a
/// source, and a source an assumption; `note` is free text. Value and range are converted to the
/// expected unit and must lie within its bounds, the value also within the range. Never throws:
/// what is wrong becomes a problem, and the value is then 0 or the bound nearest to it.
[[nodiscard]] Quantity read_quantity(const Node& node, const Expected& expected, Problems& problems,
                                     const Provenance& provenance);

/// The quantity at `expected.key` of a map; the message names the whole path.
[[nodiscard]] Quantity take_quantity(MapReader& reader, const Expected& expected,
                                     const Provenance& provenance);
[[nodiscard]] std::optional<Quantity> take_optional_quantity(MapReader& reader,
                                                             const Expected& expected,
                                                             const Provenance& provenance);

/// Reads numbers written in one unit and delivers them in another, within bounds. Used by
/// quantities and series. Invariant: `written_` and the expected unit convert into each other.
class UnitReader {
 public:
  /// Asks `reader` for `unit`; if that is wrong a problem is added and nothing is converted.
  UnitReader(MapReader& reader, const Expected& expected);

  /// The number in the expected unit; nothing with a problem if it is none or out of bounds.
  [[nodiscard]] std::optional<double> read(const Node& node, std::string_view key) const;

 private:
  MapReader& reader_;
  const Expected& expected_;
  std::string written_;
};

/// Reads `source`, `assumption`, `range` and `note` of a number or a series.
[[nodiscard]] Backing read_backing(MapReader& reader, const UnitReader& units,
                                   const Expected& expected, const Provenance& provenance);

}  // namespace tumen
