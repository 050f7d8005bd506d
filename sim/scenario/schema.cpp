#include "sim/scenario/schema.hpp"

#include "sim/document/parse.hpp"
#include "sim/document/units.hpp"
#include "sim/scenario/bind.hpp"
#include "sim/scenario/expand.hpp"
#include "sim/scenario/fields.hpp"
#include "sim/scenario/tree.hpp"
#include "world/clauses/clauses.hpp"

#include <fmt/format.h>
#include <map>
#include <set>

namespace tumen {
namespace {

// One of everything: maps that are read key by key, each entity named ANY. What is missing in it is
// complained of, and the complaints are thrown away.
constexpr const char* one_of_everything = R"(
schema: 1
market: {history_until: 2000}
rules: {}
countries:
  ANY:
    programme: {}
    harvest: {}
    fuel: {gas: {}, oil: {}, power: {}, goods: {}}
    attention: {firm: {}, ministry: {}, summit: {}}
    weights: {}
    tilt: {}
    preferences: {}
    strategy: {}
    doctrines: [{name: ANY, stance: {OTHER: {}}}]
    governments: {known_until: 2000}
  OTHER: {}
pairs: {ANY-OTHER: {}}
fields: {ANY: {}}
corridors:
  ANY: {fuel: gas, firms: {ANY: {}}}
  OTHER: {fuel: power}
debts: {ANY: {}}
regimes: {ANY: {intensity: {}}}
instruments:
  ANY: {is_staged: true, roles: {ANY: {}}, things: {ANY: corridors}, terms: {ANY: {}}, clauses: [ALL]}
packages:
  ANY: {instrument: ANY, roles: {}, things: {ANY: ANY}, preconditions: [{corridor: ANY, from: 2000}]}
acts: {ANY: {kind: test}, OTHER: {kind: suspend}, ONE: {kind: press}, MORE: {kind: list}}
events:
  - {kind: corridor_stage}
  - {kind: provocation}
  - {kind: affinity}
  - {kind: alliance}
  - {kind: precedent}
)";

struct Branch {
  std::map<std::string, Branch> children = {};
  std::set<KeyRecord::Kind> kinds = {};
  KeyRecord record = {};
  std::set<std::string> units = {};
};

std::string skeleton() {
  std::string clauses;
  for (const ClauseInfo& info : clause_catalog)
    clauses += fmt::format("{}{{clause: {}}}", clauses.empty() ? "" : ", ", info.name);
  std::string text = one_of_everything;
  text.replace(text.find("ALL"), 3, clauses);
  return text;
}

std::vector<KeyRecord> record_keys() {
  Problems complaints;
  const Node document = expand(parse_document(skeleton(), "skeleton", complaints), complaints);
  Scenario scratch;
  const Provenance provenance;
  KeyRecorder recorder;
  Binder binder(document, scratch, complaints, provenance);
  binder.recorder = &recorder;
  bind_scenario(binder);
  return recorder.records;
}

// Paths as authors write them: any name is `*`, any item of a list `[]`.
std::vector<std::string> author_path(const std::string& path) {
  static const std::set<std::string> any = {"ANY", "OTHER", "ONE", "MORE", "ANY-OTHER"};
  std::vector<std::string> out;
  std::string before;
  for (const std::string& segment : split_path(path)) {
    const bool is_item = before == "events" || before == "preconditions" || before == "doctrines";
    const bool is_name = any.contains(segment) || before == "clauses";
    out.push_back(is_item ? "[]" : is_name ? "*" : segment);
    before = segment;
  }
  return out;
}

void add(Branch& root, const KeyRecord& record) {
  Branch* branch = &root;
  for (const std::string& segment : author_path(record.path))
    branch = &branch->children[segment];
  branch->kinds.insert(record.kind);
  if (record.kind == KeyRecord::Kind::other)
    return;
  branch->record = record;
  for (std::size_t from = 0; from <= record.unit.size();) {
    const std::size_t bar = std::min(record.unit.find('|', from), record.unit.size());
    for (const std::string& unit : units_like(record.unit.substr(from, bar - from)))
      branch->units.insert(unit);
    from = bar + 1;
  }
}

std::string quote(const std::string& text) { return "\"" + text + "\""; }

std::string list(const auto& names) {
  std::string out;
  for (const auto& name : names)
    out += (out.empty() ? "" : ", ") + quote(std::string(name));
  return "[" + out + "]";
}

std::string number_reference(const Branch& branch, const std::string& form) {
  const Bounds range = Bounds::between(branch.record.low, branch.record.high);
  return fmt::format(
      R"({{"description": "{}; {}", "$ref": "#/$defs/{}", "properties": {{"unit": {{"enum": {}}}}}}})",
      branch.record.unit, range.text(), form, list(branch.units));
}

std::string range_of(const KeyRecord& record, const char* type) {
  return fmt::format(R"({{"type": "{}", "minimum": {}, "maximum": {}}})", type,
                     format_real(record.low), format_real(record.high));
}

std::string leaf(const Branch& branch) {
  using Kind = KeyRecord::Kind;
  switch (branch.record.kind) {
    case Kind::number:
      return number_reference(branch, "number");
    case Kind::series:
      return number_reference(branch, "series");
    case Kind::amount:
      return fmt::format(R"({{"anyOf": [{}, {{"type": "string"}}]}})",
                         number_reference(branch, "number"));
    case Kind::real:
      return range_of(branch.record, "number");
    case Kind::integer:
      return range_of(branch.record, "integer");
    case Kind::text:
      return R"({"type": ["string", "number"]})";
    case Kind::flag:
      return R"({"type": "boolean"})";
    case Kind::choice:
      return fmt::format(R"({{"enum": {}}})", list(branch.record.choices));
    case Kind::choices:
      return fmt::format(R"({{"type": "array", "items": {{"enum": {}}}}})",
                         list(branch.record.choices));
    case Kind::reference:
      return fmt::format(R"({{"type": "string", "description": "one of {}"}})", branch.record.unit);
    case Kind::references:
      return fmt::format(R"({{"type": "array", "items": {{"type": "string"}}, "description": )"
                         R"("names of {}"}})",
                         branch.record.unit);
    case Kind::other:
      break;
  }
  return "{}";
}

std::string print(const Branch& branch, int depth);

std::string print_map(const Branch& branch, int depth) {
  const std::string indent(static_cast<std::size_t>(2 * depth), ' ');
  std::string properties;
  for (const auto& [key, value] : branch.children) {
    if (key != "*")
      properties += fmt::format("{}\n{}    {}: {}", properties.empty() ? "" : ",", indent,
                                quote(key), print(value, depth + 2));
  }
  const auto any = branch.children.find("*");
  std::string out = "{\n" + indent + "  \"type\": \"object\",\n";
  if (!properties.empty())
    out += indent + "  \"properties\": {" + properties + "\n" + indent + "  },\n";
  return out + indent + "  \"additionalProperties\": " +
         (any == branch.children.end() ? "false" : print(any->second, depth + 1)) + "\n" + indent +
         "}";
}

std::string print(const Branch& branch, int depth) {
  if (branch.children.empty())
    return leaf(branch);
  if (const auto item = branch.children.find("[]"); item != branch.children.end())
    return R"({"type": "array", "items": )" + print(item->second, depth) + "}";
  return print_map(branch, depth);
}

}  // namespace

}  // namespace tumen
