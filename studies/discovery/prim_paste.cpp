// Pasting: slabs put back on the sides of a box.
#include "studies/discovery/prim_steps.hpp"
#include "studies/discovery/region.hpp"

#include <algorithm>
#include <limits>

namespace tumen::prim {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

double density_of(std::size_t cases, std::size_t points) {
  return static_cast<double>(cases) / static_cast<double>(points);
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
    const double density = density_of(patch.cases, patch.points);
    if (density >= step.measures.density &&
        (best == nullptr || density > density_of(best->cases, best->points))) {
      best = &patch;
    }
  }
  return best;
}

}  // namespace

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

}  // namespace tumen::prim
