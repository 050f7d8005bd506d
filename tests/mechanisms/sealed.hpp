#pragma once
// Deals that drivers seal: the signatories open talks as soon as they can, agree at the terms a
// test gives, vote yes and keep their word, so that what a deal does can be read from the ledger.
#include "tests/mechanisms/kit.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tumen::mechanisms {

/// A term ("tenor") at which a deal is sealed.
struct Offer {
  std::string_view term;
  double value;
};

struct Sealing {
  std::string_view package;
  double from;  ///< calendar year from which its signatories seek it
  std::vector<Offer> offers = {};
};

/// What a run leaves to read: worlds and transfers after each tick.
struct Ledger {
  std::vector<World<double>> after;
  std::vector<std::vector<Flow<double>>> flows;

  [[nodiscard]] const World<double>& end() const { return after.back(); }
  /// Sum of what left `from` for `to` as `what` over the run [M USD]; `to` = no_id: into works.
  [[nodiscard]] double sent(Id from, Id to, Commodity what) const;
  /// The same as it arrived.
  [[nodiscard]] double arrived(Id from, Id to, Commodity what) const;
};

/// `name` with `overrides`, parliaments that follow their governments, and `packages` that need no
/// memorandum before talks.
[[nodiscard]] Scenario sealable(const std::string& name,
                                const std::vector<std::string_view>& packages,
                                Overrides overrides = {});

/// Runs `ticks` ticks in which the signatories of `deals` seek nothing but these.
[[nodiscard]] Ledger seal(const Scenario& s, const std::vector<Sealing>& deals, Id ticks,
                          std::uint64_t seed = 1);

/// First tick after which the package was in force, or -1.
[[nodiscard]] Id entry_of(const Ledger& ledger, Id package);

}  // namespace tumen::mechanisms
