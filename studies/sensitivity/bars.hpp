#pragma once
// Indices as bars with their intervals.
#include "sim/svg.hpp"
#include "studies/sensitivity/index_rows.hpp"

#include <string>

namespace tumen {

/// A picture of one outcome: for each factor a bar an index (S1 and ST, those of the
/// expectation where there are such; mu*; S1 from bins; swings
/// as bars from least to most), factors with the longest bars first, intervals as lines with ends.
/// Colours differ in lightness too. An SVG element in the colour of the text around it; a sentence
/// where there are no indices.
[[nodiscard]] std::string index_bars(const OutcomeAnalysis& analysis,
                                     const std::vector<std::string>& names);

/// The indices that the bars of an outcome show: S1 and ST, those of the expectation where there
/// are such, mu*, swing.
[[nodiscard]] std::vector<std::string> drawn_indices(const OutcomeAnalysis& analysis);

struct SheetSize {
  double width = 0, height = 0;
};

/// The shapes as an SVG element with a title for screen readers, wide on a page.
[[nodiscard]] std::string svg_sheet(const std::string& title, const Svg& svg,
                                    const SheetSize& size);

/// An SVG element as a file of its own, dark on light or light on dark as the viewer prefers.
[[nodiscard]] std::string svg_file(std::string element);

}  // namespace tumen
