#pragma once
// A box as a picture: for every two inputs that it restricts, the points and the side of the box.
#include "studies/discovery/prim.hpp"

#include <string>

namespace tumen {

/// The picture as a self-contained SVG: a panel for each pair of the first five inputs that the box
/// restricts (of two inputs where it restricts fewer; the table must have two), with cases as
/// filled dots, the rest as small rings, and a frame around the box. Panels show at most 1500
/// points, evenly taken. `question` says what a case is.
[[nodiscard]] std::string pairs_svg(const CaseTable& table, const Box& box,
                                    const std::string& question);

}  // namespace tumen
