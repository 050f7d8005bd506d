#include "sim/outcomes.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/refuse.hpp"
#include "sim/number.hpp"
#include "sim/outcomes_value.hpp"
#include "world/lanes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tumen {
namespace {

[[noreturn]] void refuse(std::string_view name, std::string found, std::string allowed,
                         std::string nearest) {
  refuse_problem({{"outcome", 1, 1},
                  std::string(name),
                  std::move(found),
                  std::move(allowed),
                  std::move(nearest)});
}

const std::vector<std::string>& names_of(const Names& names, std::string_view table) {
  static const std::vector<std::string> one = {"world"};
  if (table == "packages") {
    return names.packages;
  }
  if (table == "corridors") {
    return names.corridors;
  }
  if (table == "countries") {
    return names.countries;
  }
  if (table == "pairs") {
    return names.pairs;
  }
  return table == "debts" ? names.debts : one;
}

/// Name of a measure as users write it: `signed`, not `signed_`.
std::string written(std::string_view name) {
  return std::string(name.ends_with('_') ? name.substr(0, name.size() - 1) : name);
}

const MeasureInfo* find_measure(std::string_view table, std::string_view name) {
  for (const MeasureInfo& info : measure_catalog) {
    if (info.table == table && written(info.name) == name) {
      return &info;
    }
  }
  return nullptr;
}

std::vector<std::string> measures_of(std::string_view table) {
  std::vector<std::string> all;
  for (const MeasureInfo& info : measure_catalog) {
    if (info.table == table) {
      all.push_back(written(info.name));
    }
  }
  return all;
}

std::string joined(const std::vector<std::string>& list) {
  std::string text;
  for (const auto& item : list) {
    text += (text.empty() ? "" : ", ") + item;
  }
  return text;
}

/// Reads "@FROM-TO" into ticks of the model.
void set_window(Outcome& o, const Model& m, std::string_view text, std::string_view name) {
  const auto dash = text.find('-');
  try {
    const double from = std::stod(std::string(text.substr(0, dash)));
    const double to = std::stod(std::string(text.substr(dash + 1)));
    const auto tick_of = [&](double year) {
      const double tick = std::ceil((year - m.start_year) / m.dt - 1e-9);
      return static_cast<Id>(std::clamp(tick, 0.0, static_cast<double>(m.ticks)));
    };
    o.from = tick_of(from);
    o.to = tick_of(to);
  } catch (const std::exception&) {
    refuse(name, std::string(text), "a window FROM-TO in calendar years, like 2017-2022", "");
  }
  if (dash == std::string_view::npos || o.from >= o.to) {
    refuse(name, std::string(text), "a window FROM-TO in calendar years inside the run", "");
  }
}

Outcome make_outcome(const Scenario& s, const MeasureInfo& info, Id entity) {
  const auto& entities = names_of(s.names, info.table);
  return {std::string(info.table) + "." + at(entities, entity) + "." + written(info.name),
          info.measure, entity, 0, s.model.ticks};
}

}  // namespace

Outcome find_outcome(const Scenario& s, std::string_view name) {
  const std::string_view plain = name.substr(0, name.find('@'));
  const auto first = plain.find('.');
  const auto last = plain.rfind('.');
  if (first == std::string_view::npos || first == last) {
    refuse(name, std::string(plain), "TABLE.ENTITY.MEASURE", "");
  }
  const std::string_view table = plain.substr(0, first);
  const std::string_view entity = plain.substr(first + 1, last - first - 1);
  const std::string_view measure = plain.substr(last + 1);
  const auto measures = measures_of(table);
  if (measures.empty()) {
    refuse(name, std::string(table), "packages, corridors, countries, pairs, debts, market", "");
  }
  const MeasureInfo* info = find_measure(table, measure);
  if (info == nullptr) {
    refuse(name, std::string(measure), joined(measures), nearest_name(measure, measures));
  }
  const auto& entities = names_of(s.names, table);
  const Id id = find_name(entities, entity);
  if (id == no_id) {
    refuse(name, std::string(entity), joined(entities), nearest_name(entity, entities));
  }
  Outcome o = make_outcome(s, *info, id);
  o.name = name;
  if (plain.size() < name.size()) {
    set_window(o, s.model, name.substr(plain.size() + 1), name);
  }
  return o;
}

std::vector<Outcome> default_outcomes(const Scenario& s) {
  std::vector<Outcome> all;
  for (const MeasureInfo& info : measure_catalog) {
    const auto n = names_of(s.names, info.table).size();
    for (Id k = 0; k < static_cast<Id>(n); ++k) {
      all.push_back(make_outcome(s, info, k));
    }
  }
  if (s.outcomes.is_list()) {
    for (const Node& listed : s.outcomes.items()) {
      all.push_back(find_outcome(s, listed.text()));
    }
  }
  return all;
}

std::vector<Outcome> followed_outcomes(const Scenario& s) {
  constexpr std::array followed = {Measure::signed_, Measure::in_force, Measure::built,
                                   Measure::flow,    Measure::cash,     Measure::utility,
                                   Measure::trust,   Measure::settled,  Measure::brent};
  std::vector<Outcome> some = default_outcomes(s);
  const std::size_t listed = s.outcomes.is_list() ? s.outcomes.items().size() : 0;
  const auto first_listed = some.end() - static_cast<std::ptrdiff_t>(listed);
  const auto end = std::remove_if(some.begin(), first_listed, [&](const Outcome& o) {
    return std::find(followed.begin(), followed.end(), o.measure) == followed.end();
  });
  some.erase(end, first_listed);
  return some;
}

}  // namespace tumen
