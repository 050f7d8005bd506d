#include "cli/catalogue.hpp"

#include "cli/session.hpp"
#include "policies/protocol/protocol.hpp"
#include "policies/split/split.hpp"
#include "sim/csv.hpp"
#include "sim/document/load.hpp"
#include "sim/mechanisms.hpp"
#include "sim/outcomes.hpp"
#include "sim/parallel.hpp"
#include "sim/wording.hpp"
#include "world/clauses/clauses.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace tumen::cli {
namespace {

/// Names and titles of one kind in a scenario.
struct Table {
  std::string_view kinds, kind;
  std::vector<std::string> Names::* names;
  std::vector<std::string> Names::* titles;
};

constexpr std::array tables = {
    Table{"countries", "country", &Names::countries, &Names::country_titles},
    Table{"corridors", "corridor", &Names::corridors, &Names::corridor_titles},
    Table{"packages", "package", &Names::packages, &Names::package_titles},
    Table{"instruments", "instrument", &Names::instruments, nullptr},
    Table{"debts", "debt", &Names::debts, nullptr},
    Table{"regimes", "regime", &Names::regimes, nullptr},
    Table{"acts", "act", &Names::acts, nullptr},
};

/// Adds a name, or the scenario to one that is there.
void add_item(std::vector<Item>& items, const Item& item, const std::string& scenario) {
  auto found =
      std::find_if(items.begin(), items.end(), [&](const Item& i) { return i.name == item.name; });
  if (found == items.end()) {
    items.push_back(item);
    found = items.end() - 1;
  }
  found->scenarios.push_back(scenario);
}

std::vector<Item> items_of_table(const Table& table, const std::vector<LoadedScenario>& scenarios) {
  std::vector<Item> items;
  for (const LoadedScenario& loaded : scenarios) {
    const Names& names = loaded.scenario.names;
    for (std::size_t k = 0; k < (names.*table.names).size(); ++k) {
      const bool has_title = table.titles != nullptr && k < (names.*table.titles).size();
      add_item(items,
               {std::string(table.kind),
                (names.*table.names)[k],
                has_title ? (names.*table.titles)[k] : "",
                {}},
               loaded.scenario.name);
    }
  }
  std::sort(items.begin(), items.end(),
            [](const Item& a, const Item& b) { return a.name < b.name; });
  return items;
}

/// "debt, into, haircut, years": what a clause asks for.
std::string slots_text(const ClauseInfo& clause) {
  std::vector<std::string> slots;
  for (const RoleSlot& slot : clause.roles) {
    slots.emplace_back(slot.name);
  }
  for (const ThingSlot& slot : clause.things) {
    slots.emplace_back(slot.name);
  }
  for (const AmountSlot& slot : clause.amounts) {
    slots.emplace_back(slot.name);
  }
  return join_names(slots);
}

std::vector<Item> mechanism_items() {
  std::vector<Item> items;
  for (const auto& root : config_roots()) {
    const auto file = root / "mechanisms.yaml";
    if (!std::filesystem::exists(file)) {
      continue;
    }
    Problems problems;
    const Node document = load_document(file, problems);
    for (const Mechanism& m : read_mechanisms(document, problems)) {
      items.push_back({"mechanism", m.id, m.title, m.parts.back()});
    }
    problems.throw_if_any();
    break;
  }
  return items;
}

std::vector<Item> fixed_items(std::string_view kind) {
  std::vector<Item> items;
  if (kind == "clauses") {
    for (const ClauseInfo& clause : clause_catalog) {
      items.push_back({"clause", std::string(clause.name), slots_text(clause), {}});
    }
  } else if (kind == "rules") {
    for (const SplitRule rule : split_rules) {
      items.push_back(
          {"rule", std::string(split_rule_name(rule)), "how a joint surplus is split", {}});
    }
    for (const Protocol protocol : protocols) {
      items.push_back({"protocol", std::string(protocol_name(protocol)), "who may speak when", {}});
    }
  } else {
    for (const MeasureInfo& measure : measure_catalog) {
      std::string name(measure.name);
      name.erase(name.find_last_not_of('_') + 1);
      items.push_back({"outcome",
                       fmt::format("{}.NAME.{}", measure.table, name),
                       std::string(measure.text),
                       {}});
    }
  }
  return items;
}

}  // namespace

const std::vector<std::string>& list_kinds() {
  static const std::vector<std::string> kinds = {
      "scenarios", "countries", "corridors", "instruments", "packages", "debts",     "regimes",
      "acts",      "levers",    "clauses",   "rules",       "outcomes", "mechanisms"};
  return kinds;
}

std::vector<LoadedScenario> load_scenarios(const std::string& only) {
  const auto roots = config_roots();
  std::vector<LoadedScenario> all;
  if (!only.empty()) {
    const auto file = find_scenario(only, roots);
    all.push_back({load_scenario(file, roots), file});
    return all;
  }
  const auto files = list_scenarios(roots);
  std::vector<std::optional<Scenario>> loaded(files.size());
  parallel_for(files.size(), 0, [&](std::size_t k) {
    try {
      loaded[k] = load_scenario(files[k], roots);
    } catch (const InputError&) {
      loaded[k].reset();
    }
  });
  for (std::size_t k = 0; k < files.size(); ++k) {
    if (loaded[k]) {
      all.push_back({std::move(*loaded[k]), files[k]});
    } else {
      complain(fmt::format("{} is left out: it does not load (tumen validate {})",
                           files[k].generic_string(), files[k].stem().string()));
    }
  }
  return all;
}

std::vector<Item> scenario_items() {
  std::vector<Item> items;
  for (const auto& file : list_scenarios(config_roots())) {
    Problems problems;
    const Node root = load_document(file, problems);
    const MapEntry* title = root.is_map() ? root.find("title") : nullptr;
    items.push_back(
        {"scenario", file.stem().string(), title == nullptr ? "" : title->value.text(), {}});
  }
  return items;
}

bool needs_scenarios(std::string_view kind) {
  constexpr std::array fixed = {"scenarios", "clauses", "rules", "outcomes", "mechanisms"};
  return std::find(fixed.begin(), fixed.end(), kind) == fixed.end();
}

std::vector<Item> items_of(std::string_view kind, const std::vector<LoadedScenario>& scenarios) {
  for (const Table& table : tables) {
    if (table.kinds == kind) {
      return items_of_table(table, scenarios);
    }
  }
  return kind == "mechanisms" ? mechanism_items() : fixed_items(kind);
}

const LoadedScenario& richest(const std::vector<LoadedScenario>& scenarios) {
  if (scenarios.empty()) {
    refuse_option("--scenario", "no scenario is installed", "the path of a scenario file");
  }
  return *std::max_element(scenarios.begin(), scenarios.end(), [](const auto& a, const auto& b) {
    return a.scenario.numbers.size() < b.scenario.numbers.size();
  });
}

std::string range_text(const NumberInfo& info) {
  return info.has_range ? exact_text(info.low) + " to " + exact_text(info.high) : "-";
}

JsonObject lever_json(const Scenario& s, std::size_t number) {
  const NumberInfo& info = s.numbers[number];
  JsonArray sources;
  for (const std::string& source : info.sources) {
    sources.emplace_back(source);
  }
  return {{"path", info.path},
          {"value", json_number(s.values[number])},
          {"unit", info.unit},
          {"low", info.has_range ? json_number(info.low) : Json(nullptr)},
          {"high", info.has_range ? json_number(info.high) : Json(nullptr)},
          {"sources", std::move(sources)},
          {"assumption", info.assumption}};
}

}  // namespace tumen::cli
