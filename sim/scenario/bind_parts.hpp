#pragma once

#include "sim/scenario/fields.hpp"

namespace tumen {

/// Units of volumes and prices, by fuel.
inline constexpr std::array<std::string_view, fuel_count> volume_units = {"bcm/y", "Mt/y", "TWh/y",
                                                                          "kTEU/y"};
inline constexpr std::array<std::string_view, fuel_count> price_units = {"usd/mmbtu", "usd/bbl",
                                                                         "usd/MWh", "usd/TEU"};

/// `split_rule` by its place in the catalogue; in a package, no_id where it leaves it to the
/// scenario. The nucleolus is refused with the reason.
[[nodiscard]] Id read_split_rule(Fields& f, bool in_package);

/// `doctrines` and `governments` of a country.
void bind_governments(Fields& country, Country& c);

}  // namespace tumen
