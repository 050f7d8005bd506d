#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// One spelling of a unit. Units of one dimension convert by `value * factor / other.factor`;
/// factors are whole numbers, so that 30 percent is exactly the share 0.3.
struct Unit {
  std::string_view name;
  std::string_view dimension;
  double factor;  ///< in the smallest unit of the dimension
};

/// All units a file may be written in: the unit list of the project.
[[nodiscard]] std::span<const Unit> all_units();

/// The unit of this exact name, or null.
[[nodiscard]] const Unit* find_unit(std::string_view name);

/// The value in another unit of the same dimension; nothing if a name is unknown or the dimensions
/// differ. The same name gives the same bits.
[[nodiscard]] std::optional<double> convert_unit(double value, std::string_view from,
                                                 std::string_view to);

/// Names of the units that convert to `to`, in the order of the list.
[[nodiscard]] std::vector<std::string> units_like(std::string_view to);

[[nodiscard]] std::vector<std::string> unit_names();

}  // namespace tumen
