#pragma once
// Scores of forecasts of an event by a chance, and what such forecasts are made of. Smaller is
// better, 0 is perfect. All functions throw std::invalid_argument on an empty list and on a chance
// that is no number in [0, 1].
#include <cstddef>
#include <span>
#include <vector>

namespace tumen {

/// The chance that was given to an event, and whether it came.
struct EventForecast {
  double chance = 0;
  bool came = false;
};

/// (chance - event)^2, in [0, 1]. Brier, Monthly Weather Review 78 (1950) 1, for one of two
/// categories.
[[nodiscard]] double brier_score(const EventForecast& forecast);

/// -log of the chance of what happened, natural logarithm; infinite where that chance was 0. Good,
/// Journal of the Royal Statistical Society B 14 (1952) 107.
[[nodiscard]] double log_score(const EventForecast& forecast);

/// Means over all forecasts.
[[nodiscard]] double mean_brier_score(std::span<const EventForecast> forecasts);
[[nodiscard]] double mean_log_score(std::span<const EventForecast> forecasts);

/// score = reliability - resolution + uncertainty + within (Murphy, Journal of Applied Meteorology
/// 12 (1973) 595). `within` is what forecasts of one bin differ by (Stephenson, Coelho and
/// Jolliffe, Weather and Forecasting 23 (2008) 752, take it apart further); 0 where every distinct
/// forecast is a bin of its own.
struct BrierParts {
  double score = 0;
  double reliability = 0;  ///< mean squared distance of forecast and frequency; 0 is best
  double resolution = 0;   ///< mean squared distance of frequency and base rate; large is best
  double uncertainty = 0;  ///< base rate x (1 - base rate): the score of the base rate itself
  double within = 0;
  double base_rate = 0;
};

/// The parts with `bins` bins of equal width, or, for 0, a bin for every distinct forecast.
[[nodiscard]] BrierParts brier_parts(std::span<const EventForecast> forecasts,
                                     std::size_t bins = 0);

/// A bin of a reliability diagram. `low` to `high` is its consistency bar (Broecker and Smith,
/// Weather and Forecasting 22 (2007) 651): where the frequency would lie if every chance in the bin
/// were right, from the exact distribution of a sum of unequal coins; above 4000 forecasts in a bin
/// from the normal one with the same variance.
struct ReliabilityBin {
  double from = 0, to = 1;  ///< chances in [from, to), the last bin with its end
  std::size_t count = 0;
  double mean_chance = 0, frequency = 0;  ///< 0 where count is 0
  double low = 0, high = 0;

  [[nodiscard]] bool is_consistent() const { return frequency >= low && frequency <= high; }
};

/// `bins` bins of equal width, empty ones included; bars hold `level`.
[[nodiscard]] std::vector<ReliabilityBin> reliability_diagram(
    std::span<const EventForecast> forecasts, std::size_t bins = 10, double level = 0.95);

/// How far forecasts commit themselves, whatever came.
struct Sharpness {
  double variance = 0;        ///< of the chances: 0 if all are alike
  double expected_brier = 0;  ///< mean of chance x (1 - chance): the score they promise themselves
  double decided_share = 0;   ///< share of chances of at most .1 or at least .9
};
[[nodiscard]] Sharpness sharpness_of(std::span<const EventForecast> forecasts);

/// Sum over the inner borders of ordered categories of (forecast below - event below)^2, in [0,
/// categories - 1]. Epstein, Journal of Applied Meteorology 8 (1969) 985; Murphy, same journal 10
/// (1971) 155. `shares` sum to 1 (to 1e-9); `category` counts from 0.
[[nodiscard]] double ranked_probability_score(std::span<const double> shares, std::size_t category);

}  // namespace tumen
