#include "studies/backtest/baselines.hpp"

#include <cmath>
#include <limits>

namespace tumen {
namespace {

// log likelihood of a Hawkes process on [from, until).
double log_likelihood(const Hawkes& h, const std::vector<double>& dates, double from,
                      double until) {
  double sum = -h.mu * (until - from);
  for (std::size_t i = 0; i < dates.size(); ++i) {
    sum += std::log(
               h.rate({dates.begin(), dates.begin() + static_cast<std::ptrdiff_t>(i)}, dates[i])) -
           h.branching * (1 - std::exp(-h.decay * (until - dates[i])));
  }
  return sum;
}

// The likelihood is concave in mu: golden sections.
void best_mu(Hawkes& h, const std::vector<double>& dates, double from, double until) {
  constexpr double golden = 0.6180339887498949;
  double low = 0.5 / (until - from);  // as if half an event had been seen: no rate is 0
  double high = static_cast<double>(dates.size() + 1) / (until - from);
  const auto at = [&](double mu) {
    Hawkes other = h;
    other.mu = mu;
    return log_likelihood(other, dates, from, until);
  };
  for (int step = 0; step < 60; ++step) {
    const double a = high - golden * (high - low);
    const double b = low + golden * (high - low);
    (at(a) < at(b) ? low : high) = at(a) < at(b) ? a : b;
  }
  h.mu = 0.5 * (low + high);
  h.likelihood = at(h.mu);
}

}  // namespace

double constant_hazard(std::size_t events, double exposure, double years) {
  return 1 - std::exp(-(static_cast<double>(events) + 0.5) / exposure * years);
}

Persistence Persistence::fit(const std::vector<std::vector<bool>>& sequences) {
  double came[2] = {0.5, 0.5};
  double all[2] = {1, 1};
  for (const std::vector<bool>& periods : sequences) {
    for (std::size_t k = 1; k < periods.size(); ++k) {
      const std::size_t before = periods[k - 1] ? 1 : 0;
      all[before] += 1;
      came[before] += periods[k] ? 1 : 0;
    }
  }
  return {came[1] / all[1], came[0] / all[0]};
}

std::vector<double> Persistence::ahead(bool came, std::size_t count) const {
  std::vector<double> out;
  double chance = came ? 1 : 0;
  for (std::size_t k = 0; k < count; ++k) {
    chance = chance * after_event + (1 - chance) * after_none;
    out.push_back(chance);
  }
  return out;
}

Hawkes Hawkes::fit(const std::vector<double>& dates, double from, double until) {
  Hawkes best;
  best.likelihood = -std::numeric_limits<double>::infinity();
  for (int step = 0; step < 20; ++step) {
    for (double decay = 0.25; decay <= 16; decay *= 2) {
      Hawkes h{0, 0.05 * step, decay, 0};
      best_mu(h, dates, from, until);
      if (h.likelihood > best.likelihood + 1e-12) {
        best = h;
      }
    }
  }
  return best;
}

double Hawkes::rate(const std::vector<double>& dates, double when) const {
  double sum = mu;
  for (const double date : dates) {
    if (date < when) {
      sum += branching * decay * std::exp(-decay * (when - date));
    }
  }
  return sum;
}

double Hawkes::expected(const std::vector<double>& dates, double start, double from,
                        double to) const {
  const double rest = mu / (1 - branching);
  const double speed = decay * (1 - branching);
  const double above = rate(dates, start) - rest;
  return rest * (to - from) + above / speed * (std::exp(-speed * from) - std::exp(-speed * to));
}

}  // namespace tumen
