#include "sim/scenario/schema.hpp"

#include "sim/document/scalar.hpp"
#include "sim/document/units.hpp"
#include "sim/scenario/key_record.hpp"
#include "sim/scenario/tree.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace tumen {
namespace {

// A key with what may stand below it.
struct Branch {
  std::map<std::string, Branch> children = {};
  KeyRecord record = {};  ///< the last one that says more than that the key exists
  std::set<std::string> canonical = {};
  std::set<std::string> units = {};
  bool is_clauses = false;
};

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
  for (const std::string& segment : author_path(record.path)) {
    branch = &branch->children[segment];
    branch->is_clauses = segment == "clauses";
  }
  if (record.kind == KeyRecord::Kind::other) {
    return;
  }
  branch->record = record;
  for (std::size_t from = 0; from <= record.unit.size();) {
    const std::size_t bar = std::min(record.unit.find('|', from), record.unit.size());
    const std::string unit = record.unit.substr(from, bar - from);
    for (const std::string& spelling : units_like(unit)) {
      branch->units.insert(spelling);
      branch->canonical.insert(unit);
    }
    from = bar + 1;
  }
}

std::string quote(const std::string& text) {
  return "\"" + text + "\"";
}

std::string list(const auto& names) {
  std::string out;
  for (const auto& name : names) {
    out += (out.empty() ? "" : ", ") + quote(std::string(name));
  }
  return "[" + out + "]";
}

std::string number_reference(const Branch& branch, const std::string& form) {
  const Bounds range = Bounds::between(branch.record.low, branch.record.high);
  return fmt::format(
      R"({{"description": "{}; {}", "$ref": "#/$defs/{}", "properties": {{"unit": {{"enum": {}}}}}}})",
      fmt::join(branch.canonical, " or "), range.text(), form, list(branch.units));
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
    if (key != "*") {
      properties += fmt::format("{}\n{}    {}: {}", properties.empty() ? "" : ",", indent,
                                quote(key), print(value, depth + 2));
    }
  }
  const auto any = branch.children.find("*");
  std::string out = "{\n" + indent + "  \"type\": \"object\",\n";
  if (!properties.empty()) {
    out += indent + "  \"properties\": {" + properties + "\n" + indent + "  },\n";
  }
  return out + indent + "  \"additionalProperties\": " +
         (any == branch.children.end() ? "false" : print(any->second, depth + 1)) + "\n" + indent +
         "}";
}

// Where a clause may stand in a list and, by its name, in a map.
constexpr const char* clauses_form =
    R"({"type": ["array", "object"], "items": {"$ref": "#/$defs/clause"}, )"
    R"("additionalProperties": {"$ref": "#/$defs/clause"}})";

std::string print(const Branch& branch, int depth) {
  if (branch.children.empty()) {
    return leaf(branch);
  }
  if (branch.is_clauses) {
    return clauses_form;
  }
  if (const auto item = branch.children.find("[]"); item != branch.children.end()) {
    return R"({"type": "array", "items": )" + print(item->second, depth) + "}";
  }
  return print_map(branch, depth);
}

// What every number and every series may say besides its unit.
constexpr const char* definitions =
    R"(    "source": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
    "range": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
    "dated": {"type": "array", "items": {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}},
    "number": {
      "type": "object",
      "properties": {"value": {"type": "number"}, "unit": {"type": "string"}, "source": {"$ref": "#/$defs/source"}, "assumption": {"type": "string"}, "range": {"$ref": "#/$defs/range"}, "note": {"type": "string"}},
      "required": ["value", "unit"], "additionalProperties": false
    },
    "series": {
      "type": "object",
      "properties": {"value": {"type": "number"}, "unit": {"type": "string"}, "source": {"$ref": "#/$defs/source"}, "assumption": {"type": "string"}, "range": {"$ref": "#/$defs/range"}, "note": {"type": "string"}, "steps": {"$ref": "#/$defs/dated"}, "points": {"$ref": "#/$defs/dated"}, "quarterly": {"type": "object"}},
      "required": ["unit"], "additionalProperties": false
    },
)";

}  // namespace

std::string scenario_schema() {
  Branch root;
  for (const KeyRecord& record : record_keys()) {
    add(root, record);
  }
  for (const char* const internal : {"declares"}) {
    root.children["packages"].children["*"].children.erase(internal);
  }
  const std::string clause =
      print(root.children["instruments"].children["*"].children["clauses"].children["*"], 2);
  std::string body = print(root, 0);
  const std::string head = R"({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Tumen scenario file",
  "description": "Written by the program from the keys it reads; see scenario_schema().",
  "required": ["schema"],
)";
  body.replace(0, 2, head);
  const std::string own = R"("properties": {
    "include": {"type": "array", "items": {"type": "string"}},)";
  body.replace(body.find("\"properties\": {"), std::string("\"properties\": {").size(), own);
  const std::string schema = R"("schema": {})";
  body.replace(body.find(schema), schema.size(), R"("schema": {"const": 1})");
  body.erase(body.size() - 2);
  return body + ",\n  \"$defs\": {\n" + definitions + "    \"clause\": " + clause + "\n  }\n}\n";
}

}  // namespace tumen
