#include "studies/discovery/box.hpp"

#include "sim/wording.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace tumen {
namespace {

/// Words that a category is held to, or kept from, whichever list is shorter.
std::string category_words(const Dimension& dimension, const Limit& limit) {
  std::vector<std::string> kept, excluded;
  for (std::size_t k = 0; k < dimension.words.size(); ++k) {
    (limit.excluded[k] != 0 ? excluded : kept).push_back(printable(dimension.words[k]));
  }
  const bool tells_kept = kept.size() <= excluded.size();
  const std::vector<std::string>& told = tells_kept ? kept : excluded;
  std::string list = told.empty() ? "" : told.front();
  for (std::size_t k = 1; k < told.size(); ++k) {
    list += (k + 1 == told.size() ? " or " : ", ") + told[k];
  }
  return fmt::format("{} {} {}", printable(dimension.name), tells_kept ? "is" : "is not", list);
}

/// The multiple of 10^exponent nearest to `value`, or, for a sign, the next one on that side.
double decimal_near(double value, int exponent, int sign) {
  double power = 1;
  for (int k = 0; k < std::abs(exponent); ++k) {
    power *= 10;  // exact up to 10^22
  }
  const double scaled = exponent < 0 ? value * power : value / power;
  const double whole = sign == 0  ? std::round(scaled)
                       : sign > 0 ? std::ceil(scaled)
                                  : std::floor(scaled);
  const double near = exponent < 0 ? whole / power : whole * power;
  return near == 0 ? 0 : near;  // no -0
}

}  // namespace

bool Limit::is_restricted() const {
  return std::isfinite(low) || std::isfinite(high) ||
         std::any_of(excluded.begin(), excluded.end(), [](std::uint8_t x) { return x != 0; });
}

bool Limit::holds(double value) const {
  return value >= low && value <= high &&
         (excluded.empty() || excluded[static_cast<std::size_t>(value)] == 0);
}

Box whole_space(const CaseTable& table) {
  Box box{std::vector<Limit>(table.dimensions.size())};
  for (std::size_t d = 0; d < box.limits.size(); ++d) {
    box.limits[d].excluded.assign(table.dimensions[d].words.size(), 0);
  }
  return box;
}

std::size_t restricted_count(const Box& box) {
  return static_cast<std::size_t>(std::count_if(box.limits.begin(), box.limits.end(),
                                                [](const Limit& l) { return l.is_restricted(); }));
}

bool holds(const Box& box, const CaseTable& table, std::size_t point) {
  for (std::size_t d = 0; d < box.limits.size(); ++d) {
    if (!box.limits[d].holds(table.dimensions[d].values[point])) {
      return false;
    }
  }
  return true;
}

double short_bound(double kept, double removed) {
  const double middle = kept + (removed - kept) / 2;
  const double size = std::max(std::abs(kept), std::abs(removed));
  const int first = static_cast<int>(std::ceil(std::log10(size)));
  for (int exponent = std::min(first, 22); exponent >= std::max(first - 18, -22); --exponent) {
    for (const double bound : {decimal_near(middle, exponent, 0),
                               decimal_near(middle, exponent, kept < removed ? -1 : 1)}) {
      const bool is_between =
          kept < removed ? bound >= kept && bound < removed : bound <= kept && bound > removed;
      if (is_between) {
        return bound;
      }
    }
  }
  return kept;
}

double BoxMeasures::balance() const {
  return coverage + density > 0 ? 2 * coverage * density / (coverage + density) : 0;
}

BoxMeasures measures_of(const CaseTable& table, const Box& box, std::size_t points,
                        std::size_t cases) {
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  return {points,
          cases,
          share(cases, table.cases()),
          share(cases, points),
          share(points, table.points()),
          restricted_count(box)};
}

BoxMeasures measures_of(const CaseTable& table, const Box& box,
                        const std::vector<std::uint8_t>& active) {
  std::size_t points = 0, cases = 0;
  for (std::size_t point = 0; point < table.points(); ++point) {
    if ((active.empty() || active[point] != 0) && holds(box, table, point)) {
      ++points;
      cases += table.is_case[point];
    }
  }
  return measures_of(table, box, points, cases);
}

std::string limit_words(const Dimension& dimension, const Limit& limit) {
  if (!limit.is_restricted()) {
    return {};
  }
  if (dimension.kind == DimensionKind::category) {
    return category_words(dimension, limit);
  }
  const std::string name = printable(dimension.name);
  const bool is_whole = dimension.kind == DimensionKind::whole;
  if (!std::isfinite(limit.high)) {
    return fmt::format("{} {} {}", name, is_whole ? "at least" : "above", limit.low);
  }
  if (!std::isfinite(limit.low)) {
    return fmt::format("{} {} {}", name, is_whole ? "at most" : "below", limit.high);
  }
  return limit.low == limit.high ? fmt::format("{} is {}", name, limit.low)
                                 : fmt::format("{} from {} to {}", name, limit.low, limit.high);
}

std::string box_words(const CaseTable& table, const Box& box) {
  std::vector<std::string> all;
  for (std::size_t d = 0; d < box.limits.size(); ++d) {
    if (box.limits[d].is_restricted()) {
      all.push_back(limit_words(table.dimensions[d], box.limits[d]));
    }
  }
  return all.empty() ? "everything" : join_and(all);
}

}  // namespace tumen
