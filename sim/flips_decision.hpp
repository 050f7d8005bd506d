#pragma once
// What was decided about a package in one tick: the first step toward an agreement in force that it
// could take then, whether it took it, and what stood against it.
#include "world/record.hpp"

#include <string_view>

namespace tumen {

/// The steps of a package's life that somebody decides.
enum class DecisionKind : std::uint8_t {
  opening,       ///< talks open
  signature,     ///< the deal is struck in talks, and no rival deal of the tick is worth more
  continuation,  ///< talks that brought no deal go on
  ratification,  ///< every parliament says yes
  consent,       ///< no sender of a multilateral regime vetoes: it enters into force
  keeping,       ///< nobody breaks the agreement
};
inline constexpr std::array<std::string_view, 6> decision_names = {
    "opening", "signature", "continuation", "ratification", "consent", "keeping"};

struct Decision {
  DecisionKind kind = DecisionKind::opening;
  bool happened = false;  ///< the step was taken
  friend bool operator==(const Decision&, const Decision&) = default;
};

/// Whether the step of `kind` was taken in the tick of this record.
template <class Real>
[[nodiscard]] bool has_happened(DecisionKind kind, const PackageRecord<Real>& r) {
  switch (kind) {
    case DecisionKind::opening:
      return r.opened > 0;
    case DecisionKind::signature:
      return r.signed_ > 0;
    case DecisionKind::continuation:
      return !(r.broke > 0);
    case DecisionKind::ratification:
      return r.ratified > 0;
    case DecisionKind::consent:
      return r.entered > 0;
    case DecisionKind::keeping:
      return !(r.breached > 0);
  }
  return false;
}

/// The decision of a tick on a package that stood at `before` when the tick began. A package that
/// opened talks or passed its votes in the tick is judged by the next step, which the same tick
/// takes.
template <class Real>
[[nodiscard]] Decision decision_of(PackageStage before, const PackageRecord<Real>& r) {
  DecisionKind kind = DecisionKind::opening;
  switch (before) {
    case PackageStage::idle:
    case PackageStage::spare:
      kind = r.opened > 0 ? DecisionKind::signature : DecisionKind::opening;
      break;
    case PackageStage::talks:
      kind = r.broke > 0 ? DecisionKind::continuation : DecisionKind::signature;
      break;
    case PackageStage::signed_:
      kind = r.ratified > 0 ? DecisionKind::consent : DecisionKind::ratification;
      break;
    case PackageStage::blocked:
      kind = DecisionKind::consent;
      break;
    case PackageStage::in_force:
      kind = DecisionKind::keeping;
      break;
  }
  return {kind, has_happened(kind, r)};
}

/// What one country, or the state of things, had against the step, whatever the draw. A step
/// against which nothing stands is left to its chance in the tick.
struct Objection {
  enum class Kind : std::uint8_t {
    none,
    precondition,   ///< a precondition does not hold, or the package is overtaken
    doctrine,       ///< the government of `who` rules it out
    resting,        ///< too soon after talks that failed
    no_memorandum,  ///< none is held, and none was signed in the tick
    loss,           ///< talks: `who` would lose; it has no attention for that
    no_gain,        ///< at the table: `who` sees itself lose
    holds_out,      ///< at the table: `who` sees less than it aspires to
  };
  Kind kind = Kind::none;
  Id who = no_id;
  friend bool operator==(const Objection&, const Objection&) = default;
};
inline constexpr std::array<std::string_view, 8> objection_names = {
    "none", "precondition", "doctrine", "resting", "no_memorandum", "loss", "no_gain", "holds_out"};

/// "it would have been signed", or "it would not have been signed" for a step that was taken.
[[nodiscard]] std::string_view reversal_text(const Decision& decision);

/// "it was signed", "it was not signed".
[[nodiscard]] std::string_view decision_text(const Decision& decision);

}  // namespace tumen
