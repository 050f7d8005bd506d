#include "sim/document/merge.hpp"
#include "sim/document/scalar.hpp"
#include "sim/scenario/expand.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace tumen {
namespace {

// Names of a section's entries that are left out, each with the reason.
using Dropped = std::map<std::string, std::string>;

bool is_disabled(const Node& entity, const std::string& path, Problems& problems) {
  const Node* const enabled = child(entity, "enabled");
  return enabled != nullptr && !read_boolean(*enabled, path + ".enabled", problems).value_or(true);
}

Dropped find_disabled(const Node& section, const std::string& path, Problems& problems) {
  Dropped out;
  for (const MapEntry& entry : section.entries()) {
    if (is_disabled(entry.value, path + "." + entry.key, problems)) {
      out.emplace(entry.key, "it is disabled");
    }
  }
  return out;
}

Node remove_entries(const Node& section, const Dropped& dropped) {
  std::vector<MapEntry> entries;
  for (const MapEntry& entry : section.entries()) {
    if (!dropped.contains(entry.key)) {
      entries.push_back({entry.key, entry.key_place, without_key(entry.value, "enabled")});
    }
  }
  return Node::make_map(std::move(entries), section.place());
}

// The reason for which a package cannot happen without what is dropped, or nothing.
std::string reason_to_drop(const Node& package, const Dropped& packages, const Dropped& regimes) {
  if (const Node* const things = child(package, "things")) {
    for (const MapEntry& thing : things->entries()) {
      if (regimes.contains(thing.value.text())) {
        return "its regime " + thing.value.text() + " is disabled";
      }
    }
  }
  if (const Node* const conditions = child(package, "preconditions")) {
    for (const Node& condition : conditions->items()) {
      const std::string awaited = child_text(condition, "in_force");
      if (packages.contains(awaited)) {
        return "it waits for " + awaited + ", which is left out";
      }
    }
  }
  return {};
}

void add_dependents(const Node& section, const Dropped& regimes, Dropped& packages) {
  for (bool is_changed = true; is_changed;) {
    is_changed = false;
    for (const MapEntry& entry : section.entries()) {
      if (packages.contains(entry.key)) {
        continue;
      }
      const std::string reason = reason_to_drop(entry.value, packages, regimes);
      if (!reason.empty()) {
        is_changed = packages.emplace(entry.key, reason).second || is_changed;
      }
    }
  }
}

Node keep_items(const Node& list, const std::function<bool(const Node&)>& is_kept) {
  std::vector<Node> items;
  std::copy_if(list.items().begin(), list.items().end(), std::back_inserter(items), is_kept);
  return Node::make_list(std::move(items), list.place());
}

// The package without mention of what is dropped: a conflict or a "not in force" that is no more.
Node forget(const Node& package, const Dropped& dropped) {
  Node out = package;
  if (const Node* const list = child(out, "conflicts"); list != nullptr && list->is_list()) {
    out = with_key(out, "conflicts", keep_items(*list, [&dropped](const Node& item) {
                     return !dropped.contains(item.text());
                   }));
  }
  if (const Node* const list = child(out, "preconditions"); list != nullptr && list->is_list()) {
    out = with_key(out, "preconditions", keep_items(*list, [&dropped](const Node& item) {
                     return !dropped.contains(child_text(item, "not_in_force"));
                   }));
  }
  return out;
}

Node drop_firms(const Node& corridors, std::vector<std::string>& notes, Problems& problems) {
  std::vector<MapEntry> entries = corridors.entries();
  for (MapEntry& entry : entries) {
    const Node* const firms = child(entry.value, "firms");
    if (firms == nullptr || !firms->is_map()) {
      continue;
    }
    const std::string path = "corridors." + entry.key + ".firms";
    const Dropped dropped = find_disabled(*firms, path, problems);
    for (const auto& [name, reason] : dropped) {
      notes.push_back(path + "." + name + " is left out: " + reason);
    }
    entry.value = with_key(entry.value, "firms", remove_entries(*firms, dropped));
  }
  return Node::make_map(std::move(entries), corridors.place());
}

class Dropper {
 public:
  Dropper(Node root, std::vector<std::string>& notes, Problems& problems)
      : root_(std::move(root)), notes_(notes), problems_(problems) {}

  Node run() {
    const Dropped regimes = find_disabled(section("regimes"), "regimes", problems_);
    Dropped packages = find_disabled(section("packages"), "packages", problems_);
    add_dependents(section("packages"), regimes, packages);
    Dropped acts = find_disabled(section("acts"), "acts", problems_);
    for (const MapEntry& act : section("acts").entries()) {
      const std::string regime = child_text(act.value, "regime");
      if (regimes.contains(regime)) {
        acts.emplace(act.key, "its regime " + regime + " is disabled");
      }
      const std::string package = child_text(act.value, "package");
      if (packages.contains(package)) {
        acts.emplace(act.key, "its package " + package + " is disabled");
      }
    }
    remove("regimes", regimes);
    remove("packages", packages);
    remove("acts", acts);
    forget_packages(packages);
    if (section("corridors").is_map()) {
      root_ = with_key(root_, "corridors", drop_firms(section("corridors"), notes_, problems_));
    }
    return root_;
  }

 private:
  const Node& section(const char* name) const {
    const Node* const found = child(root_, name);
    return found == nullptr ? none_ : *found;
  }

  void remove(const char* name, const Dropped& dropped) {
    if (!section(name).is_map()) {
      return;
    }
    root_ = with_key(root_, name, remove_entries(section(name), dropped));
    for (const auto& [entry, reason] : dropped) {
      notes_.push_back(std::string(name) + "." + entry + " is left out: " + reason);
    }
  }

  void forget_packages(const Dropped& dropped) {
    if (!section("packages").is_map() || dropped.empty()) {
      return;
    }
    std::vector<MapEntry> entries = section("packages").entries();
    for (MapEntry& entry : entries) {
      entry.value = forget(entry.value, dropped);
    }
    root_ = with_key(root_, "packages", Node::make_map(std::move(entries), root_.place()));
  }

  Node root_;
  Node none_;
  std::vector<std::string>& notes_;
  Problems& problems_;
};

}  // namespace

Node drop_disabled(const Node& root, std::vector<std::string>& notes, Problems& problems) {
  return Dropper(root, notes, problems).run();
}

}  // namespace tumen
