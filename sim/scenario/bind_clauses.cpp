#include "sim/document/nearest.hpp"
#include "sim/document/units.hpp"
#include "sim/scenario/package_draft.hpp"
#include "world/clauses/clauses.hpp"

#include <algorithm>
#include <set>

namespace tumen {
namespace {

constexpr std::size_t most_clauses = 64;

template <class Binding>
std::vector<std::string> names_of(const std::vector<Binding>& bindings) {
  std::vector<std::string> out;
  for (const Binding& binding : bindings) {
    out.push_back(binding.name);
  }
  return out;
}

template <class Binding>
const Binding& at_name(const std::vector<Binding>& bindings, const std::string& name) {
  return *std::find_if(bindings.begin(), bindings.end(),
                       [&name](const Binding& binding) { return binding.name == name; });
}

const ClauseInfo* find_clause(Fields& f) {
  std::vector<std::string> known;
  for (const ClauseInfo& info : clause_catalog) {
    known.emplace_back(info.name);
  }
  const Node* const kind = f.required("clause");
  if (kind == nullptr) {
    return nullptr;
  }
  const std::string name = read_name(*kind, f.path("clause"), known, f.binder().problems);
  const Id row = find_name(known, name);
  return row == no_id ? nullptr : &clause_catalog[static_cast<std::size_t>(row)];
}

// Reads the slots of one clause against the names its package binds.
class ClauseReader {
 public:
  ClauseReader(Fields& fields, const PackageDraft& draft) : f_(fields), draft_(draft) {}

  Clause read(const ClauseInfo& info) {
    Clause out;
    out.kind = info.kind;
    for (std::size_t i = 0; i < info.roles.size(); ++i) {
      out.who[i] = role(info.roles[i]);
    }
    for (std::size_t i = 0; i < info.things.size(); ++i) {
      out.what[i] = thing(info.things[i]);
    }
    for (std::size_t i = 0; i < info.amounts.size(); ++i) {
      out.amount[i] = amount(info.amounts[i]);
    }
    check_roles_differ(info, out);
    return out;
  }

 private:
  const Node* slot(std::string_view name, bool is_optional) {
    return is_optional ? f_.optional(name) : f_.required(name);
  }

  Id role(const RoleSlot& slot_info) {
    const Node* const node = slot(slot_info.name, slot_info.optional);
    if (node == nullptr) {
      return no_id;
    }
    const std::string name =
        read_name(*node, f_.path(slot_info.name), draft_.role_names(), f_.binder().problems);
    return name.empty() ? no_id : at_name(draft_.roles, name).country;
  }

  Id thing(const ThingSlot& slot_info) {
    const Node* const node = slot(slot_info.name, slot_info.optional);
    if (node == nullptr) {
      return no_id;
    }
    const std::string path = f_.path(slot_info.name);
    const std::string name = read_name(*node, path, draft_.thing_names(), f_.binder().problems);
    if (name.empty()) {
      return no_id;
    }
    const ThingBinding& binding = at_name(draft_.things, name);
    if (!binding.section) {
      return no_id;
    }
    const std::string_view section = section_names[index_of(*binding.section)];
    if (section == slot_info.table) {
      return binding.entity;
    }
    f_.refuse(slot_info.name, in_quotes(name) + " is one of " + std::string(section),
              "a thing declared as " + std::string(slot_info.table));
    return no_id;
  }

  Value amount(const AmountSlot& slot_info) {
    const Bounds range = Bounds::between(slot_info.low, slot_info.high);
    f_.declare(slot_info.name, KeyRecord::Kind::amount, slot_info.unit, range);
    const Node* const node = slot(slot_info.name, slot_info.optional);
    if (node == nullptr) {
      return {};
    }
    if (node->is_scalar() && !node->text().empty() && node->text().front() == '$') {
      return {{}, term(*node, slot_info)};
    }
    if (node->is_scalar() && slot_info.name == "issue") {
      return {issue(*node), no_id};
    }
    const Expected expected{f_.path(slot_info.name), std::string(slot_info.unit), range};
    Binder& b = f_.binder();
    const Quantity q = read_quantity(*node, expected, b.problems, b.provenance);
    return {b.add_number(expected.key, q.value, q), no_id};
  }

  Number issue(const Node& node) {
    const std::vector<std::string> known(issue_names.begin(), issue_names.end());
    const std::string path = f_.path("issue");
    const std::string name = read_name(node, path, known, f_.binder().problems);
    NumberInfo info;
    info.assumption = "the issue a payment is reported under";
    info.high = issue_count - 1;
    info.has_range = true;
    return f_.binder().add_implied(path, "index",
                                   static_cast<double>(std::max(Id{0}, find_name(known, name))),
                                   std::move(info));
  }

  Id term(const Node& node, const AmountSlot& slot_info) {
    const std::string name = node.text().substr(1);
    const std::vector<std::string> known = draft_.term_names();
    if (find_name(known, name) == no_id) {
      f_.binder().problems.add({node.place(), f_.path(slot_info.name),
                                "unknown term " + in_quotes(node.text()), join_names(known),
                                nearest_name(name, known)});
      return no_id;
    }
    const TermBinding& binding = at_name(draft_.terms, name);
    check_term(binding, slot_info);
    return binding.row;
  }

  // A term must mean what the slot counts in, over a range the slot admits.
  void check_term(const TermBinding& binding, const AmountSlot& slot_info) {
    if (!binding.unit.empty() && binding.unit != slot_info.unit) {
      f_.refuse(slot_info.name, "a term in " + binding.unit,
                "a term in " + std::string(slot_info.unit));
      return;
    }
    const Term& t = at(f_.model().terms, binding.row);
    const std::vector<double>& values = f_.binder().scenario.values;
    for (const Number n : {t.lower, t.upper}) {
      const double value = n.exists() ? at(values, n.index) : 0.0;
      if (n.exists() && (value < slot_info.low || value > slot_info.high)) {
        f_.refuse(slot_info.name, "a term that reaches " + format_real(value),
                  Bounds::between(slot_info.low, slot_info.high).text() + " " +
                      std::string(slot_info.unit));
      }
    }
  }

  void check_roles_differ(const ClauseInfo& info, const Clause& c) {
    std::set<Id> seen;
    for (std::size_t i = 0; i < info.roles.size(); ++i) {
      if (c.who[i] != no_id && !seen.insert(c.who[i]).second) {
        f_.refuse(info.roles[i].name, "the same country in two roles of the clause",
                  "different countries");
      }
    }
  }

  Fields& f_;
  const PackageDraft& draft_;
};

}  // namespace

std::vector<std::string> PackageDraft::role_names() const {
  return names_of(roles);
}
std::vector<std::string> PackageDraft::thing_names() const {
  return names_of(things);
}
std::vector<std::string> PackageDraft::term_names() const {
  return names_of(terms);
}

void bind_clauses(Fields& package, const PackageDraft& draft) {
  const Node* const clauses = package.required("clauses");
  if (clauses == nullptr) {
    return;
  }
  if (!clauses->is_map() || clauses->entries().empty() ||
      clauses->entries().size() > most_clauses) {
    package.refuse("clauses", "found " + describe(*clauses),
                   "a list of 1 to " + std::to_string(most_clauses) + " clauses");
    return;
  }
  for (const MapEntry& entry : clauses->entries()) {
    Fields f(package.binder(), entry.value, draft.path + ".clauses." + entry.key);
    f.accept("name");
    package.binder().check_name(entry.key, entry.key_place, draft.path + ".clauses");
    const ClauseInfo* const info = find_clause(f);
    if (info == nullptr) {
      continue;
    }
    const bool is_enabled = f.flag_or("enabled", true);
    const Clause clause = ClauseReader(f, draft).read(*info);
    f.finish();
    if (is_enabled) {
      package.model().clauses.push_back(clause);
      package.binder().scenario.names.clauses.push_back(draft.name + "." + entry.key);
    }
  }
}

}  // namespace tumen
