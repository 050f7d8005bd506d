#include "sim/state_arrays.hpp"

#include "sim/state_variables.hpp"

namespace tumen {
namespace {

NetcdfVariable array_of(const StateVariable& v, std::size_t entities, const Trace& trace) {
  NetcdfVariable out{std::string(v.table) + "_" + std::string(v.name),
                     {"tick"},
                     std::string(v.unit),
                     std::string(v.long_name),
                     {},
                     "year"};
  if (v.table != "market") {
    out.dimensions.emplace_back(v.table);
  }
  if (v.table == "term") {
    out.long_name += ", in the unit that state.csv names";
  }
  out.values.reserve(trace.after.size() * entities);
  for (const World<double>& world : trace.after) {
    for (Id k = 0; k < static_cast<Id>(entities); ++k) {
      out.values.push_back(v.read(world, k));
    }
  }
  return out;
}

}  // namespace

NetcdfData state_arrays(const Scenario& s, const Trace& trace) {
  NetcdfData data;
  data.attributes = {
      {"Conventions", "CF-1.8"},
      {"title", s.title.empty() ? s.name : s.title},
      {"scenario", s.name},
      {"seed", std::to_string(trace.seed)},
      {"run", std::to_string(trace.run)},
      {"comment", "states at the end of each tick; year is the date at which it starts"}};
  data.dimensions.push_back({"tick", trace.after.size(), {}});
  NetcdfVariable tick{"tick", {"tick"}, "count", "tick, counted from 0", {}, ""};
  NetcdfVariable year{"year", {"tick"}, "year", "calendar year at the start of the tick", {}, ""};
  for (Id k = 0; k < static_cast<Id>(trace.after.size()); ++k) {
    tick.values.push_back(k);
    year.values.push_back(s.model.year(k));
  }
  data.variables = {std::move(tick), std::move(year)};
  for (const std::string_view table : state_tables()) {
    const std::vector<std::string> entities = entities_of(s, table);
    if (entities.empty() || trace.after.empty()) {
      continue;
    }
    if (table != "market") {
      data.dimensions.push_back({std::string(table), entities.size(), entities});
    }
    for (const StateVariable& v : state_variables()) {
      if (v.table == table) {
        data.variables.push_back(array_of(v, entities.size(), trace));
      }
    }
  }
  return data;
}

}  // namespace tumen
