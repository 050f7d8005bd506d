#pragma once
// A deal as people at a table write it: an instrument, who plays which part, what it is about, and
// one value a term. It becomes a package of the engine whose terms cannot be anything else.
#include "sim/json_writer.hpp"
#include "sim/scenario/scenario.hpp"

#include <map>
#include <string>
#include <vector>

namespace tumen::server::rooms {

struct Draft {
  std::string instrument;
  std::map<std::string, std::string> roles;   ///< role -> country code
  std::map<std::string, std::string> things;  ///< thing -> name of a corridor, debt, regime, field
  std::map<std::string, double> terms;        ///< term -> value in the term's unit

  friend bool operator==(const Draft&, const Draft&) = default;
};

struct RoleInfo {
  std::string name, meaning;
  bool signs = true;
};
struct ThingInfo {
  std::string name, section;  ///< section: "corridors", "debts", "regimes", "fields"
};
struct TermInfo {
  std::string name, unit, from, to;  ///< from, to: roles, where the term is a payment
  double lower = 0, upper = 0, start = 0;
  bool has_grid = false;  ///< a quantity that the engine would try on a grid
};
struct InstrumentInfo {
  std::string name, title, description;
  std::vector<RoleInfo> roles;
  std::vector<ThingInfo> things;
  std::vector<TermInfo> terms;
};

/// What can be composed in a scenario.
struct Catalogue {
  std::vector<InstrumentInfo> instruments;  ///< in the scenario's order
  int slots = 0;                            ///< spare slots: its `spare_packages`, or 8
};

/// Read from the scenario's `config_text`, which takes as long as parsing it.
[[nodiscard]] Catalogue catalogue_of(const Scenario& scenario);

/// All that is wrong with a draft: unknown names, parts without a country, one country in two
/// parts, terms that are missing or out of bounds. Empty if nothing is; only then may it be put
/// into package_text().
[[nodiscard]] std::vector<std::string> mistakes_of(const Draft& draft, const Scenario& scenario,
                                                   const std::vector<InstrumentInfo>& known);

/// The draft as a package (YAML) with every term fixed at its value. Those at the table have talked
/// already, so it needs no memorandum. Precondition: mistakes_of() is empty.
[[nodiscard]] std::string package_text(const Draft& draft, const InstrumentInfo& instrument);

/// Names a thing of this section may have.
[[nodiscard]] std::vector<std::string> section_names(const Scenario& scenario,
                                                     std::string_view section);

/// The instrument of this name, or null.
[[nodiscard]] const InstrumentInfo* find_instrument(const std::vector<InstrumentInfo>& known,
                                                    std::string_view name);

/// The nearest number of six digits: what a person types, and the same bits after any number of
/// trips through JSON, whose reader may miss the last bit. 0 for what is not finite.
[[nodiscard]] double tidy(double value);

[[nodiscard]] Json draft_json(const Draft& draft);

/// Reads a draft; what is wrong with its form is added to `errors`, each with `at` in front.
[[nodiscard]] Draft draft_from(const Json& value, const std::string& at,
                               std::vector<std::string>& errors);

}  // namespace tumen::server::rooms
