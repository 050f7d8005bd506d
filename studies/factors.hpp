#pragma once
// What a design varies: names with the distributions of their values.
#include "sim/csv_reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tumen {

/// How the values of a factor are distributed, and its parameters in their order.
enum class Distribution : std::uint8_t {
  uniform,      ///< low, high
  triangular,   ///< low, mode, high
  normal,       ///< mean, standard deviation
  lognormal,    ///< mean and standard deviation of the logarithm
  beta,         ///< the two shapes, low, high
  integer,      ///< low, high: whole numbers, both ends included, equally likely
  categorical,  ///< values, equally likely
};

struct Factor {
  std::string name;
  Distribution distribution = Distribution::uniform;
  std::vector<double> parameters = {};
  std::vector<std::string> values = {};  ///< of a categorical factor
  std::string text = {};                 ///< as it was given: "x1:uniform:0:1"
};

/// Reads "x1:uniform:0:1,x2:categorical:low|high". Throws InputError: a distribution or a number of
/// parameters that does not exist, bounds reversed, a spread that is not above 0, a name twice.
[[nodiscard]] std::vector<Factor> parse_factors(std::string_view text);

/// The value at a share u of the probability, u in [0, 1]: for a categorical factor the place of
/// the value from 0. Where the distribution has no end (normal, lognormal) u is first brought into
/// [2^-33, 1 - 2^-33]. The normal quantile is Wichura's AS 241 of world/math.hpp, that of beta is
/// Boost.Math's, whose last digits may differ between processors.
[[nodiscard]] double value_at(const Factor& factor, double u);

/// True for normal and lognormal.
[[nodiscard]] bool is_unbounded(const Factor& factor);

/// True for integer and categorical.
[[nodiscard]] bool is_discrete(const Factor& factor);

/// The value as it stands in a table: a word or number of a categorical factor, else the shortest
/// text that reads back as the same number.
[[nodiscard]] std::string value_text(const Factor& factor, double value);

/// Names of the factors, in order.
[[nodiscard]] std::vector<std::string> names_of(const std::vector<Factor>& factors);

}  // namespace tumen
