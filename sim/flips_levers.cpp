#include "sim/flips_levers.hpp"

#include "sim/document/nearest.hpp"
#include "sim/document/problem.hpp"
#include "sim/flips_bounds.hpp"
#include "sim/flips_common.hpp"
#include "sim/state_variables.hpp"

#include <algorithm>
#include <cmath>

namespace tumen {
namespace {

using flips::Bounds;

/// Sets range and bounds, each of which holds the one before and the present value, which an
/// override may have put outside its range.
void set_range(FlipLever& lever, Bounds range, Bounds bounds) {
  lever.low = std::min(range.low, lever.value);
  lever.high = std::max(range.high, lever.value);
  lever.least = std::min(bounds.low, lever.low);
  lever.most = std::max(bounds.high, lever.high);
}

bool has_room(const FlipLever& lever) {
  return std::isfinite(lever.value) && lever.high > lever.low;
}

void add_numbers(const Scenario& s, std::vector<FlipLever>& levers) {
  const auto accepted = flips::accepted_bounds();
  for (std::size_t k = 0; k < s.numbers.size(); ++k) {
    const NumberInfo& info = s.numbers[k];
    FlipLever lever;
    lever.path = info.path;
    lever.unit = info.unit;
    lever.number = Number{static_cast<std::int32_t>(k)};
    lever.value = s.values[k];
    const Bounds bounds = flips::widest(info, lever.value, accepted);
    set_range(lever, info.has_range ? Bounds{info.low, info.high} : bounds, bounds);
    if (has_room(lever) && !flips::is_code(info.path)) {
      levers.push_back(std::move(lever));
    }
  }
}

/// True where the entity belongs to the package, or is nobody's.
bool concerns(const Scenario& s, const StateLever& state, Id entity, Id package) {
  if (state.table == "package") {
    return entity == package;
  }
  if (state.table == "party") {
    return at(s.model.parties, entity).package == package;
  }
  const Range terms = at(s.model.packages, package).terms;
  return state.table != "term" || (entity >= terms.first && entity < terms.end());
}

Bounds state_bounds(const Scenario& s, const FlipLever& lever, const StateLever& state) {
  if (state.table == "term") {
    const Term& term = at(s.model.terms, lever.entity);
    return {at(s.values, term.lower.index), at(s.values, term.upper.index)};
  }
  if (state.low == 0 && state.high == 0) {
    return {lever.value / 3, 3 * lever.value};
  }
  return {state.low, state.high};
}

void add_states(const Scenario& s, const World<double>& w, Id package,
                std::vector<FlipLever>& levers) {
  const auto states = state_levers();
  for (std::size_t k = 0; k < states.size(); ++k) {
    const StateLever& state = states[k];
    const std::vector<std::string> entities = entities_of(s, state.table);
    for (Id id = 0; id < static_cast<Id>(entities.size()); ++id) {
      if (!concerns(s, state, id, package)) {
        continue;
      }
      std::string path = "state." + std::string(state.table);
      path += state.table == "market" ? "" : "." + at(entities, id);
      path += state.table == "term" ? "" : "." + std::string(state.name);
      FlipLever lever;
      lever.path = std::move(path);
      lever.unit = state.unit;
      lever.state = k;
      lever.entity = id;
      lever.value = read_state(w, k, id);
      if (state.table == "term") {
        lever.unit = at(s.names.term_units, id);
      }
      const Bounds bounds = state_bounds(s, lever, state);
      set_range(lever, bounds, bounds);
      if (has_room(lever)) {
        levers.push_back(std::move(lever));
      }
    }
  }
}

[[noreturn]] void refuse_pattern(const std::vector<FlipLever>& all, const std::string& pattern) {
  std::vector<std::string> paths;
  for (const FlipLever& lever : all) {
    paths.push_back(lever.path);
  }
  Problems problems;
  problems.add(
      {{"--lever", 0, 0},
       "",
       in_quotes(pattern),
       "a path of `tumen list levers` or one that begins with state. or signatories., * for any "
       "text",
       nearest_name(pattern, paths)});
  throw InputError(problems);
}

}  // namespace

std::vector<FlipLever> flip_levers(const Scenario& s, const World<double>& before, Id package) {
  std::vector<FlipLever> levers = make_common_levers(s, package);
  add_states(s, before, package, levers);
  add_numbers(s, levers);
  return levers;
}

bool fits(std::string_view path, std::string_view pattern) {
  // The classic walk with one place to go back to: the last star and what it has swallowed so far.
  std::size_t p = 0;
  std::size_t k = 0;
  std::size_t star = std::string_view::npos;
  std::size_t swallowed = 0;
  while (p < path.size()) {
    if (k < pattern.size() && (pattern[k] == '?' || (pattern[k] != '*' && pattern[k] == path[p]))) {
      ++p;
      ++k;
    } else if (k < pattern.size() && pattern[k] == '*') {
      star = k++;
      swallowed = p;
    } else if (star != std::string_view::npos) {
      k = star + 1;
      p = ++swallowed;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', k) == std::string_view::npos;
}

std::vector<FlipLever> chosen_levers(std::vector<FlipLever> all,
                                     const std::vector<std::string>& patterns) {
  if (patterns.empty()) {
    return all;
  }
  for (const std::string& pattern : patterns) {
    if (std::none_of(all.begin(), all.end(),
                     [&](const FlipLever& lever) { return fits(lever.path, pattern); })) {
      refuse_pattern(all, pattern);
    }
  }
  std::erase_if(all, [&](const FlipLever& lever) {
    return std::none_of(patterns.begin(), patterns.end(),
                        [&](const std::string& pattern) { return fits(lever.path, pattern); });
  });
  return all;
}

}  // namespace tumen
