// What the chronicle says of prices: the turns of oil.
#include "sim/chronicle_parts.hpp"

#include <map>

namespace tumen::story {
namespace {

/// A turn of the oil price that is worth a word: this share off the last peak or trough.
constexpr double noteworthy_turn = 0.3;

struct YearMean {
  int year = 0;
  Id first = 0;
  double brent = 0, lng = 0;
};

std::vector<YearMean> yearly_prices(const Span& span) {
  std::vector<YearMean> years;
  double ticks = 0;
  for (Id tick = 0; tick < static_cast<Id>(span.trace.after.size()); ++tick) {
    const int year = year_of(span.s.model, tick);
    if (years.empty() || years.back().year != year) {
      years.push_back({year, tick, 0, 0});
      ticks = 0;
    }
    const auto& market = at(span.trace.after, tick).market;
    ++ticks;
    years.back().brent += (market.brent - years.back().brent) / ticks;
    years.back().lng += (market.lng - years.back().lng) / ticks;
  }
  return years;
}

/// Indices of peaks (+) and troughs (-) of the yearly price of Brent, first and last year left out.
std::map<std::size_t, bool> turning_points(const std::vector<YearMean>& years) {
  std::map<std::size_t, bool> turns;
  std::size_t high = 0, low = 0;
  int direction = 0;
  for (std::size_t k = 1; k < years.size(); ++k) {
    high = years[k].brent > years[high].brent ? k : high;
    low = years[k].brent < years[low].brent ? k : low;
    if (direction >= 0 && years[k].brent < years[high].brent * (1 - noteworthy_turn)) {
      if (high > 0) {
        turns[high] = true;
      }
      direction = -1;
      low = k;
    } else if (direction <= 0 && years[k].brent > years[low].brent / (1 - noteworthy_turn)) {
      if (low > 0) {
        turns[low] = false;
      }
      direction = 1;
      high = k;
    }
  }
  return turns;
}

}  // namespace

void tell_prices(const Span& span, Sentences& out) {
  const std::vector<YearMean> years = yearly_prices(span);
  for (const auto& [k, is_peak] : turning_points(years)) {
    const YearMean& year = years[k];
    if (year.first >= span.first && year.first < span.end) {
      const bool is_long = year_of(span.s.model, span.first) != year_of(span.s.model, span.end - 1);
      span.add(out, year.first, Tone::plain,
               fmt::format("oil {} at {} USD/bbl of Brent (mean of {}), with LNG at {} USD/MMBtu",
                           is_peak ? "peaked" : "reached its low", rounded(year.brent),
                           is_long ? std::to_string(year.year) : std::string("the year"),
                           rounded(year.lng)));
    }
  }
}

}  // namespace tumen::story
