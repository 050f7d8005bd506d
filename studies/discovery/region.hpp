#pragma once
// The points inside a box, sorted along every dimension, and the slabs that can be cut off it.
#include "studies/discovery/box.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tumen {

/// A piece of a region at one of its sides: what it holds, and the limit without it.
struct Slab {
  std::size_t dimension = 0;
  std::size_t begin = 0, end = 0;  ///< places in the order along the dimension
  std::size_t points = 0, cases = 0;
  Limit limit = {};
};

/// Invariant: `order[d]` lists the points inside `box` by their value along d, then by number.
class Region {
 public:
  /// The points of `table` with a 1 in `active`; the table must outlive the region.
  Region(const CaseTable& table, const std::vector<std::uint8_t>& active);

  [[nodiscard]] std::size_t points() const { return order_.front().size(); }
  [[nodiscard]] std::size_t cases() const { return cases_; }
  [[nodiscard]] const Box& box() const { return box_; }

  /// The slabs of about a share `alpha` of the points: low and high end of every dimension of
  /// numbers (whole ties, so that equal values stay together), each word of a category. Slabs that
  /// would leave fewer than `least` points are left out.
  [[nodiscard]] std::vector<Slab> slabs(double alpha, std::size_t least) const;

  void cut(const Slab& slab);

 private:
  [[nodiscard]] double value(std::size_t d, std::size_t place) const;
  [[nodiscard]] Slab made(std::size_t d, std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::optional<Slab> low_slab(std::size_t d, std::size_t size) const;
  [[nodiscard]] std::optional<Slab> high_slab(std::size_t d, std::size_t size) const;
  void add_words(std::size_t d, std::vector<Slab>& slabs) const;

  const CaseTable& table_;
  Box box_;
  std::size_t cases_ = 0;
  std::vector<std::vector<std::uint32_t>> order_;
};

}  // namespace tumen
