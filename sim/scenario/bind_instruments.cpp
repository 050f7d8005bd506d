#include "sim/scenario/bind.hpp"
#include "sim/scenario/bind_parts.hpp"
#include "sim/scenario/expand.hpp"
#include "sim/scenario/package_draft.hpp"
#include "sim/scenario/rule_names.hpp"
#include "sim/scenario/tree.hpp"

#include <array>

namespace tumen {
namespace {

constexpr std::array thing_sections = {Section::corridors, Section::debts, Section::regimes};

// The instrument as if it were a package: every role a country of its own, every thing the first
// of its section. What is wrong with its terms and clauses shows without a scenario that uses it.
PackageDraft draft_of(Binder& b, const Node& declares, const Entity& entity) {
  PackageDraft draft{entity.path, entity.name, {}, {}, {}};
  if (const Node* const roles = child(declares, "roles")) {
    for (const MapEntry& role : roles->entries()) {
      const auto id = static_cast<Id>(draft.roles.size());
      draft.roles.push_back(
          {role.key, id, read_signs(b, role, entity.path + ".roles." + role.key)});
      b.scenario.names.countries.push_back("the role " + role.key);
    }
  }
  if (const Node* const things = child(declares, "things")) {
    for (const MapEntry& thing : things->entries()) {
      const std::string path = entity.path + ".things." + thing.key;
      draft.things.push_back({thing.key, read_section(b, thing, path), 0});
    }
  }
  return draft;
}

void bind_keys(Fields& f, const PackageDraft& draft) {
  for (const char* const key : {"title", "description"}) {
    static_cast<void>(f.text_or(key, ""));
  }
  for (const char* const key : {"roles", "things", "terms"}) {
    const Node* const node = key == std::string_view("roles") ? f.required(key) : f.optional(key);
    if (node != nullptr && !node->is_map()) {
      f.refuse(key, "found " + describe(*node), "a map");
    }
  }
  f.accept("clauses");
  Package unused;
  bind_manner(f, unused);
  for (const char* const key : {"guarantor", "approver"}) {
    if (const Node* const role = f.optional(key)) {
      static_cast<void>(read_name(*role, f.path(key), draft.role_names(), f.binder().problems));
    }
  }
  f.finish();
}

void bind_instrument(Binder& outer, const Entity& entity, const Node& instruments) {
  Scenario scratch;
  Binder b(outer.document(), scratch, outer.problems, outer.provenance);
  b.recorder = outer.recorder;
  if (!entity.node->is_map()) {
    Fields(b, *entity.node, entity.path).finish();
    return;
  }
  const Place& place = entity.node->place();
  const Node request =
      Node::make_map({{"instrument", place, Node::make_scalar(entity.name, false, place)}}, place);
  const Node package = expand_package(request, instruments, entity.path, b.problems);
  const Node* const declares = child(package, declares_key);
  if (declares == nullptr) {
    return;
  }
  const PackageDraft roles = draft_of(b, *declares, entity);
  Fields keys(b, *entity.node, entity.path);
  bind_keys(keys, roles);
  Fields deal(b, package, entity.path);
  PackageDraft draft = roles;
  bind_terms(deal, draft);
  bind_clauses(deal, draft);
}

}  // namespace

// A declared role: its meaning, or {meaning, signs}.
bool read_signs(Binder& b, const MapEntry& role, const std::string& path) {
  if (!role.value.is_map()) {
    static_cast<void>(read_text(role.value, path, b.problems));
    return true;
  }
  Fields f(b, role.value, path);
  static_cast<void>(f.text_or("meaning", ""));
  const bool signs = f.flag_or("signs", true);
  f.finish();
  return signs;
}

std::optional<Section> read_section(Binder& b, const MapEntry& thing, const std::string& path) {
  std::vector<std::string> known;
  for (const Section section : thing_sections) {
    known.emplace_back(section_names[index_of(section)]);
  }
  const std::string name = read_name(thing.value, path, known, b.problems);
  if (name.empty()) {
    return std::nullopt;
  }
  return thing_sections[static_cast<std::size_t>(find_name(known, name))];
}

void bind_manner(Fields& f, Package& p) {
  p.attention = f.choice_or<Attention>("attention", attention_names, Attention::ministry);
  p.needs_memorandum = f.flag_or("needs_memorandum", false);
  p.is_treaty = f.flag_or("is_treaty", p.attention != Attention::firm);
  p.is_staged = f.flag_or("is_staged", false);
  p.touches = f.choices("touches", constraint_names);
  p.split_rule = read_split_rule(f, true);
  p.protocol = f.choice_or<Id>("protocol", or_as_scenario(protocol_names), 0) - 1;
  f.optional_number("guarantee", "share|index", bounds::share, p.guarantee);
  f.optional_number("approval_margin", "share|index", bounds::stance, p.approval_margin);
  f.optional_number("approval_temperature", "share|index", bounds::positive,
                    p.approval_temperature);
  f.optional_number("agreement_rate", "1/y", bounds::rate, p.agreement_rate);
  f.optional_number("deadline", "years", Bounds::between(0.1, 100.0), p.deadline);
  f.optional_number("rest", "years", bounds::years, p.rest);
  f.optional_number("lasts", "years", Bounds::between(0.1, 200.0), p.lasts);
  if (p.is_staged) {
    f.number("tolerance", "share|index", bounds::share, p.tolerance);
    f.number("stumbles", "1/y", bounds::rate, p.stumbles);
    if (!p.lasts.exists()) {
      f.refuse("lasts", "missing in a staged exchange", "years over which the steps are spread");
    }
  } else {
    f.optional_number("tolerance", "share|index", bounds::share, p.tolerance);
    f.optional_number("stumbles", "1/y", bounds::rate, p.stumbles);
  }
}

void bind_instruments(Binder& b) {
  const std::vector<Entity> entities = b.entities("instruments");
  for (const Entity& entity : entities) {
    b.scenario.names.instruments.push_back(entity.name);
    bind_instrument(b, entity, b.document().find("instruments")->value);
  }
}

}  // namespace tumen
