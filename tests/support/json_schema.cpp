#include "tests/support/json_schema.hpp"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

namespace tumen::test {
namespace {

namespace json = boost::json;
using Faults = std::vector<std::string>;

bool is_of_type(const json::value& v, std::string_view type) {
  return (type == "object" && v.is_object()) || (type == "array" && v.is_array()) ||
         (type == "string" && v.is_string()) || (type == "boolean" && v.is_bool()) ||
         (type == "null" && v.is_null()) || (type == "number" && v.is_number()) ||
         (type == "integer" && (v.is_int64() || v.is_uint64()));
}

bool fits_type(const json::value& v, const json::value& type) {
  if (const auto* several = type.if_array()) {
    return std::any_of(several->begin(), several->end(),
                       [&](const json::value& one) { return is_of_type(v, one.as_string()); });
  }
  return is_of_type(v, type.as_string());
}

void check(const json::value& v, const json::object& schema, const std::string& place,
           Faults& faults);

void check_object(const json::object& object, const json::object& schema, const std::string& place,
                  Faults& faults) {
  if (const auto* required = schema.if_contains("required")) {
    for (const json::value& name : required->as_array()) {
      if (!object.contains(name.as_string())) {
        faults.push_back(place + ": lacks " + std::string(name.as_string()));
      }
    }
  }
  const auto* properties = schema.if_contains("properties");
  const auto* others = schema.if_contains("additionalProperties");
  for (const auto& [name, value] : object) {
    const auto* own = properties == nullptr ? nullptr : properties->as_object().if_contains(name);
    if (own != nullptr) {
      check(value, own->as_object(), place + "." + std::string(name), faults);
    } else if (others != nullptr && !others->as_bool()) {
      faults.push_back(place + ": unknown " + std::string(name));
    }
  }
}

void check_any(const json::value& v, const json::array& choices, const std::string& place,
               Faults& faults) {
  Faults last;
  for (const json::value& choice : choices) {
    last.clear();
    check(v, choice.as_object(), place, last);
    if (last.empty()) {
      return;
    }
  }
  faults.insert(faults.end(), last.begin(), last.end());
}

void check_keywords(const json::object& schema, const std::string& place, Faults& faults) {
  constexpr std::array<std::string_view, 10> known = {
      "$schema",  "title",      "description",          "type",  "enum",
      "required", "properties", "additionalProperties", "items", "anyOf"};
  for (const auto& [keyword, value] : schema) {
    if (std::find(known.begin(), known.end(), std::string_view(keyword)) == known.end()) {
      faults.push_back(place + ": keyword " + std::string(keyword) + " is not checked");
    }
  }
}

void check(const json::value& v, const json::object& schema, const std::string& place,
           Faults& faults) {
  check_keywords(schema, place, faults);
  if (const auto* type = schema.if_contains("type"); type != nullptr && !fits_type(v, *type)) {
    faults.push_back(place + ": " + json::serialize(v) + " is not " + json::serialize(*type));
    return;
  }
  if (const auto* values = schema.if_contains("enum")) {
    const json::array& all = values->as_array();
    if (std::find(all.begin(), all.end(), v) == all.end()) {
      faults.push_back(place + ": " + json::serialize(v) + " is none of " + json::serialize(all));
    }
  }
  if (const auto* choices = schema.if_contains("anyOf")) {
    check_any(v, choices->as_array(), place, faults);
  }
  if (const auto* object = v.if_object()) {
    check_object(*object, schema, place, faults);
  }
  const auto* items = schema.if_contains("items");
  if (const auto* array = v.if_array(); array != nullptr && items != nullptr) {
    for (std::size_t k = 0; k < array->size(); ++k) {
      check((*array)[k], items->as_object(), place + "[" + std::to_string(k) + "]", faults);
    }
  }
}

}  // namespace

std::vector<std::string> misfits(const json::value& document, const json::value& schema) {
  Faults faults;
  check(document, schema.as_object(), "$", faults);
  return faults;
}

}  // namespace tumen::test
