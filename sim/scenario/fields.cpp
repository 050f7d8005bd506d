#include "sim/scenario/fields.hpp"

#include "sim/document/units.hpp"

#include <utility>

namespace tumen {
namespace {

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
      if (convert_unit(0.0, written->value.text(), unit)) {
        return unit;
      }
    }
  }
  return allowed.front();
}

Fields::Fields(Binder& binder, const Node& node, std::string path)
    : binder_(binder), reader_(node, binder.problems, std::move(path)) {}

void Fields::record(std::string_view key, KeyRecord::Kind kind, std::string_view unit,
                    const Bounds& bounds) {
  if (binder_.recorder == nullptr) {
    return;
  }
  KeyRecord entry;
  entry.path = path(key);
  entry.kind = kind;
  entry.unit = unit;
  entry.low = bounds.low;
  entry.high = bounds.high;
  binder_.recorder->records.push_back(std::move(entry));
}

Number Fields::read_number(const Node& node, std::string_view key, std::string_view unit,
                           const Bounds& bounds) {
  const Expected expected{path(key), pick_unit(node, unit), bounds};
  const Quantity quantity = read_quantity(node, expected, binder_.problems, binder_.provenance);
  return binder_.add_number(expected.key, quantity.value, quantity);
}

void Fields::number(std::string_view key, std::string_view unit, const Bounds& bounds,
                    Number& out) {
  record(key, KeyRecord::Kind::number, unit, bounds);
  if (const Node* const node = reader_.required(key)) {
    out = read_number(*node, key, unit, bounds);
  }
}

void Fields::optional_number(std::string_view key, std::string_view unit, const Bounds& bounds,
                             Number& out) {
  record(key, KeyRecord::Kind::number, unit, bounds);
  if (const Node* const node = reader_.optional(key)) {
    out = read_number(*node, key, unit, bounds);
  }
}

void Fields::neutral_number(std::string_view key, std::string_view unit, const Bounds& bounds,
                            Number& out, double neutral) {
  optional_number(key, unit, bounds, out);
  if (out.exists()) {
    return;
  }
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
    return binder_.add_series(expected.key,
                              read_series(node, expected, binder_.problems, binder_.provenance));
  }
  const Quantity quantity = read_quantity(node, expected, binder_.problems, binder_.provenance);
  TimeSeries constant;
  static_cast<Backing&>(constant) = quantity;
  constant.dates = {0.0};
  constant.values = {quantity.value};
  return binder_.add_series(expected.key, constant);
}

void Fields::series(std::string_view key, std::string_view unit, const Bounds& bounds,
                    Series& out) {
  record(key, KeyRecord::Kind::series, unit, bounds);
  if (const Node* const node = reader_.required(key)) {
    out = read(*node, key, unit, bounds);
  }
}

void Fields::optional_series(std::string_view key, std::string_view unit, const Bounds& bounds,
                             Series& out) {
  record(key, KeyRecord::Kind::series, unit, bounds);
  if (const Node* const node = reader_.optional(key)) {
    out = read(*node, key, unit, bounds);
  }
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
