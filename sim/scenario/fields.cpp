#include "sim/scenario/fields.hpp"

#include "sim/document/units.hpp"

#include <utility>

namespace tumen {
namespace {

std::vector<std::string> to_strings(std::span<const std::string_view> names) {
  return {names.begin(), names.end()};
}

std::vector<std::string> split_units(std::string_view units) {
  std::vector<std::string> out;
  for (std::size_t bar = units.find('|'); bar != std::string_view::npos; bar = units.find('|')) {
    out.emplace_back(units.substr(0, bar));
    units.remove_prefix(bar + 1);
  }
  out.emplace_back(units);
  return out;
}

}  // namespace

std::string pick_unit(const Node& node, std::string_view units) {
  const std::vector<std::string> allowed = split_units(units);
  const MapEntry* const written = node.find("unit");
  if (written != nullptr) {
    for (const std::string& unit : allowed) {
      if (convert_unit(0.0, written->value.text(), unit))
        return unit;
    }
  }
  return allowed.front();
}

Fields::Fields(Binder& binder, const Node& node, std::string path)
    : binder_(binder), reader_(node, binder.problems, std::move(path)) {}

void Fields::record(std::string_view key, KeyRecord::Kind kind, std::string_view unit,
                    const Bounds& bounds) {
  if (binder_.recorder == nullptr)
    return;
  KeyRecord entry;
  entry.path = path(key);
  entry.kind = kind;
  entry.unit = unit;
  entry.low = bounds.low;
  entry.high = bounds.high;
  binder_.recorder->records.push_back(std::move(entry));
}

void Fields::record(std::string_view key, KeyRecord::Kind kind,
                    std::span<const std::string_view> names) {
  record(key, kind);
  if (binder_.recorder != nullptr)
    binder_.recorder->records.back().choices = to_strings(names);
}

Number Fields::read_number(const Node& node, std::string_view key, std::string_view unit,
                           const Bounds& bounds) {
  const Expected expected{path(key), pick_unit(node, unit), bounds};
  const Quantity quantity =
      read_quantity(node, expected, binder_.problems, binder_.provenance);
  return binder_.add_number(expected.key, quantity.value, quantity);
}

void Fields::number(std::string_view key, std::string_view unit, const Bounds& bounds, Number& out) {
  record(key, KeyRecord::Kind::number, unit, bounds);
  if (const Node* const node = reader_.required(key)) {
    out = read_number(*node, key, unit, bounds);
  }
}

void Fields::optional_number(std::string_view key, std::string_view unit, const Bounds& bounds,
                             Number& out) {
  record(key, KeyRecord::Kind::number, unit, bounds);
  if (const Node* const node = reader_.optional(key))
    out = read_number(*node, key, unit, bounds);
}

void Fields::neutral_number(std::string_view key, std::string_view unit, const Bounds& bounds,
                            Number& out, double neutral) {
  optional_number(key, unit, bounds, out);
  if (out.exists())
    return;
  NumberInfo info;
  info.assumption = "not declared";
  info.low = bounds.low;
  info.high = bounds.high;
  info.has_range = true;
  out = binder_.add_implied(path(key), split_units(unit).front(), neutral, std::move(info));
}

Series Fields::read(const Node& node, std::string_view key, std::string_view unit,
                    const Bounds& bounds) {
  const Expected expected{path(key), pick_unit(node, unit), bounds};
  if (node.find("value") == nullptr) {
    return binder_.add_series(expected.key, read_series(node, expected, binder_.problems,
                                                        binder_.provenance));
  }
  const Quantity quantity = read_quantity(node, expected, binder_.problems, binder_.provenance);
  TimeSeries constant;
  static_cast<Backing&>(constant) = quantity;
  constant.dates = {0.0};
  constant.values = {quantity.value};
  return binder_.add_series(expected.key, constant);
}

void Fields::series(std::string_view key, std::string_view unit, const Bounds& bounds, Series& out) {
  record(key, KeyRecord::Kind::series, unit, bounds);
  if (const Node* const node = reader_.required(key))
    out = read(*node, key, unit, bounds);
}

void Fields::optional_series(std::string_view key, std::string_view unit, const Bounds& bounds,
                             Series& out) {
  record(key, KeyRecord::Kind::series, unit, bounds);
  if (const Node* const node = reader_.optional(key))
    out = read(*node, key, unit, bounds);
}

std::string Fields::text(std::string_view key) {
  record(key, KeyRecord::Kind::text);
  return reader_.text(key);
}

std::string Fields::text_or(std::string_view key, std::string fallback) {
  record(key, KeyRecord::Kind::text);
  return reader_.text_or(key, std::move(fallback));
}

bool Fields::flag_or(std::string_view key, bool fallback) {
  record(key, KeyRecord::Kind::flag);
  return reader_.boolean_or(key, fallback);
}

double Fields::real(std::string_view key, const Bounds& bounds) {
  record(key, KeyRecord::Kind::real, "", bounds);
  return reader_.real(key, bounds);
}

std::int64_t Fields::integer(std::string_view key, const IntegerBounds& bounds) {
  record(key, KeyRecord::Kind::integer, "",
         Bounds::between(static_cast<double>(bounds.low), static_cast<double>(bounds.high)));
  return reader_.integer(key, bounds);
}

std::int64_t Fields::integer_or(std::string_view key, const IntegerBounds& bounds,
                                std::int64_t fallback) {
  record(key, KeyRecord::Kind::integer, "",
         Bounds::between(static_cast<double>(bounds.low), static_cast<double>(bounds.high)));
  return reader_.integer_or(key, bounds, fallback);
}

int Fields::choice_index(std::string_view key, std::span<const std::string_view> names,
                         int fallback) {
  record(key, KeyRecord::Kind::choice, names);
  const std::vector<std::string> known = to_strings(names);
  const std::string name =
      fallback < 0 ? reader_.choice(key, known)
                   : reader_.choice_or(key, known, known[static_cast<std::size_t>(fallback)]);
  return std::max(0, static_cast<int>(find_name(known, name)));
}

std::vector<int> Fields::choice_indices(std::string_view key,
                                        std::span<const std::string_view> names) {
  record(key, KeyRecord::Kind::choices, names);
  const Node* const node = reader_.optional(key);
  std::vector<int> out;
  if (node == nullptr)
    return out;
  const std::vector<std::string> known = to_strings(names);
  if (!node->is_list())
    refuse(key, "found " + describe(*node), "a list of " + join_names(known));
  for (const Node& item : node->items()) {
    const std::string name = read_name(item, path(key), known, binder_.problems);
    if (!name.empty())
      out.push_back(static_cast<int>(find_name(known, name)));
  }
  return out;
}

Id Fields::reference(std::string_view key, Section section) {
  record(key, KeyRecord::Kind::reference, section_names[index_of(section)]);
  const Node* const node = reader_.required(key);
  return node == nullptr ? no_id : binder_.resolve(*node, path(key), section);
}

Id Fields::optional_reference(std::string_view key, Section section) {
  record(key, KeyRecord::Kind::reference, section_names[index_of(section)]);
  const Node* const node = reader_.optional(key);
  return node == nullptr ? no_id : binder_.resolve(*node, path(key), section);
}

std::vector<Id> Fields::resolve_list(const Node& node, std::string_view key, Section section) {
  std::vector<Id> out;
  if (!node.is_list()) {
    refuse(key, "found " + describe(node),
           "a list of names from " + std::string(section_names[index_of(section)]));
  }
  for (const Node& item : node.items()) {
    const Id id = binder_.resolve(item, path(key), section);
    if (id == no_id)
      continue;
    if (std::find(out.begin(), out.end(), id) != out.end()) {
      binder_.problems.add({item.place(), path(key), in_quotes(item.text()) + " stands twice",
                            "each name once", ""});
      continue;
    }
    out.push_back(id);
  }
  return out;
}

std::vector<Id> Fields::references(std::string_view key, Section section) {
  record(key, KeyRecord::Kind::references, section_names[index_of(section)]);
  const Node* const node = reader_.optional(key);
  return node == nullptr ? std::vector<Id>{} : resolve_list(*node, key, section);
}

std::vector<Id> Fields::required_references(std::string_view key, Section section) {
  record(key, KeyRecord::Kind::references, section_names[index_of(section)]);
  const Node* const node = reader_.required(key);
  return node == nullptr ? std::vector<Id>{} : resolve_list(*node, key, section);
}

void Fields::accept(std::string_view key) {
  record(key, KeyRecord::Kind::other);
  reader_.accept(key);
}

void Fields::declare(std::string_view key, KeyRecord::Kind kind, std::string_view unit,
                     const Bounds& bounds) {
  record(key, kind, unit, bounds);
}

const Node* Fields::required(std::string_view key) {
  record(key, KeyRecord::Kind::other);
  return reader_.required(key);
}

const Node* Fields::optional(std::string_view key) {
  record(key, KeyRecord::Kind::other);
  return reader_.optional(key);
}

}  // namespace tumen
