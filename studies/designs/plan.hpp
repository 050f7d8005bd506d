#pragma once
// What a design is made from. The same plan gives the same design, on any machine.
#include "studies/factors.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tumen {

/// Factors that are moved together. Without groups given, each factor is one of its own name.
struct FactorGroup {
  std::string name;
  std::vector<std::size_t> members;  ///< places among the factors
};

struct DesignPlan {
  std::string kind;  ///< a name of design_kinds()
  std::vector<Factor> factors;
  std::vector<FactorGroup> groups = {};  ///< saltelli and morris
  std::string groups_text = {};          ///< as given: "prices=x1+x2"
  std::uint64_t seed = 1;
  std::size_t n = 0;              ///< points, values a factor, trajectories: what the kind says
  std::size_t levels = 4;         ///< morris: levels of a factor, even
  std::size_t scrambles = 0;      ///< saltelli on Sobol' points: independent scrambles; 0 chooses
  bool has_second_order = false;  ///< saltelli
  bool is_random_base = false;    ///< saltelli: on random points
  std::vector<std::string> constraints = {};  ///< between factors: see parse_constraint
};

/// Points of the unit cube by columns, one a factor.
using UnitPoints = std::vector<std::vector<double>>;

/// One kind of design.
struct DesignKind {
  const char* name;
  const char* summary;  ///< what it is for, and what --n counts
  /// Lines of the table; a double, as it may be more than any integer.
  double (*rows)(const DesignPlan& plan);
  /// Throws InputError if --n or an option does not suit, with what does. Completes `scrambles`.
  void (*check)(DesignPlan& plan);
  UnitPoints (*points)(const DesignPlan& plan);
};

/// Reads "prices=x1+x2,rest=x3"; factors not named stay alone. Throws InputError.
[[nodiscard]] std::vector<FactorGroup> parse_groups(const std::string& text,
                                                    const std::vector<Factor>& factors);

/// Lines of a design of independent points: `n`.
[[nodiscard]] double rows_of_points(const DesignPlan& plan);
/// Throws InputError unless there is one point or more.
void check_has_points(DesignPlan& plan);

/// Throws InputError unless `n` is at least `least`.
void check_n(const DesignPlan& plan, std::size_t least);

/// Throws InputError unless `n` / `parts` is a power of two; names the nearest sizes that do.
void check_power_of_two(const DesignPlan& plan, std::size_t parts);

[[nodiscard]] constexpr bool is_power_of_two(std::size_t n) {
  return n > 0 && (n & (n - 1)) == 0;
}

}  // namespace tumen
