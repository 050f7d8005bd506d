#pragma once
// The three moves of PRIM, each a list of steps from a box on.
#include "studies/discovery/prim.hpp"

namespace tumen::prim {

/// The points of a table that are still in the game.
struct Field {
  const CaseTable& table;
  std::vector<std::uint8_t> active;  ///< 1 or 0 by point
};

/// The whole field and the boxes peeled from it, or from a half of it; only the whole where the
/// dimension cannot be halved.
[[nodiscard]] std::vector<PrimStep> peeled(const Field& field, const PrimSettings& settings,
                                           const std::optional<PrimStart>& start = std::nullopt);

/// Boxes made from `from` by pasting slabs on.
[[nodiscard]] std::vector<PrimStep> pasted(const Field& field, const PrimStep& from, double alpha);

/// Boxes made from `from` by dropping restrictions.
[[nodiscard]] std::vector<PrimStep> dropped(const Field& field, const PrimStep& from, double max_p);

[[nodiscard]] std::vector<Restriction> restrictions_of(const Field& field, const PrimStep& step);

}  // namespace tumen::prim
