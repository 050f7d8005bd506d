#include "sim/scenario/bind.hpp"
#include "sim/scenario/expand.hpp"
#include "sim/scenario/package_draft.hpp"
#include "sim/scenario/rule_names.hpp"
#include "sim/scenario/tree.hpp"
#include "world/clauses/clauses.hpp"

#include <algorithm>
#include <set>

namespace tumen {
namespace {

void bind_roles(Fields& package, const Node& declares, PackageDraft& draft) {
  static const Node nothing = Node::make_map({}, {});
  const Node* const declared = child(declares, "roles");
  const Node* const bound = package.required("roles");
  if (declared == nullptr || bound == nullptr) {
    return;
  }
  Fields f(package.binder(), *bound, package.path("roles"));
  for (const MapEntry& role : declared->entries()) {
    RoleBinding binding{role.key, no_id, true};
    binding.signs = read_signs(package.binder(), role, package.path("roles") + "." + role.key);
    binding.country = f.reference(role.key, Section::countries);
    draft.roles.push_back(std::move(binding));
  }
  f.finish();
}

void bind_things(Fields& package, const Node& declares, PackageDraft& draft) {
  static const Node nothing = Node::make_map({}, {});
  const Node* const declared = child(declares, "things");
  const Node* const bound = package.optional("things");
  Fields f(package.binder(), bound == nullptr ? nothing : *bound, package.path("things"));
  if (declared != nullptr) {
    for (const MapEntry& thing : declared->entries()) {
      ThingBinding binding{thing.key, std::nullopt, no_id};
      binding.section =
          read_section(package.binder(), thing, package.path("things") + "." + thing.key);
      if (!binding.section) {
        f.accept(thing.key);
      } else if (!f.has(thing.key)) {
        package.refuse(
            "things", "no " + in_quotes(thing.key),
            "one of " + std::string(section_names[index_of(*binding.section)]) + " for it");
      } else {
        binding.entity = f.reference(thing.key, *binding.section);
      }
      draft.things.push_back(std::move(binding));
    }
  }
  f.finish();
}

std::vector<Id> corridors_of(const Model& m, const Package& p) {
  std::vector<Id> out;
  for (Id c = p.clauses.first; c < p.clauses.end(); ++c) {
    const Clause& clause = at(m.clauses, c);
    const ClauseInfo& info = clause_catalog[index_of(clause.kind)];
    for (std::size_t i = 0; i < info.things.size(); ++i) {
      const Id corridor = clause.what[i];
      const bool is_corridor = info.things[i].table == "corridors" && corridor != no_id;
      if (is_corridor && std::find(out.begin(), out.end(), corridor) == out.end()) {
        out.push_back(corridor);
      }
    }
  }
  return out;
}

// Who approves must sign, and there must be something it asks for.
void check_approver(Fields& f, const Package& p) {
  if (p.approver == no_id || p.row.empty()) {
    return;
  }
  const Id row = at(p.row, p.approver);
  if (row == no_id || !at(f.model().parties, row).signs) {
    f.refuse("approver", "a country that does not sign", "one of the signatories");
  }
  if (!p.approval_margin.exists() || !p.approval_temperature.exists()) {
    f.refuse("approver", "no `approval_margin` or no `approval_temperature` beside it",
             "both of them");
  }
}

// A chair needs a text to write.
void check_mediator(Fields& f, const Package& p) {
  const Id protocol = p.protocol == no_id ? f.model().protocol : p.protocol;
  if (p.mediator != no_id && static_cast<Protocol>(protocol) != Protocol::mediated) {
    f.refuse("mediator", "talks that nobody mediates", "protocol: mediated beside it");
  }
}

void bind_package(Binder& b, const Entity& entity, Package& p) {
  const Node* const declares = child(*entity.node, declares_key);
  b.scenario.names.packages.push_back(entity.name);
  b.scenario.names.package_titles.push_back(child_text(*entity.node, "title"));
  Model& m = b.model();
  p.terms.first = static_cast<Id>(m.terms.size());
  p.clauses.first = static_cast<Id>(m.clauses.size());
  if (declares == nullptr) {
    return;  // its instrument is unknown, which has been told
  }
  Fields f(b, *entity.node, entity.path);
  p.key = b.key(entity.path, entity.node->place());
  for (const char* const key : {"instrument", "instruments", "enabled", declares_key}) {
    f.accept(key);
  }
  static_cast<void>(f.text_or("title", ""));
  static_cast<void>(f.text_or("description", ""));
  PackageDraft draft{entity.path, entity.name, {}, {}, {}};
  bind_roles(f, *declares, draft);
  bind_things(f, *declares, draft);
  bind_terms(f, draft);
  bind_clauses(f, draft);
  p.terms.count = static_cast<Id>(m.terms.size()) - p.terms.first;
  p.clauses.count = static_cast<Id>(m.clauses.size()) - p.clauses.first;
  p.corridors = corridors_of(m, p);
  bind_manner(f, p);
  p.approver = f.optional_reference("approver", Section::countries);
  p.guarantor = f.optional_reference("guarantor", Section::countries);
  p.mediator = f.optional_reference("mediator", Section::countries);
  f.optional_number("talks_since", "year", bounds::calendar, p.talks_since);
  p.conflicts = f.references("conflicts", Section::packages);
  bind_preconditions(f, p);
  bind_parties(f, draft, p);
  check_approver(f, p);
  check_mediator(f, p);
  f.finish();
}

// Rows for packages that a driver composes at run time.
void add_spare_packages(Binder& b) {
  Model& m = b.model();
  Fields f(b, b.document(), "");
  const std::int64_t count = f.integer_or("spare_packages", {0, 64}, 0);
  for (std::int64_t i = 1; i <= count; ++i) {
    const std::string name = "spare_" + std::to_string(i);
    if (find_name(b.scenario.names.packages, name) != no_id) {
      continue;  // a driver has filled it
    }
    Package p;
    p.is_spare = true;
    p.key = b.key("packages/" + name, b.document().place());
    p.parties.first = static_cast<Id>(m.parties.size());
    p.clauses.first = static_cast<Id>(m.clauses.size());
    p.terms.first = static_cast<Id>(m.terms.size());
    p.row.assign(m.countries.size(), no_id);
    m.packages.push_back(std::move(p));
    b.scenario.names.packages.push_back(name);
    b.scenario.names.package_titles.push_back("Spare package " + std::to_string(i));
  }
}

}  // namespace

void bind_packages(Binder& b) {
  const std::vector<Entity> entities = b.entities("packages");
  b.model().packages.resize(entities.size());
  for (std::size_t i = 0; i < entities.size(); ++i) {
    bind_package(b, entities[i], b.model().packages[i]);
  }
  relate_packages(b, entities);
  bind_clusters(b, entities);
  add_spare_packages(b);
  Id id = 0;
  for (Package& p : b.model().packages) {
    p.id = id++;
  }
}

}  // namespace tumen
