#include "studies/discovery/prim_steps.hpp"

#include "studies/discovery/region.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/distributions/binomial.hpp>

namespace tumen::prim {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double ratio(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(whole);
}

/// The slab whose loss raises the density most per point lost: the measure that does not prefer
/// large slabs, of which whole numbers and categories have many.
const Slab* best_slab(const Region& region, const std::vector<Slab>& slabs) {
  const Slab* best = nullptr;
  double best_gain = -infinity;
  for (const Slab& slab : slabs) {
    const double density = ratio(region.cases() - slab.cases, region.points() - slab.points);
    const double gain =
        (density - ratio(region.cases(), region.points())) / static_cast<double>(slab.points);
    if (gain > best_gain) {
      best_gain = gain;
      best = &slab;
    }
  }
  return best;
}

/// The half that goes where another is begun with.
std::optional<Slab> half_to_cut(const Region& region, const PrimStart& start, std::size_t least) {
  for (Slab& slab : region.slabs(0.5, least)) {
    const bool cuts_high = slab.begin > 0;
    if (slab.dimension == start.dimension && cuts_high == start.is_low) {
      return std::move(slab);
    }
  }
  return std::nullopt;
}

/// A limit that could take the place of the one along a dimension.
struct Opening {
  std::size_t dimension = 0;
  Limit limit;
};

/// Each side of a range by itself, and each restriction as a whole.
std::vector<Opening> openings_of(const CaseTable& table, const Box& box) {
  std::vector<Opening> all;
  for (std::size_t d = 0; d < box.limits.size(); ++d) {
    const Limit& limit = box.limits[d];
    if (limit.is_restricted()) {
      all.push_back({d, whole_space(table).limits[d]});
    }
    if (std::isfinite(limit.low) && std::isfinite(limit.high)) {
      all.push_back({d, {-infinity, limit.high, {}}});
      all.push_back({d, {limit.low, infinity, {}}});
    }
  }
  return all;
}

/// What the box would be with the opening, and the quasi-p of what that opens.
Restriction without(const Field& field, const PrimStep& step, const Opening& opening) {
  Box open = step.box;
  open.limits[opening.dimension] = opening.limit;
  Restriction r{opening.dimension, 1, measures_of(field.table, open, field.active)};
  if (step.measures.cases > 0) {
    const boost::math::binomial_distribution<> chance(static_cast<double>(step.measures.points),
                                                      r.without.density);
    r.quasi_p = cdf(complement(chance, static_cast<double>(step.measures.cases - 1)));
  }
  return r;
}

}  // namespace

std::vector<PrimStep> peeled(const Field& field, const PrimSettings& settings,
                             const std::optional<PrimStart>& start) {
  Region region(field.table, field.active);
  const auto least = std::max<std::size_t>(
      5, static_cast<std::size_t>(
             std::ceil(settings.min_mass * static_cast<double>(field.table.points()))));
  const auto measures = [&] {
    return measures_of(field.table, region.box(), region.points(), region.cases());
  };
  std::vector<PrimStep> steps = {{PrimAction::start, 0, region.box(), measures()}};
  if (start) {
    const std::optional<Slab> half = half_to_cut(region, *start, least);
    if (!half) {
      return steps;
    }
    region.cut(*half);
    steps.push_back({PrimAction::halve, start->dimension, region.box(), measures()});
  }
  std::size_t best = steps.size() - 1;
  while (steps.size() - 1 - best < static_cast<std::size_t>(settings.patience) + 1 &&
         region.cases() < region.points()) {
    const std::vector<Slab> slabs = region.slabs(settings.alpha, least);
    const Slab* const slab = best_slab(region, slabs);
    if (slab == nullptr) {
      break;
    }
    const std::size_t dimension = slab->dimension;
    region.cut(*slab);
    steps.push_back({PrimAction::peel, dimension, region.box(), measures()});
    if (steps.back().measures.density > steps[best].measures.density) {
      best = steps.size() - 1;
    }
  }
  steps.resize(best + 1);
  return steps;
}

std::vector<Restriction> restrictions_of(const Field& field, const PrimStep& step) {
  std::vector<Restriction> all;
  for (std::size_t d = 0; d < step.box.limits.size(); ++d) {
    if (step.box.limits[d].is_restricted()) {
      all.push_back(without(field, step, {d, whole_space(field.table).limits[d]}));
    }
  }
  return all;
}

std::vector<PrimStep> dropped(const Field& field, const PrimStep& from, double max_p) {
  std::vector<PrimStep> steps;
  PrimStep at = from;
  for (;;) {
    double worst = max_p;
    PrimStep next = at;
    for (const Opening& opening : openings_of(field.table, at.box)) {
      const Restriction r = without(field, at, opening);
      if (r.quasi_p > worst) {
        worst = r.quasi_p;
        next = {PrimAction::drop, r.dimension, at.box, r.without};
        next.box.limits[r.dimension] = opening.limit;
      }
    }
    if (worst <= max_p) {
      return steps;
    }
    at = std::move(next);
    steps.push_back(at);
  }
}

}  // namespace tumen::prim
