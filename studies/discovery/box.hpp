#pragma once
// Boxes in the space of inputs, what they hold, and how they are told.
#include "studies/discovery/cases.hpp"

#include <cstddef>
#include <limits>
#include <string>
#include <vector>

namespace tumen {

/// The side of a box along one dimension.
struct Limit {
  double low = -std::numeric_limits<double>::infinity();  ///< values from here, inclusive
  double high = std::numeric_limits<double>::infinity();  ///< values up to here, inclusive
  std::vector<std::uint8_t> excluded = {};                ///< by word, of a category; empty: none

  [[nodiscard]] bool is_restricted() const;
  [[nodiscard]] bool holds(double value) const;
};

/// One limit a dimension.
struct Box {
  std::vector<Limit> limits;
};

/// A box without limits.
[[nodiscard]] Box whole_space(const CaseTable& table);

/// Number of dimensions a box restricts.
[[nodiscard]] std::size_t restricted_count(const Box& box);

[[nodiscard]] bool holds(const Box& box, const CaseTable& table, std::size_t point);

/// A decimal number with few digits in [kept, removed) or, downwards, (removed, kept]: the bound
/// between a value that stays in a box and one that goes.
[[nodiscard]] double short_bound(double kept, double removed);

/// What a box holds. Bryant and Lempert, Technological Forecasting and Social Change 77 (2010) 34.
struct BoxMeasures {
  std::size_t points = 0, cases = 0;  ///< in the box
  double coverage = 0;                ///< its cases among all cases
  double density = 0;                 ///< cases among its points
  double mass = 0;                    ///< its points among all points
  std::size_t restricted = 0;         ///< dimensions

  /// Harmonic mean of coverage and density (F1): 2 cases / (all cases + points). A slab whose
  /// density is less than half of it lowers it, so it is largest where the surroundings get thin.
  [[nodiscard]] double balance() const;
};

/// Measures of a box that holds `cases` cases among `points` points of the table.
[[nodiscard]] BoxMeasures measures_of(const CaseTable& table, const Box& box, std::size_t points,
                                      std::size_t cases);

/// Points in the box, of which `active` is 1 (empty: all).
[[nodiscard]] BoxMeasures measures_of(const CaseTable& table, const Box& box,
                                      const std::vector<std::uint8_t>& active = {});

/// "x1 from 0.2 to 0.5", "n at most 3", "policy is a or b"; empty for a limit that restricts
/// nothing.
[[nodiscard]] std::string limit_words(const Dimension& dimension, const Limit& limit);

/// All limits joined by "and"; "everything" for the whole space.
[[nodiscard]] std::string box_words(const CaseTable& table, const Box& box);

}  // namespace tumen
