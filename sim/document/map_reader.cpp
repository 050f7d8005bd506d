#include "sim/document/map_reader.hpp"

#include "sim/document/nearest.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace tumen {

MapReader::MapReader(const Node& node, Problems& problems, std::string context)
    : node_(node), problems_(problems), context_(std::move(context)) {
  if (!node.is_map()) {
    problems_.add({node.place(), printable(context_), "found " + describe(node), "a map", ""});
  }
}

std::string MapReader::path(std::string_view key) const {
  if (key.empty()) {
    return context_;
  }
  return context_.empty() ? std::string(key) : context_ + "." + std::string(key);
}

const MapEntry* MapReader::ask(std::string_view key) {
  asked_.emplace(key);
  return node_.find(key);
}

void MapReader::accept(std::string_view key) {
  asked_.emplace(key);
}

const Node* MapReader::required(std::string_view key) {
  const MapEntry* const entry = ask(key);
  if (entry != nullptr && !entry->value.is_null()) {
    return &entry->value;
  }
  if (node_.is_map()) {
    const bool is_empty = entry != nullptr;
    problems_.add({is_empty ? entry->key_place : node_.place(), path(key),
                   is_empty ? "no value" : "missing", "", ""});
  }
  return nullptr;
}

const Node* MapReader::optional(std::string_view key) {
  const MapEntry* const entry = ask(key);
  if (entry == nullptr) {
    return nullptr;
  }
  if (!entry->value.is_null()) {
    return &entry->value;
  }
  problems_.add({entry->key_place, path(key), "no value", "a value, or not to write the key", ""});
  return nullptr;
}

void MapReader::refuse(std::string_view key, std::string found, std::string allowed) {
  const MapEntry* const entry = node_.find(key);
  problems_.add({entry == nullptr ? node_.place() : entry->value.place(), path(key),
                 std::move(found), std::move(allowed), ""});
}

std::string MapReader::text(std::string_view key) {
  const Node* const node = required(key);
  return node == nullptr ? "" : read_text(*node, path(key), problems_).value_or("");
}

std::string MapReader::text_or(std::string_view key, std::string fallback) {
  const Node* const node = optional(key);
  return node == nullptr ? fallback : read_text(*node, path(key), problems_).value_or(fallback);
}

std::int64_t MapReader::integer(std::string_view key, const IntegerBounds& bounds) {
  const std::int64_t fallback = std::clamp<std::int64_t>(0, bounds.low, bounds.high);
  const Node* const node = required(key);
  if (node == nullptr) {
    return fallback;
  }
  return read_integer(*node, path(key), bounds, problems_).value_or(fallback);
}

std::int64_t MapReader::integer_or(std::string_view key, const IntegerBounds& bounds,
                                   std::int64_t fallback) {
  const Node* const node = optional(key);
  if (node == nullptr) {
    return fallback;
  }
  return read_integer(*node, path(key), bounds, problems_).value_or(fallback);
}

double MapReader::real(std::string_view key, const Bounds& bounds) {
  const double fallback = std::clamp(0.0, bounds.low, bounds.high);
  const Node* const node = required(key);
  if (node == nullptr) {
    return fallback;
  }
  return read_real(*node, path(key), bounds, problems_).value_or(fallback);
}

double MapReader::real_or(std::string_view key, const Bounds& bounds, double fallback) {
  const Node* const node = optional(key);
  if (node == nullptr) {
    return fallback;
  }
  return read_real(*node, path(key), bounds, problems_).value_or(fallback);
}

bool MapReader::boolean(std::string_view key) {
  const Node* const node = required(key);
  return node != nullptr && read_boolean(*node, path(key), problems_).value_or(false);
}

bool MapReader::boolean_or(std::string_view key, bool fallback) {
  const Node* const node = optional(key);
  return node == nullptr ? fallback : read_boolean(*node, path(key), problems_).value_or(fallback);
}

std::string MapReader::choice(std::string_view key, std::span<const std::string> allowed) {
  const Node* const node = required(key);
  return node == nullptr ? "" : read_name(*node, path(key), allowed, problems_);
}

std::string MapReader::choice_or(std::string_view key, std::span<const std::string> allowed,
                                 std::string fallback) {
  const Node* const node = optional(key);
  if (node == nullptr) {
    return fallback;
  }
  std::string name = read_name(*node, path(key), allowed, problems_);
  return name.empty() ? fallback : name;
}

std::vector<std::string> MapReader::text_list(std::string_view key) {
  const Node* const node = required(key);
  if (node == nullptr) {
    return {};
  }
  return read_text_list(*node, path(key), problems_);
}

std::vector<std::string> MapReader::text_list_or_empty(std::string_view key) {
  const Node* const node = optional(key);
  if (node == nullptr) {
    return {};
  }
  return read_text_list(*node, path(key), problems_);
}

void MapReader::finish() {
  const std::vector<std::string> known(asked_.begin(), asked_.end());
  for (const MapEntry& entry : node_.entries()) {
    if (asked_.contains(entry.key)) {
      continue;
    }
    // Beyond the kept problems only the count matters: no search for names nobody will see.
    problems_.add(problems_.is_full()
                      ? Problem{}
                      : Problem{entry.key_place, path(printable(entry.key)), "unknown key",
                                join_names(known), nearest_name(entry.key, known)});
  }
}

std::string read_name(const Node& node, std::string_view key, std::span<const std::string> known,
                      Problems& problems) {
  const std::optional<std::string> name = read_text(node, key, problems);
  if (!name) {
    return {};
  }
  if (std::find(known.begin(), known.end(), *name) != known.end()) {
    return *name;
  }
  problems.add({node.place(), std::string(key), "unknown name " + in_quotes(*name),
                join_names({known.begin(), known.end()}), nearest_name(*name, known)});
  return {};
}

std::vector<std::string> read_text_list(const Node& node, std::string_view key,
                                        Problems& problems) {
  std::vector<std::string> out;
  if (!node.is_list()) {
    problems.add(
        {node.place(), std::string(key), "found " + describe(node), "a list of texts", ""});
  }
  for (const Node& item : node.items()) {
    if (std::optional<std::string> text = read_text(item, key, problems)) {
      out.push_back(std::move(*text));
    }
  }
  return out;
}

void check_unique_ids(const Node& list, std::string_view id_key, Problems& problems) {
  std::unordered_map<std::string_view, const Node*> first;
  for (const Node& item : list.items()) {
    const MapEntry* const id = item.find(id_key);
    if (id == nullptr || !id->value.is_scalar()) {
      continue;
    }
    const auto [earlier, is_new] = first.emplace(id->value.text(), &id->value);
    if (is_new) {
      continue;
    }
    problems.add({id->value.place(), std::string(id_key),
                  "duplicate " + in_quotes(id->value.text()) + ", first written at " +
                      to_string(earlier->second->place()),
                  "", ""});
  }
}

}  // namespace tumen
