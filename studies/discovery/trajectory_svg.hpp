#pragma once
// The way of a PRIM box as a picture: coverage against density, the number of inputs that each box
// restricts written where it changes, the chosen box marked.
#include "studies/discovery/prim.hpp"

#include <string>

namespace tumen {

/// The picture as a self-contained SVG, 480 units wide; `question` says what a case is.
[[nodiscard]] std::string trajectory_svg(const CaseTable& table, const PrimBox& box,
                                         const std::string& question);

}  // namespace tumen
