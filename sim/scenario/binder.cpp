#include "sim/scenario/binder.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/scalar.hpp"
#include "world/rng.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tumen {
namespace {

// Entities of one kind; larger scenarios would be slow long before they were useful.
constexpr std::size_t most_entities = 200;
// Values of all series together: 160 MB.
constexpr std::size_t most_series_values = 20'000'000;
// Dates and ticks are products of rounded numbers: what lies this close before a tick is in it.
constexpr double rounding = 1e-6;

NumberInfo describe_number(std::string path, const Backing& backing) {
  NumberInfo info;
  info.path = std::move(path);
  info.unit = backing.unit;
  info.sources = backing.sources;
  info.assumption = backing.assumption;
  info.low = backing.low;
  info.high = backing.high;
  info.has_range = backing.has_range;
  return info;
}

}  // namespace

Binder::Binder(const Node& document, Scenario& out, Problems& found, const Provenance& sources)
    : scenario(out), problems(found), provenance(sources), document_(document) {
  for (std::size_t t = 0; t < section_names.size(); ++t) {
    const MapEntry* const section = document.find(section_names[t]);
    if (section != nullptr && section->value.entries().size() <= most_entities) {
      names_[t] = section->value.keys();
    }
  }
}

Number Binder::add_number(std::string path, double value, const Backing& backing) {
  const Number out{static_cast<std::int32_t>(scenario.values.size())};
  scenario.values.push_back(value);
  scenario.numbers.push_back(describe_number(std::move(path), backing));
  return out;
}

Number Binder::add_implied(std::string path, std::string unit, double value, NumberInfo info) {
  info.path = std::move(path);
  info.unit = std::move(unit);
  const Number out{static_cast<std::int32_t>(scenario.values.size())};
  scenario.values.push_back(value);
  scenario.numbers.push_back(std::move(info));
  return out;
}

double Binder::shaping(Number number) {
  at(scenario.numbers, number.index).shapes_model = true;
  return at(scenario.values, number.index);
}

Series Binder::add_series(const std::string& path, const TimeSeries& series) {
  const auto length = static_cast<std::size_t>(model().ticks + series_lookahead + 1);
  Series out;
  NumberInfo info;
  info.assumption = "sweep factor";
  info.high = 5.0;
  info.has_range = true;
  out.scale = add_implied(path + ".scale", "index", 1.0, std::move(info));
  out.first = static_cast<std::int32_t>(scenario.series.size());
  if (scenario.series.size() + length > most_series_values) {
    problems.add({series.place, path, "too many series for so many ticks",
                  "at most " + std::to_string(most_series_values) + " values", ""});
    out.first = 0;
    return out;
  }
  const bool is_stepped = series.shape == TimeSeries::Shape::steps;
  for (Id tick = 0; tick < static_cast<Id>(length); ++tick) {
    const double date = model().year(tick);
    scenario.series.push_back(series.at(is_stepped ? date + rounding : date));
  }
  return out;
}

void Binder::check_name(std::string_view name, const Place& place, const std::string& path,
                        std::string_view also) {
  const auto may_stand = [also](char c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool is_digit = c >= '0' && c <= '9';
    return is_letter || is_digit || c == '_' || also.find(c) != std::string_view::npos;
  };
  const bool is_number = parse_integer(name).has_value();  // would be taken for a position
  if (!name.empty() && !is_number && std::all_of(name.begin(), name.end(), may_stand)) {
    return;
  }
  problems.add({place, path + "." + printable(name), "not a name",
                "letters, digits and _, not digits alone", ""});
}

std::vector<Entity> Binder::entities(std::string_view section) {
  std::vector<Entity> out;
  const MapEntry* const entry = document_.find(section);
  if (entry == nullptr || entry->value.is_null()) {
    return out;
  }
  const std::string prefix(section);
  if (!entry->value.is_map()) {
    problems.add({entry->value.place(), prefix, "found " + describe(entry->value), "a map", ""});
    return out;
  }
  if (entry->value.entries().size() > most_entities) {
    problems.add({entry->key_place, prefix,
                  std::to_string(entry->value.entries().size()) + " entries",
                  "at most " + std::to_string(most_entities), ""});
    return out;
  }
  for (const MapEntry& child : entry->value.entries()) {
    check_name(child.key, child.key_place, prefix, section == "pairs" ? "-" : "");
    out.push_back({child.key, prefix + "." + child.key, &child.value});
  }
  return out;
}

const std::vector<std::string>& Binder::names(Section section) const {
  return names_[index_of(section)];
}

Id Binder::find(Section section, std::string_view name) const {
  const Id id = find_name(names(section), name);
  const std::size_t dash = name.find('-');
  if (id != no_id || section != Section::pairs || dash == std::string_view::npos) {
    return id;
  }
  const std::string turned =
      std::string(name.substr(dash + 1)) + "-" + std::string(name.substr(0, dash));
  return find_name(names(section), turned);
}

Id Binder::resolve(const Node& node, std::string_view path, Section section) {
  if (node.is_scalar()) {
    if (const Id id = find(section, node.text()); id != no_id) {
      return id;
    }
    for (std::size_t t = 0; t < section_names.size(); ++t) {
      if (t != index_of(section) && find(static_cast<Section>(t), node.text()) != no_id) {
        problems.add({node.place(), std::string(path),
                      in_quotes(node.text()) + " is one of " + std::string(section_names[t]),
                      "one of " + std::string(section_names[index_of(section)]) + ": " +
                          join_names(names(section)),
                      ""});
        return no_id;
      }
    }
  }
  static_cast<void>(read_name(node, path, names(section), problems));
  return no_id;
}

std::uint32_t Binder::key(std::string name, const Place& place) {
  std::replace(name.begin(), name.end(), '.', '/');
  const std::uint32_t out = entity_key(name);
  const auto [known, is_new] = keys_.emplace(out, name);
  if (!is_new) {
    problems.add({place, name, "has the same random key as " + known->second,
                  "another name for one of the two", ""});
  }
  return out;
}

Id Binder::tick_of(double date) const {
  const Model& m = scenario.model;
  return static_cast<Id>(std::floor((date - m.start_year) / m.dt + rounding));
}

}  // namespace tumen
