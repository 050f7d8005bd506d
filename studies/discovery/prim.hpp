#pragma once
// PRIM, the patient rule induction method: a box that holds most of the cases and little else,
// found by peeling off thin slabs. Friedman and Fisher, Statistics and Computing 9 (1999) 123; for
// scenario discovery Bryant and Lempert, Technological Forecasting and Social Change 77 (2010) 34.
#include "studies/discovery/box.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tumen {

/// A half of the points to begin with: those below the median of a dimension, or those above.
struct PrimStart {
  std::size_t dimension = 0;
  bool is_low = true;
};

struct PrimSettings {
  double alpha = 0.05;        ///< share of the points of a box peeled off at a time
  double paste_alpha = 0.05;  ///< the same for pasting on
  double min_mass = 0.01;     ///< boxes hold at least this share of the points, and five of them
  int patience = 5;           ///< peels in a row that may fail to raise the density before it ends
  double max_p = 0.05;        ///< restrictions, or one side of them, with a larger quasi-p go
  std::size_t boxes = 1;
  /// Number of the step whose box is taken, for the first box, the second ...; the default rule for
  /// those beyond the list.
  std::vector<std::size_t> choices = {};
  /// Halves to begin with beside the whole; without a list both halves of every dimension of
  /// numbers.
  std::optional<std::vector<PrimStart>> starts = std::nullopt;
  int threads = 0;  ///< 0 = all; changes no result
};

enum class PrimAction : std::uint8_t { start, halve, peel, paste, drop };

/// "start", "halve", "peel", "paste", "drop".
[[nodiscard]] const char* action_name(PrimAction action);

/// A box on the way, and what was done to get there from the one before.
struct PrimStep {
  PrimAction action = PrimAction::start;
  std::size_t dimension = 0;
  Box box;
  BoxMeasures measures;
};

/// A restriction of a chosen box: what the box would be without it. quasi_p is the chance of at
/// least as many cases among the points of the box if each were a case with the density of the box
/// without the restriction (binomial). The restriction was found on the same points, so it is no
/// p-value of a test: small is necessary, not sufficient.
struct Restriction {
  std::size_t dimension = 0;
  double quasi_p = 1;
  BoxMeasures without;
};

/// One box with the way to it. Points of earlier boxes are out of the game: they count for the
/// measures only as part of all cases and all points.
struct PrimBox {
  std::vector<PrimStep> steps;
  std::size_t chosen = 0;                         ///< a step
  std::optional<PrimStart> start = std::nullopt;  ///< the half it began with, if not the whole
  std::vector<Restriction> restrictions;

  [[nodiscard]] const PrimStep& choice() const { return steps[chosen]; }
};

/// Boxes one after the other, each on the points that the earlier ones do not hold; ends early
/// where no case is left or a box restricts nothing.
///
/// Peeling never goes back, so where cases lie at both ends of a dimension it can stop between
/// them. It is therefore tried from the whole space and from halves of it; a half is taken where
/// its best balance is at least a tenth larger than that of the whole and the largest (ours, not in
/// the papers; the trajectory shows it as "halve").
///
/// Peeling takes the slab whose loss raises the density most per point lost. The default choice is
/// the peeled box with the largest balance of coverage and density (BoxMeasures::balance, the later
/// one of equals); slabs are then pasted on while that does not lower the density, and
/// restrictions, or single sides of a range, whose quasi-p is above max_p are dropped, the largest
/// first. Throws InputError for a choice that is no step. Deterministic.
[[nodiscard]] std::vector<PrimBox> find_boxes(const CaseTable& table, const PrimSettings& settings);

/// The same for the first box, with the peeled box nearest in coverage to `coverage` in place of
/// the default choice, without pasting; restrictions above max_p are dropped.
[[nodiscard]] PrimBox find_box_of_coverage(const CaseTable& table, const PrimSettings& settings,
                                           double coverage);

}  // namespace tumen
