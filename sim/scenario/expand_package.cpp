#include "sim/document/map_reader.hpp"
#include "sim/document/merge.hpp"
#include "sim/scenario/expand.hpp"
#include "sim/scenario/tree.hpp"
#include "world/ids.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace tumen {
namespace {

// What names a clause: its name, else its kind.
const std::vector<std::string> clause_keys = {"name", "clause"};

Node text_node(std::string_view text, const Place& place) {
  return Node::make_scalar(std::string(text), false, place);
}

// What the first instrument that says it settles for the package.
constexpr std::array properties = {"title",
                                   "description",
                                   "guarantor",
                                   "guarantee",
                                   "approver",
                                   "approval_margin",
                                   "approval_temperature",
                                   "is_treaty",
                                   "is_staged",
                                   "tolerance",
                                   "stumbles",
                                   "lasts",
                                   "deadline",
                                   "rest",
                                   "agreement_rate",
                                   "split_rule",
                                   "protocol"};

// One instrument as a package uses it.
struct Template {
  std::string name;
  const Node* node = nullptr;
};

std::vector<Template> find_templates(const Node& package, const Node& instruments,
                                     const std::string& path, Problems& problems) {
  std::vector<Template> out;
  const Node* const one = child(package, "instrument");
  const Node* const many = child(package, "instruments");
  if ((one == nullptr) == (many == nullptr)) {
    problems.add({package.place(), path, one == nullptr ? "no instrument" : "both forms",
                  "instrument: NAME or instruments: [NAME, NAME]", ""});
    return out;
  }
  const Node& named = one == nullptr ? *many : *one;
  const std::vector<Node> single = {named};
  for (const Node& item : named.is_list() ? named.items() : single) {
    const std::string name =
        read_name(item, path + (one == nullptr ? ".instruments" : ".instrument"),
                  instruments.keys(), problems);
    if (!name.empty()) {
      out.push_back({name, child(instruments, name)});
    }
  }
  return out;
}

// Names of terms that more than one of the instruments declares.
std::set<std::string> shared_terms(const std::vector<Template>& templates) {
  std::set<std::string> seen;
  std::set<std::string> shared;
  for (const Template& t : templates) {
    const Node* const terms = child(*t.node, "terms");
    for (const std::string& term : terms == nullptr ? std::vector<std::string>{} : terms->keys()) {
      if (!seen.insert(term).second) {
        shared.insert(term);
      }
    }
  }
  return shared;
}

// The template with its shared terms renamed, in declarations and in amounts.
class TermRenamer {
 public:
  TermRenamer(const Template& from, const std::set<std::string>& shared)
      : prefix_(from.name + "_"), shared_(shared) {}

  Node terms(const Node& map) const {
    std::vector<MapEntry> entries = map.entries();
    for (MapEntry& entry : entries) {
      if (shared_.contains(entry.key)) {
        entry.key = prefix_ + entry.key;
      }
    }
    return Node::make_map(std::move(entries), map.place());
  }

  Node clause(const Node& map) const {
    if (!map.is_map()) {
      return map;
    }
    std::vector<MapEntry> entries = map.entries();
    for (MapEntry& entry : entries) {
      const std::string& text = entry.value.text();
      if (!text.empty() && text.front() == '$' && shared_.contains(text.substr(1))) {
        entry.value = text_node("$" + prefix_ + text.substr(1), entry.value.place());
      }
    }
    return Node::make_map(std::move(entries), map.place());
  }

 private:
  std::string prefix_;
  const std::set<std::string>& shared_;
};

Node merge_child(Node out, const Node& from, const char* key) {
  const Node* const added = child(from, key);
  if (added == nullptr) {
    return out;
  }
  const Node* const had = child(out, key);
  return with_key(out, key, had == nullptr ? *added : merge(*had, *added));
}

// The more demanding of two levels of attention.
Node merge_attention(Node out, const Node& from) {
  const auto level = [](const std::string& name) {
    return std::find(attention_names.begin(), attention_names.end(), name) -
           attention_names.begin();
  };
  const Node* const added = child(from, "attention");
  if (added == nullptr) {
    return out;
  }
  const Node* const had = child(out, "attention");
  const bool is_higher = had == nullptr || level(added->text()) > level(had->text());
  return is_higher ? with_key(out, "attention", *added) : out;
}

Node merge_touches(Node out, const Node& from) {
  const Node* const added = child(from, "touches");
  if (added == nullptr) {
    return out;
  }
  const Node* const had = child(out, "touches");
  if (had == nullptr || !had->is_list() || !added->is_list()) {
    return with_key(out, "touches", *added);
  }
  std::vector<Node> items = had->items();
  items.insert(items.end(), added->items().begin(), added->items().end());
  return with_key(out, "touches", Node::make_list(std::move(items), had->place()));
}

Node merge_template(Node out, const Template& from, const std::set<std::string>& shared) {
  const Node& node = *from.node;
  const TermRenamer renamer(from, shared);
  Node declares = *child(out, declares_key);
  for (const char* const key : {"roles", "things"}) {
    declares = merge_child(std::move(declares), node, key);
  }
  out = with_key(out, declares_key, std::move(declares));
  if (const Node* const terms = child(node, "terms"); terms != nullptr && terms->is_map()) {
    out = with_key(out, "terms", merge(*child(out, "terms"), renamer.terms(*terms)));
  }
  if (const Node* const clauses = child(node, "clauses")) {
    std::vector<MapEntry> entries = child(out, "clauses")->entries();
    for (const Node& item : clauses->items()) {
      append_named(entries, renamer.clause(item), clause_keys);
    }
    for (const MapEntry& entry : clauses->entries()) {
      append_named(
          entries,
          with_key(renamer.clause(entry.value), "name", text_node(entry.key, entry.key_place)),
          clause_keys);
    }
    out = with_key(out, "clauses", Node::make_map(std::move(entries), clauses->place()));
  }
  out = merge_touches(merge_attention(std::move(out), node), node);
  if (child_text(node, "needs_memorandum") == "true" || child(out, "needs_memorandum") == nullptr) {
    out = merge_child(std::move(out), node, "needs_memorandum");
  }
  for (const char* const key : properties) {
    if (child(out, key) == nullptr) {
      out = merge_child(std::move(out), node, key);
    }
  }
  return out;
}

// An instrument names its guarantor and approver by role, a package by country.
Node bind_role(const char* key, Node base, const Node& package, const std::string& path,
               Problems& problems) {
  const Node* const role = child(base, key);
  const Node* const roles = child(package, "roles");
  if (role == nullptr || roles == nullptr) {
    return base;
  }
  const std::string name = read_name(*role, path + "." + key, roles->keys(), problems);
  const Node* const country = name.empty() ? nullptr : child(*roles, name);
  return country == nullptr ? without_key(base, key) : with_key(base, key, *country);
}

}  // namespace

Node expand_package(const Node& package, const Node& instruments, const std::string& path,
                    Problems& problems) {
  if (!package.is_map()) {
    problems.add({package.place(), path, "found " + describe(package), "a map", ""});
    return Node::make_map({}, package.place());
  }
  const std::vector<Template> templates = find_templates(package, instruments, path, problems);
  const std::set<std::string> shared = shared_terms(templates);
  const Node empty = Node::make_map({}, package.place());
  if (templates.empty()) {
    return without_key(package, declares_key);
  }
  Node base = empty;
  for (const char* const key : {declares_key, "terms", "clauses"}) {
    base = with_key(base, key, empty);
  }
  for (const Template& t : templates) {
    base = merge_template(std::move(base), t, shared);
  }
  for (const char* const key : {"guarantor", "approver"}) {
    base = bind_role(key, std::move(base), package, path, problems);
  }
  Node own = without_key(package, declares_key);
  if (const Node* const clauses = child(own, "clauses"); clauses != nullptr) {
    if (clauses->is_list()) {
      base = with_key(base, "clauses", empty);
    }
    own = with_key(own, "clauses",
                   clauses->is_list() ? map_by_name(*clauses, clause_keys) : *clauses);
  }
  const Node declares = *child(base, declares_key);
  return with_key(merge(std::move(base), std::move(own)), declares_key, declares);
}

}  // namespace tumen
