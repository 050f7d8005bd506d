#pragma once
// One outcome at several times: columns NAME@TIME, whose indices are told over time.
#include "studies/sensitivity/index_rows.hpp"

#include <string>
#include <utility>
#include <vector>

namespace tumen {

/// Outcomes of one name in their order.
struct OutcomeSeries {
  std::string name;                  ///< what stands before the @
  std::vector<std::string> times;    ///< what stands behind it
  std::vector<std::size_t> members;  ///< places among the analyses
};

/// Fewest times of a series.
inline constexpr std::size_t least_times = 3;

/// Series among the analyses; a policy behind the time ("X@2010-2011 under p") belongs to the name.
[[nodiscard]] std::vector<OutcomeSeries> series_of(const std::vector<OutcomeAnalysis>& analyses);

/// Whether an outcome belongs to one of the series.
[[nodiscard]] bool is_member(const std::vector<OutcomeSeries>& series, std::size_t outcome);

/// An index of every factor at every time, with its interval; NaN where there is none.
struct IndexOverTime {
  std::string index;                                  ///< "S1", "ST expected", "mu*" ...
  std::vector<std::vector<IndexEstimate>> by_factor;  ///< [factor][time]
};

/// The indices that bars show, over the times of a series.
[[nodiscard]] std::vector<IndexOverTime> indices_over_time(
    const OutcomeSeries& series, const std::vector<OutcomeAnalysis>& analyses,
    const std::vector<std::string>& names);

/// Places of the factors whose index is largest at some time, at most six, the largest first.
[[nodiscard]] std::vector<std::size_t> leading_factors(const IndexOverTime& index);

/// A chart an index: lines of the leading factors over time.
[[nodiscard]] std::vector<std::string> series_charts(const OutcomeSeries& series,
                                                     const std::vector<IndexOverTime>& indices,
                                                     const std::vector<std::string>& names);

/// The charts side by side as one SVG element.
[[nodiscard]] std::string series_svg(const OutcomeSeries& series,
                                     const std::vector<IndexOverTime>& indices,
                                     const std::vector<std::string>& names);

/// outcome, time, factor, index, value, low, high.
[[nodiscard]] std::string series_csv(const std::vector<OutcomeSeries>& series,
                                     const std::vector<OutcomeAnalysis>& analyses,
                                     const std::vector<std::string>& names);

}  // namespace tumen
