#pragma once

#include "sim/document/node.hpp"
#include "sim/document/problem.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace tumen {

/// The finite numbers a configured value may take, ends included unless said.
struct Bounds {
  double low = -std::numeric_limits<double>::max();
  double high = std::numeric_limits<double>::max();
  bool excludes_low = false;

  [[nodiscard]] static constexpr Bounds any() { return {}; }
  [[nodiscard]] static constexpr Bounds share() { return {0.0, 1.0, false}; }
  [[nodiscard]] static constexpr Bounds at_least(double low) { return {low, Bounds().high, false}; }
  [[nodiscard]] static constexpr Bounds positive() { return {0.0, Bounds().high, true}; }
  [[nodiscard]] static constexpr Bounds between(double low, double high) {
    return {low, high, false};
  }

  [[nodiscard]] bool contains(double value) const {
    return value <= high && (excludes_low ? value > low : value >= low);
  }
  /// "from 0 to 1", "above 0", "at least 0", "at most 5" or "any finite number".
  [[nodiscard]] std::string text() const;
};

/// The same for whole numbers.
struct IntegerBounds {
  std::int64_t low = std::numeric_limits<std::int64_t>::min();
  std::int64_t high = std::numeric_limits<std::int64_t>::max();
};

/// The finite number that the whole text spells ("0.25", "-1e3"), whatever the locale; nothing for
/// anything else: hexadecimal, infinite, out of double's range, a plus sign, spaces.
[[nodiscard]] std::optional<double> parse_real(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

/// The shortest text that reads back as the same number.
[[nodiscard]] std::string format_real(double value);

/// Read a plain scalar (not in quotation marks). On failure a problem names `key`, and the result
/// is empty.
[[nodiscard]] std::optional<double> read_real(const Node& node, std::string_view key,
                                              const Bounds& bounds, Problems& problems);
[[nodiscard]] std::optional<std::int64_t> read_integer(const Node& node, std::string_view key,
                                                       const IntegerBounds& bounds,
                                                       Problems& problems);
/// `true` or `false`, nothing else.
[[nodiscard]] std::optional<bool> read_boolean(const Node& node, std::string_view key,
                                               Problems& problems);
/// Any scalar that is not empty, quoted or not.
[[nodiscard]] std::optional<std::string> read_text(const Node& node, std::string_view key,
                                                   Problems& problems);

}  // namespace tumen
