#include "sim/document/quantity.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/units.hpp"

#include <algorithm>
#include <utility>

namespace tumen {
namespace {

std::string form(const Expected& expected) {
  return "{value: NUMBER, unit: " + expected.unit +
         ", source: KEY} or {value: NUMBER, unit: " + expected.unit +
         ", assumption: \"why\", range: [LOW, HIGH]}";
}

void check_source(const std::string& key, const Node& node, const std::string& path,
                  Problems& problems, const Provenance& provenance) {
  if (provenance.find(key) != nullptr) {
    return;
  }
  const std::vector<std::string> known = provenance.keys();
  problems.add({node.place(), path, "unknown source " + in_quotes(key),
                known.empty() ? "a key of sources.yaml" : join_names(known),
                nearest_name(key, known)});
}

std::vector<std::string> read_source_keys(MapReader& reader, const Provenance& provenance) {
  const Node* const node = reader.optional("source");
  if (node == nullptr) {
    return {};
  }
  const std::string path = reader.path("source");
  std::vector<std::string> keys;
  const std::vector<Node> single = {*node};
  if (node->is_list() && node->items().empty()) {
    reader.refuse("source", "found an empty list", "a key of sources.yaml or a list of keys");
  }
  for (const Node& item : node->is_list() ? node->items() : single) {
    std::optional<std::string> key = read_text(item, path, reader.problems());
    if (!key) {
      continue;
    }
    check_source(*key, item, path, reader.problems(), provenance);
    keys.push_back(std::move(*key));
  }
  return keys;
}

void read_range(MapReader& reader, const UnitReader& units, Backing& backing) {
  const Node* const range = reader.optional("range");
  if (range == nullptr) {
    return;
  }
  if (range->items().size() != 2) {
    reader.refuse(
        "range",
        "found " + describe(*range) +
            (range->is_list() ? " of " + std::to_string(range->items().size()) + " items" : ""),
        "[LOW, HIGH]");
    return;
  }
  const std::optional<double> low = units.read(range->items()[0], "range");
  const std::optional<double> high = units.read(range->items()[1], "range");
  if (!low || !high) {
    return;
  }
  if (*low > *high) {
    reader.refuse("range", "the low end lies above the high end", "[LOW, HIGH]");
    return;
  }
  backing.low = *low;
  backing.high = *high;
  backing.has_range = true;
}

}  // namespace

UnitReader::UnitReader(MapReader& reader, const Expected& expected)
    : reader_(reader), expected_(expected) {
  const Node* const node = reader.required("unit");
  if (node == nullptr) {
    return;
  }
  const std::optional<std::string> name = read_text(*node, reader.path("unit"), reader.problems());
  if (!name) {
    return;
  }
  if (convert_unit(0.0, *name, expected.unit)) {
    written_ = *name;
    return;
  }
  const std::vector<std::string> allowed = units_like(expected.unit);
  const bool is_known = find_unit(*name) != nullptr;
  reader.problems().add({node->place(), reader.path("unit"),
                         (is_known ? "unit " : "unknown unit ") + in_quotes(*name) + " where " +
                             in_quotes(expected.unit) + " is expected",
                         join_names(allowed), nearest_name(*name, allowed)});
}

std::optional<double> UnitReader::read(const Node& node, std::string_view key) const {
  const std::string path = reader_.path(key);
  const std::optional<double> value = read_real(node, path, Bounds::any(), reader_.problems());
  if (!value || written_.empty()) {
    return std::nullopt;
  }
  const std::optional<double> converted = convert_unit(*value, written_, expected_.unit);
  if (converted && expected_.bounds.contains(*converted)) {
    return converted;
  }
  reader_.problems().add({node.place(), path, "found " + node.text() + " " + written_,
                          expected_.bounds.text() + " " + expected_.unit, ""});
  return std::nullopt;
}

Backing read_backing(MapReader& reader, const UnitReader& units, const Expected& expected,
                     const Provenance& provenance) {
  Backing backing;
  backing.unit = expected.unit;
  backing.place = reader.place();
  backing.sources = read_source_keys(reader, provenance);
  backing.assumption = reader.text_or("assumption", "");
  static_cast<void>(reader.text_or("note", ""));
  read_range(reader, units, backing);
  const bool has_source = reader.node().find("source") != nullptr;
  const bool has_assumption = reader.node().find("assumption") != nullptr;
  if (!has_source && !has_assumption) {
    reader.refuse("", "neither a source nor an assumption",
                  "source: KEY, or assumption: \"why\" with range: [LOW, HIGH]");
  }
  if (has_assumption && reader.node().find("range") == nullptr) {
    reader.refuse("range", "missing beside an assumption", "range: [LOW, HIGH]");
  }
  return backing;
}

Quantity read_quantity(const Node& node, const Expected& expected, Problems& problems,
                       const Provenance& provenance) {
  Quantity quantity;
  quantity.value = std::clamp(0.0, expected.bounds.low, expected.bounds.high);
  quantity.unit = expected.unit;
  quantity.place = node.place();
  if (!node.is_map()) {
    problems.add({node.place(), expected.key, "found " + describe(node), form(expected), ""});
    return quantity;
  }
  MapReader reader(node, problems, expected.key);
  const Node* const value = reader.required("value");
  const UnitReader units(reader, expected);
  static_cast<Backing&>(quantity) = read_backing(reader, units, expected, provenance);
  reader.finish();
  if (value == nullptr) {
    return quantity;
  }
  const std::optional<double> number = units.read(*value, "value");
  if (!number) {
    return quantity;
  }
  quantity.value = *number;
  if (quantity.has_range && (*number < quantity.low || *number > quantity.high)) {
    reader.refuse("value", "found " + format_real(*number) + " outside the number's own range",
                  Bounds::between(quantity.low, quantity.high).text() + " " + expected.unit);
  }
  return quantity;
}

Quantity take_quantity(MapReader& reader, const Expected& expected, const Provenance& provenance) {
  const Expected full{reader.path(expected.key), expected.unit, expected.bounds};
  const Node* const node = reader.required(expected.key);
  if (node != nullptr) {
    return read_quantity(*node, full, reader.problems(), provenance);
  }
  Quantity quantity;
  quantity.value = std::clamp(0.0, expected.bounds.low, expected.bounds.high);
  quantity.unit = expected.unit;
  quantity.place = reader.place();
  return quantity;
}

std::optional<Quantity> take_optional_quantity(MapReader& reader, const Expected& expected,
                                               const Provenance& provenance) {
  const Node* const node = reader.optional(expected.key);
  if (node == nullptr) {
    return std::nullopt;
  }
  const Expected full{reader.path(expected.key), expected.unit, expected.bounds};
  return read_quantity(*node, full, reader.problems(), provenance);
}

}  // namespace tumen
