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

/// Points that lie in the box but for one dimension: inside it (their count), and outside.
struct Neighbours {
  std::size_t points = 0, cases = 0;
  std::vector<std::uint32_t> outside;
};

Neighbours neighbours(const Field& field, const Box& box, std::size_t dimension) {
  Box open = box;
  open.limits[dimension] = whole_space(field.table).limits[dimension];
  Neighbours n;
  for (std::size_t point = 0; point < field.active.size(); ++point) {
    if (field.active[point] == 0 || !holds(open, field.table, point)) {
      continue;
    }
    if (box.limits[dimension].holds(field.table.dimensions[dimension].values[point])) {
      ++n.points;
      n.cases += field.table.is_case[point];
    } else {
      n.outside.push_back(static_cast<std::uint32_t>(point));
    }
  }
  return n;
}

/// A slab that could be pasted on.
struct Patch {
  std::size_t dimension = 0, points = 0, cases = 0;
  Limit limit;
};

/// The `size` outside points next to the box (with ties), on one of its sides.
Patch patch_at_side(const Field& field, const Slab& side, std::vector<std::uint32_t> outside,
                    bool is_low) {
  const std::vector<double>& values = field.table.dimensions[side.dimension].values;
  const Limit& limit = side.limit;
  std::erase_if(outside, [&](std::uint32_t p) {
    return is_low ? values[p] >= limit.low : values[p] <= limit.high;
  });
  std::stable_sort(outside.begin(), outside.end(), [&](std::uint32_t a, std::uint32_t b) {
    return is_low ? values[a] > values[b] : values[a] < values[b];
  });
  std::size_t end = std::min(side.points, outside.size());
  while (end > 0 && end < outside.size() && values[outside[end]] == values[outside[end - 1]]) {
    ++end;
  }
  Patch patch{side.dimension, end, 0, limit};
  for (std::size_t k = 0; k < end; ++k) {
    patch.cases += field.table.is_case[outside[k]];
  }
  if (end > 0) {
    const bool is_all = end == outside.size();
    const double open = is_low ? -infinity : infinity;
    (is_low ? patch.limit.low : patch.limit.high) =
        is_all ? open : short_bound(values[outside[end - 1]], values[outside[end]]);
  }
  return patch;
}

void add_words(const Field& field, const Slab& side, const std::vector<std::uint32_t>& outside,
               std::vector<Patch>& patches) {
  const Dimension& dimension = field.table.dimensions[side.dimension];
  for (std::size_t word = 0; word < dimension.words.size(); ++word) {
    Patch patch{side.dimension, 0, 0, side.limit};
    for (const std::uint32_t point : outside) {
      if (static_cast<std::size_t>(dimension.values[point]) == word) {
        ++patch.points;
        patch.cases += field.table.is_case[point];
      }
    }
    patch.limit.excluded[word] = 0;
    patches.push_back(std::move(patch));
  }
}

std::vector<Patch> patches_of(const Field& field, const PrimStep& step, double alpha) {
  std::vector<Patch> patches;
  for (std::size_t d = 0; d < step.box.limits.size(); ++d) {
    if (!step.box.limits[d].is_restricted()) {
      continue;
    }
    const Neighbours n = neighbours(field, step.box, d);
    Slab side{d, 0, 0, 0, 0, step.box.limits[d]};
    side.points = std::max<std::size_t>(
        1, static_cast<std::size_t>(alpha * static_cast<double>(step.measures.points)));
    if (field.table.dimensions[d].kind == DimensionKind::category) {
      add_words(field, side, n.outside, patches);
    } else {
      patches.push_back(patch_at_side(field, side, n.outside, true));
      patches.push_back(patch_at_side(field, side, n.outside, false));
    }
  }
  std::erase_if(patches, [](const Patch& patch) { return patch.points == 0; });
  return patches;
}

/// The patch with the largest density, if that is at least the density of the box.
const Patch* best_patch(const PrimStep& step, const std::vector<Patch>& patches) {
  const Patch* best = nullptr;
  for (const Patch& patch : patches) {
    const double density = ratio(patch.cases, patch.points);
    if (density >= step.measures.density &&
        (best == nullptr || density > ratio(best->cases, best->points))) {
      best = &patch;
    }
  }
  return best;
}

}  // namespace

std::vector<PrimStep> peeled(const Field& field, const PrimSettings& settings) {
  Region region(field.table, field.active);
  const auto least = std::max<std::size_t>(
      5, static_cast<std::size_t>(
             std::ceil(settings.min_mass * static_cast<double>(field.table.points()))));
  const auto measures = [&] {
    return measures_of(field.table, region.box(), region.points(), region.cases());
  };
  std::vector<PrimStep> steps = {{PrimAction::start, 0, region.box(), measures()}};
  std::size_t best = 0;
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

std::vector<PrimStep> pasted(const Field& field, const PrimStep& from, double alpha) {
  std::vector<PrimStep> steps;
  PrimStep at = from;
  for (;;) {
    const std::vector<Patch> patches = patches_of(field, at, alpha);
    const Patch* const patch = best_patch(at, patches);
    if (patch == nullptr) {
      return steps;
    }
    at.action = PrimAction::paste;
    at.dimension = patch->dimension;
    at.box.limits[patch->dimension] = patch->limit;
    at.measures = measures_of(field.table, at.box, at.measures.points + patch->points,
                              at.measures.cases + patch->cases);
    steps.push_back(at);
  }
}

std::vector<Restriction> restrictions_of(const Field& field, const PrimStep& step) {
  std::vector<Restriction> all;
  const BoxMeasures& in = step.measures;
  for (std::size_t d = 0; d < step.box.limits.size(); ++d) {
    if (!step.box.limits[d].is_restricted()) {
      continue;
    }
    Box open = step.box;
    open.limits[d] = whole_space(field.table).limits[d];
    Restriction r{d, 1, measures_of(field.table, open, field.active)};
    if (in.cases > 0) {
      const boost::math::binomial_distribution<> chance(static_cast<double>(in.points),
                                                        r.without.density);
      r.quasi_p = cdf(complement(chance, static_cast<double>(in.cases - 1)));
    }
    all.push_back(r);
  }
  return all;
}

std::vector<PrimStep> dropped(const Field& field, const PrimStep& from, double max_p) {
  std::vector<PrimStep> steps;
  PrimStep at = from;
  for (;;) {
    const std::vector<Restriction> all = restrictions_of(field, at);
    const auto worst = std::max_element(
        all.begin(), all.end(),
        [](const Restriction& a, const Restriction& b) { return a.quasi_p < b.quasi_p; });
    if (worst == all.end() || worst->quasi_p <= max_p) {
      return steps;
    }
    at.action = PrimAction::drop;
    at.dimension = worst->dimension;
    at.box.limits[worst->dimension] = whole_space(field.table).limits[worst->dimension];
    at.measures = worst->without;
    steps.push_back(at);
  }
}

}  // namespace tumen::prim
