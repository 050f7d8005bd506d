#include "studies/discovery/region.hpp"

#include <algorithm>

namespace tumen {

Region::Region(const CaseTable& table, const std::vector<std::uint8_t>& active)
    : table_(table), box_(whole_space(table)), order_(table.dimensions.size()) {
  std::vector<std::uint32_t> points;
  for (std::size_t point = 0; point < table.points(); ++point) {
    if (active[point] != 0) {
      points.push_back(static_cast<std::uint32_t>(point));
      cases_ += table.is_case[point];
    }
  }
  for (std::size_t d = 0; d < order_.size(); ++d) {
    const std::vector<double>& values = table.dimensions[d].values;
    order_[d] = points;
    std::stable_sort(order_[d].begin(), order_[d].end(),
                     [&](std::uint32_t a, std::uint32_t b) { return values[a] < values[b]; });
  }
}

double Region::value(std::size_t d, std::size_t place) const {
  return table_.dimensions[d].values[order_[d][place]];
}

Slab Region::made(std::size_t d, std::size_t begin, std::size_t end) const {
  Slab slab{d, begin, end, end - begin, 0, box_.limits[d]};
  for (std::size_t place = begin; place < end; ++place) {
    slab.cases += table_.is_case[order_[d][place]];
  }
  return slab;
}

std::optional<Slab> Region::low_slab(std::size_t d, std::size_t size) const {
  std::size_t end = size;
  while (end > 0 && value(d, end - 1) == value(d, size)) {
    --end;
  }
  if (end == 0) {  // the lowest value alone is more than asked for: all of it, or nothing
    end = size;
    while (end < points() && value(d, end) == value(d, 0)) {
      ++end;
    }
  }
  if (end == points()) {
    return std::nullopt;
  }
  Slab slab = made(d, 0, end);
  slab.limit.low = short_bound(value(d, end), value(d, end - 1));
  return slab;
}

std::optional<Slab> Region::high_slab(std::size_t d, std::size_t size) const {
  const std::size_t n = points();
  std::size_t begin = n - size;
  while (begin < n && value(d, begin) == value(d, n - size - 1)) {
    ++begin;
  }
  if (begin == n) {
    begin = n - size;
    while (begin > 0 && value(d, begin - 1) == value(d, n - 1)) {
      --begin;
    }
  }
  if (begin == 0) {
    return std::nullopt;
  }
  Slab slab = made(d, begin, n);
  slab.limit.high = short_bound(value(d, begin - 1), value(d, begin));
  return slab;
}

void Region::add_words(std::size_t d, std::vector<Slab>& slabs) const {
  for (std::size_t begin = 0; begin < points();) {
    std::size_t end = begin;
    while (end < points() && value(d, end) == value(d, begin)) {
      ++end;
    }
    Slab slab = made(d, begin, end);
    slab.limit.excluded[static_cast<std::size_t>(value(d, begin))] = 1;
    slabs.push_back(std::move(slab));
    begin = end;
  }
}

std::vector<Slab> Region::slabs(double alpha, std::size_t least) const {
  const auto share = static_cast<std::size_t>(alpha * static_cast<double>(points()));
  const std::size_t size = std::clamp<std::size_t>(share, 1, points());
  std::vector<Slab> all;
  for (std::size_t d = 0; d < order_.size() && size < points(); ++d) {
    if (table_.dimensions[d].kind == DimensionKind::category) {
      add_words(d, all);
      continue;
    }
    for (const std::optional<Slab>& slab : {low_slab(d, size), high_slab(d, size)}) {
      if (slab) {
        all.push_back(*slab);
      }
    }
  }
  std::erase_if(all, [&](const Slab& slab) { return slab.points + least > points(); });
  return all;
}

void Region::cut(const Slab& slab) {
  std::vector<std::uint8_t> gone(table_.points(), 0);
  for (std::size_t place = slab.begin; place < slab.end; ++place) {
    gone[order_[slab.dimension][place]] = 1;
  }
  for (std::vector<std::uint32_t>& order : order_) {
    std::erase_if(order, [&](std::uint32_t point) { return gone[point] != 0; });
  }
  cases_ -= slab.cases;
  box_.limits[slab.dimension] = slab.limit;
}

}  // namespace tumen
