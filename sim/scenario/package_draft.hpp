#pragma once

#include "sim/scenario/fields.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tumen {

/// A country's part in a package.
struct RoleBinding {
  std::string name = {};
  Id country = no_id;
  bool signs = true;
};

/// A table entry a package is about.
struct ThingBinding {
  std::string name = {};
  std::optional<Section> section = std::nullopt;  ///< nothing where the instrument names no section
  Id entity = no_id;
};

/// A free number of a package, while its clauses are read.
struct TermBinding {
  std::string name = {};
  std::string unit = {};
  Id row = no_id;  ///< in Model::terms
};

/// A package while it is read: what its clauses refer to by name.
struct PackageDraft {
  std::string path = {};  ///< "packages.gas_line"
  std::string name = {};
  std::vector<RoleBinding> roles = {};
  std::vector<ThingBinding> things = {};
  std::vector<TermBinding> terms = {};

  [[nodiscard]] std::vector<std::string> role_names() const;
  [[nodiscard]] std::vector<std::string> thing_names() const;
  [[nodiscard]] std::vector<std::string> term_names() const;
};

/// A declared role is its meaning, or {meaning, signs}: whether who plays it signs.
[[nodiscard]] bool read_signs(Binder& b, const MapEntry& role, const std::string& path);

/// The section a declared thing names; nothing with a problem if it is none a thing can be of.
[[nodiscard]] std::optional<Section> read_section(Binder& b, const MapEntry& thing,
                                                  const std::string& path);

/// What instruments and packages say alike: attention, constraints touched, rates.
void bind_manner(Fields& f, Package& p);

/// Adds the terms of a package to the model, in the order written.
void bind_terms(Fields& package, PackageDraft& draft);

/// Adds the clauses of a package to the model, in the order written.
void bind_clauses(Fields& package, const PackageDraft& draft);

void bind_preconditions(Fields& package, Package& p);

/// Adds the party rows of a package: signatories in the order of its roles, then third parties.
/// Also checks who has to sign and collects the regimes whose consent it needs.
void bind_parties(Fields& package, const PackageDraft& draft, Package& p);

/// What follows from all packages together: conflicts hold both ways, and no package may wait for
/// one that waits for it.
void relate_packages(Binder& binder, const std::vector<Entity>& entities);

/// The games of rival packages whose split rule asks for coalition values; after relate_packages.
/// Refuses a cluster of more than six countries.
void bind_clusters(Binder& binder, const std::vector<Entity>& entities);

}  // namespace tumen
