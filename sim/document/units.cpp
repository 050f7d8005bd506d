#include "sim/document/units.hpp"

#include <array>

namespace tumen {
namespace {

// The first name of each dimension is the one the model computes in unless its docstring says
// otherwise. A flow of money has one dimension whether it is a wage or a budget: 12 months a year.
// Gas by volume, by mass and by energy stay apart, as do energy and power: the factors depend on
// the gas and on the load, which is for the scenario to say and not for this table.
constexpr std::array units = {
    Unit{"share", "share", 100},
    Unit{"percent", "share", 1},
    Unit{"%", "share", 1},
    Unit{"1/y", "rate", 100},
    Unit{"percent/y", "rate", 1},
    Unit{"%/y", "rate", 1},
    Unit{"years", "duration", 12},
    Unit{"y", "duration", 12},
    Unit{"quarters", "duration", 3},
    Unit{"months", "duration", 1},
    Unit{"year", "calendar date", 1},  // 1993.25 is 1 April 1993
    Unit{"usd_bn", "money", 1'000'000'000},
    Unit{"bn USD", "money", 1'000'000'000},
    Unit{"billion USD", "money", 1'000'000'000},
    Unit{"musd", "money", 1'000'000},
    Unit{"M USD", "money", 1'000'000},
    Unit{"million USD", "money", 1'000'000},
    Unit{"usd", "money", 1},
    Unit{"USD", "money", 1},
    Unit{"musd/y", "money a year", 1'000'000},
    Unit{"M USD/y", "money a year", 1'000'000},
    Unit{"million USD/y", "money a year", 1'000'000},
    Unit{"usd_bn/y", "money a year", 1'000'000'000},
    Unit{"bn USD/y", "money a year", 1'000'000'000},
    Unit{"billion USD/y", "money a year", 1'000'000'000},
    Unit{"usd/month", "money a year", 12},
    Unit{"USD/month", "money a year", 12},
    Unit{"usd/y", "money a year", 1},
    Unit{"USD/y", "money a year", 1},
    Unit{"bcm/y", "gas volume a year", 1'000},
    Unit{"mcm/y", "gas volume a year", 1},
    Unit{"Mt/y", "mass a year", 1'000'000},
    Unit{"kt/y", "mass a year", 1'000},
    Unit{"t/y", "mass a year", 1},
    Unit{"kt", "mass", 1'000},
    Unit{"Mt", "mass", 1'000'000},
    Unit{"t", "mass", 1},
    Unit{"TWh/y", "energy a year", 1'000},
    Unit{"GWh/y", "energy a year", 1},
    Unit{"MW", "power", 1},
    Unit{"GW", "power", 1'000},
    Unit{"usd/mmbtu", "price of gas by energy", 1},
    Unit{"USD/MMBtu", "price of gas by energy", 1},
    Unit{"usd/tcm", "price of gas by volume", 1},
    Unit{"USD/tcm", "price of gas by volume", 1},
    Unit{"usd/bbl", "price of oil", 1},
    Unit{"USD/bbl", "price of oil", 1},
    Unit{"usd/t", "price by mass", 1},
    Unit{"USD/t", "price by mass", 1},
    Unit{"usd/MWh", "price of power", 1},
    Unit{"USD/MWh", "price of power", 1},
    Unit{"usd/tcm/100km", "transit fee", 1},
    Unit{"USD/tcm/100km", "transit fee", 1},
    Unit{"km", "length", 1},
    Unit{"persons", "persons", 1},
    Unit{"people", "persons", 1},
    Unit{"workers", "persons", 1},
    Unit{"kpersons", "persons", 1'000},
    Unit{"thousand persons", "persons", 1'000},
    Unit{"million persons", "persons", 1'000'000},
    Unit{"teu/y", "containers a year", 1},
    Unit{"TEU/y", "containers a year", 1},
    Unit{"kTEU/y", "containers a year", 1'000},
    Unit{"usd/teu", "price by container", 1},
    Unit{"usd/TEU", "price by container", 1},
    Unit{"USD/TEU", "price by container", 1},
    Unit{"y/musd", "aversion to risk in money a year", 1},
    Unit{"points", "percentage points", 1},
    Unit{"index", "index", 1},
    Unit{"count", "count", 1},
};

}  // namespace

std::span<const Unit> all_units() {
  return units;
}

const Unit* find_unit(std::string_view name) {
  for (const Unit& unit : units) {
    if (unit.name == name) {
      return &unit;
    }
  }
  return nullptr;
}

std::optional<double> convert_unit(double value, std::string_view from, std::string_view to) {
  const Unit* const source = find_unit(from);
  const Unit* const target = find_unit(to);
  if (source == nullptr || target == nullptr || source->dimension != target->dimension) {
    return std::nullopt;
  }
  // One rounding where the larger factor is a whole multiple of the smaller one: all but a wage a
  // month against millions a year.
  if (source->factor == target->factor) {
    return value;
  }
  return source->factor > target->factor ? value * (source->factor / target->factor)
                                         : value / (target->factor / source->factor);
}

std::vector<std::string> units_like(std::string_view to) {
  const Unit* const target = find_unit(to);
  std::vector<std::string> out;
  for (const Unit& unit : units) {
    if (target != nullptr && unit.dimension == target->dimension) {
      out.emplace_back(unit.name);
    }
  }
  return out;
}

std::vector<std::string> unit_names() {
  std::vector<std::string> out;
  for (const Unit& unit : units) {
    out.emplace_back(unit.name);
  }
  return out;
}

}  // namespace tumen
