// Values of a factor: quantiles of its distribution, and how they are written.
#include "sim/document/scalar.hpp"
#include "studies/factors.hpp"
#include "world/math.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/special_functions/beta.hpp>

namespace tumen {
namespace {

double triangular_at(const std::vector<double>& p, double u) {
  const double width = p[2] - p[0];
  const double rise = (p[1] - p[0]) / width;
  return u < rise ? p[0] + width * std::sqrt(u * rise)
                  : p[2] - width * std::sqrt((1 - u) * (1 - rise));
}

/// Place among `n` cells of equal width.
double cell_at(double n, double u) {
  return std::clamp(std::floor(u * n), 0.0, n - 1);
}

double normal_at(double u) {
  return normal_quantile(std::clamp(u, 0x1p-33, 1 - 0x1p-33));
}

}  // namespace

double value_at(const Factor& factor, double u) {
  const std::vector<double>& p = factor.parameters;
  switch (factor.distribution) {
    case Distribution::uniform:
      return p[0] + (p[1] - p[0]) * u;
    case Distribution::triangular:
      return triangular_at(p, u);
    case Distribution::normal:
      return p[0] + p[1] * normal_at(u);
    case Distribution::lognormal:
      return tumen::exp(p[0] + p[1] * normal_at(u));
    case Distribution::beta:
      return p[2] + (p[3] - p[2]) * boost::math::ibeta_inv(p[0], p[1], u);
    case Distribution::integer:
      return p[0] + cell_at(p[1] - p[0] + 1, u);
    case Distribution::categorical:
      return cell_at(static_cast<double>(factor.values.size()), u);
  }
  return u;
}

bool is_unbounded(const Factor& factor) {
  return factor.distribution == Distribution::normal ||
         factor.distribution == Distribution::lognormal;
}

bool is_discrete(const Factor& factor) {
  return factor.distribution == Distribution::integer ||
         factor.distribution == Distribution::categorical;
}

std::string value_text(const Factor& factor, double value) {
  return factor.distribution == Distribution::categorical
             ? factor.values.at(static_cast<std::size_t>(value))
             : format_real(value == 0 ? 0 : value);  // -0 is the same number
}

}  // namespace tumen
