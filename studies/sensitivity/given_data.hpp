#pragma once
// Measures of sensitivity from any table of factors and an outcome: no design is needed, and less
// is learned than from one.
#include "studies/sensitivity/sobol_indices.hpp"

#include <string>
#include <vector>

namespace tumen {

/// A column of values; of a categorical one the places of the words, which have no order.
struct DataColumn {
  std::string name;
  std::vector<double> values;
  bool is_categorical = false;
};

struct DataSettings {
  double level = 0.95;
  std::uint64_t seed = 1;
};

struct DataMeasures {
  std::string name;
  bool is_varied = true;      ///< else there is nothing to say of it
  bool has_order = true;      ///< not of a categorical one: then only `first` is told
  IndexEstimate regression;   ///< standardised regression coefficient (SRC)
  IndexEstimate correlation;  ///< Spearman's rank correlation
  IndexEstimate first;        ///< S1: share of variance between bins of the factor
};

struct DataSensitivity {
  std::size_t lines = 0;          ///< that were used
  std::size_t dropped = 0;        ///< without a value
  double mean = 0, variance = 0;  ///< of the outcome; noise taken out of the variance
  std::size_t bins = 0;           ///< of a factor with many values
  double r_squared = 0;           ///< share of the variance that the regression explains
  bool has_regression = false;    ///< lines enough, no factor a sum of others
  std::string reason = {};        ///< why there are no measures; else empty
  std::vector<DataMeasures> factors;
};

/// SRC: of a linear regression on all factors that have an order; near the truth where r_squared
/// is near 1. S1: lines cut into bins of equal counts by the factor (a bin a value where there are
/// few), variance between bins by that of all, mended for the bins' own noise (epsilon squared of
/// Kelley 1935); low where the outcome changes much within a bin. Intervals of both: Student's t by
/// the jackknife over 50 random groups of lines; of the rank correlation Fisher's z with the
/// variance of Bonett and Wright (2000). Right for independent lines, too wide for Latin hypercubes
/// and Sobol' points. `seed` cuts the groups.
[[nodiscard]] DataSensitivity data_sensitivity(const std::vector<DataColumn>& factors,
                                               const std::vector<double>& values,
                                               const std::vector<double>& noise,
                                               const DataSettings& settings);

}  // namespace tumen
