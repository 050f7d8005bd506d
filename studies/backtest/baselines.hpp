#pragma once
// Forecasts that need no theory: what a model must beat before it can claim to know anything. Each
// is fitted to dates of the calibration period alone.
#include <cstddef>
#include <vector>

namespace tumen {

/// Chance of at least one event in `years`, where `events` came in `exposure` years: a Poisson
/// process of rate (events + 1/2) / exposure (Jeffreys).
[[nodiscard]] double constant_hazard(std::size_t events, double exposure, double years);

/// A two-state chain over periods: whether there was an event.
struct Persistence {
  double after_event = 0.5;  ///< chance of one in the next period
  double after_none = 0.5;

  /// Fits the chain to sequences of periods, each chance with half an observation of either kind.
  [[nodiscard]] static Persistence fit(const std::vector<std::vector<bool>>& sequences);
  /// Chance of an event in each of `count` periods after one with or without.
  [[nodiscard]] std::vector<double> ahead(bool came, std::size_t count) const;
};

/// A self-exciting process, rate(t) = mu + sum over events before t of n b exp(-b (t - t_i)).
/// Hawkes, Biometrika 58 (1971) 83.
struct Hawkes {
  double mu = 0;          ///< [1/y]
  double branching = 0;   ///< n, expected events that one causes, below 1
  double decay = 1;       ///< b [1/y]
  double likelihood = 0;  ///< its logarithm

  /// Largest likelihood over n = 0, .05, .. .95 and b = .25, .5, 1, .. 16, with the best mu of
  /// at least half an event in the period for each.
  [[nodiscard]] static Hawkes fit(const std::vector<double>& dates, double from, double until);
  /// Rate just after `when`, given events before.
  [[nodiscard]] double rate(const std::vector<double>& dates, double when) const;
  /// Expected number of events from `start` + `from` to `start` + `to` years, given all before
  /// `start`: the mean rate goes from the rate at the start to mu / (1 - n) at speed b (1 - n).
  [[nodiscard]] double expected(const std::vector<double>& dates, double start, double from,
                                double to) const;
};

}  // namespace tumen
