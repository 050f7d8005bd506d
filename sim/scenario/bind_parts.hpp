#pragma once

#include "sim/scenario/fields.hpp"

namespace tumen {

/// Units of volumes and prices, by fuel.
inline constexpr std::array<std::string_view, fuel_count> volume_units = {"bcm/y", "Mt/y", "TWh/y",
                                                                          "kTEU/y"};
inline constexpr std::array<std::string_view, fuel_count> price_units = {"usd/mmbtu", "usd/bbl",
                                                                         "usd/MWh", "usd/TEU"};

/// `doctrines` and `governments` of a country.
void bind_governments(Fields& country, Country& c);

}  // namespace tumen
